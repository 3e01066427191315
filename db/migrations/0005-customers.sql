-- 0005 customers: persons and companies of a store, consents, merges
-- Why:   phones are personal data: shown masked, revealed on record (rules.md, Car, customer, people). A customer entered twice is merged,
--        never deleted, because orders refer to both.
-- Locks: nothing, the schema is new.

create schema customers;
grant usage on schema customers to gangwei_app;

create table customers.customer (
  store_id uuid not null references organisation.store,
  id uuid not null,
  kind text not null check (kind in ('person', 'company')),
  name text not null check (length(name) between 1 and 60),
  initials text not null check (length(initials) <= 60),
  phone text not null check (phone ~ '^\d{10,12}$'),
  phone_tail text not null check (phone_tail = right(phone, 4)),
  second_phone text check (second_phone ~ '^\d{10,12}$'),
  address text not null default '' check (length(address) <= 200),
  tax_number text check (length(tax_number) between 1 and 30),
  contact_name text not null default '' check (length(contact_name) <= 60),
  note text not null default '' check (length(note) <= 500),
  active boolean not null default true,
  merged_into uuid,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (store_id, id),
  foreign key (store_id, merged_into) references customers.customer,
  check (merged_into is null or (merged_into <> id and not active))
);
create index customer_by_phone on customers.customer (store_id, phone);
create index customer_shown on customers.customer (store_id, id) where merged_into is null;
create index customer_merged on customers.customer (store_id, merged_into) where merged_into is not null;
select platform.protect('customers.customer');
grant select, insert, update on customers.customer to gangwei_app;

-- Every beginning a search may start with: each ending of the name, the initials, the phones and their tails. A plain range of a plain column,
-- because under row security PostgreSQL uses an index only for leakproof comparisons: LIKE and trigrams would read the whole store.
create table customers.find_word (
  store_id uuid not null,
  word text collate "C" not null check (length(word) between 1 and 60),
  customer_id uuid not null,
  primary key (store_id, word, customer_id),
  foreign key (store_id, customer_id) references customers.customer
);
create index find_word_of_customer on customers.find_word (store_id, customer_id);
select platform.protect('customers.find_word');
grant select, insert, delete on customers.find_word to gangwei_app;

-- What a customer allowed or forbade, when and by which way; the last word of each purpose counts.
create table customers.consent (
  store_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  purpose text not null check (purpose in ('marketing', 'maker', 'insurer')),
  granted boolean not null,
  channel text not null check (channel in ('counter', 'paper', 'phone', 'online')),
  at timestamptz not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  primary key (store_id, id),
  foreign key (store_id, customer_id) references customers.customer
);
create index consent_of_customer on customers.consent (store_id, customer_id, id);
select platform.protect('customers.consent');
select platform.make_ledger('customers.consent');

create table customers.merge (
  store_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  at timestamptz not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  reason text not null check (length(reason) between 1 and 500),
  primary key (store_id, id),
  unique (store_id, from_id),
  foreign key (store_id, from_id) references customers.customer,
  foreign key (store_id, into_id) references customers.customer
);
create index merge_into on customers.merge (store_id, into_id, id);
select platform.protect('customers.merge');
select platform.make_ledger('customers.merge');
