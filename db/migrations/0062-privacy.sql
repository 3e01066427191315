-- 0062 privacy: one person's data out of the house, erased, kept no longer than needed; who saw it
-- Why:   a person may see, take along and have deleted what a store holds about him (个人信息保护法 15, 24, 44 to 47, 50); books, stock and figures stay exact, so he is replaced
--        by a pseudonym and his words, signatures, photos and voice are removed (ADR 0019).
-- Locks: repair_orders.repair_order, repair_orders.reception, appointments.appointment, care.complaint, counter.slip and courtesy_cars.loan against writes while an index is
--        built (seconds with ten years of data); each ledger named below for a moment while its trigger is changed.

create schema privacy;
grant usage on schema privacy to gangwei_app;

-- A demand or a batch of the retention list: asked by one person, carried out by another's yes, or not at all.
create table privacy.erasure (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  cause text not null check (cause in ('demand', 'retention')),
  status text not null default 'asked' check (status in ('asked', 'done', 'refused', 'withdrawn')),
  demanded_by text not null default '' check (length(demanded_by) <= 60), -- himself, a parent, a lawyer: blanked with the erasure
  identified_by text not null default '' check (length(identified_by) <= 200), -- how it was made sure that he is who he says
  reason text not null check (length(reason) between 1 and 300),
  asked_at timestamptz not null,
  asked_by uuid not null references organisation.person,
  asked_by_name text not null,
  decided_at timestamptz,
  decided_by uuid references organisation.person,
  decided_by_name text,
  in_transaction xid8, -- of the yes: ledgers open their personal columns in it alone
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check ((status = 'asked') = (decided_at is null)),
  check (cause = 'retention' or (demanded_by <> '' and identified_by <> '')),
  constraint two_persons check (status <> 'done' or (decided_by is not null and decided_by <> asked_by)),
  check ((in_transaction is null) or status = 'done')
);
create index erasures_in_transaction on privacy.erasure (store_id, in_transaction) where in_transaction is not null;
select platform.protect('privacy.erasure');
grant select, insert, update on privacy.erasure to gangwei_app;

create table privacy.erasure_customer (
  store_id uuid not null,
  erasure_id uuid not null,
  customer_id uuid not null,
  pseudonym text check (length(pseudonym) between 1 and 20),
  counts jsonb, -- table → rows touched
  primary key (store_id, erasure_id, customer_id),
  foreign key (store_id, erasure_id) references privacy.erasure,
  foreign key (store_id, customer_id) references customers.customer
);
create index erasures_of_customer on privacy.erasure_customer (store_id, customer_id);
select platform.protect('privacy.erasure_customer');
grant select, insert, update on privacy.erasure_customer to gangwei_app;

-- A file of an erased record goes from the disk after the commit, unless another record still has the same one.
create table privacy.file_to_remove (
  store_id uuid not null references organisation.store,
  sha256 text not null check (length(sha256) = 64),
  at timestamptz not null,
  primary key (store_id, sha256)
);
select platform.protect('privacy.file_to_remove');
grant select, insert, delete on privacy.file_to_remove to gangwei_app;

create table privacy.export (
  store_id uuid not null references organisation.store,
  id uuid not null,
  customer_id uuid not null,
  at timestamptz not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  demanded_by text not null check (length(demanded_by) between 1 and 60),
  identified_by text not null check (length(identified_by) between 1 and 200),
  reason text not null check (length(reason) between 1 and 300),
  primary key (store_id, id),
  foreign key (store_id, customer_id) references customers.customer
);
create index exports_of_customer on privacy.export (store_id, customer_id, id);
select platform.protect('privacy.export');
grant select, insert, update (demanded_by, identified_by, reason) on privacy.export to gangwei_app;

create table privacy.setting (
  store_id uuid primary key references organisation.store,
  invoice_years integer not null check (invoice_years between 10 and 50),
  repair_years integer not null check (repair_years between 6 and 50),
  quiet_years integer not null check (quiet_years between 1 and 50),
  version integer not null default 1
);
select platform.protect('privacy.setting');
grant select, insert, update on privacy.setting to gangwei_app;

-- What the retention job proposes; made anew every day, carried out by nobody but two persons.
create table privacy.due (
  store_id uuid not null,
  customer_id uuid not null,
  last_at timestamptz not null,
  primary key (store_id, customer_id),
  foreign key (store_id, customer_id) references customers.customer
);
create index due_by_age on privacy.due (store_id, last_at, customer_id);
select platform.protect('privacy.due');
grant select, insert, delete on privacy.due to gangwei_app;

alter table customers.customer add column erased_at timestamptz;
alter table photos.photo add column erased_at timestamptz;
alter table photos.recording add column erased_at timestamptz;
alter table papers.paper add column erased_at timestamptz;

-- Strings of a person are replaced by what stands for them; the longest first, so that no rest of one stays.
create function platform.replaced(target text, strings text[], stand_ins text[]) returns text language plpgsql immutable set search_path = pg_catalog as $$
declare
  result text := target;
begin
  for i in 1 .. coalesce(array_length(strings, 1), 0) loop
    result := replace(result, strings[i], stand_ins[i]);
  end loop;
  return result;
end $$;

-- A ledger with columns about a person: everything but these columns is as fixed as in any ledger, and they change in the transaction of an erasure
-- to which a second person said yes, nowhere else.
create function privacy.refuse_change_but_erasure() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - tg_argv = to_jsonb(old) - tg_argv
    and exists (select from privacy.erasure e where e.store_id = old.store_id and e.in_transaction = pg_current_xact_id()) then
    return new;
  end if;
  raise exception '% is a ledger: add a counter-entry instead', tg_table_name using errcode = 'restrict_violation';
end $$;

create function privacy.open_for_erasure(target regclass, variadic personal text[]) returns void language plpgsql as $$
begin
  execute format('drop trigger ledger on %s', target);
  execute format('create trigger ledger before update or delete on %s for each row execute function privacy.refuse_change_but_erasure(%s)', target,
    (select string_agg(quote_literal(c), ', ') from unnest(personal) c));
  execute format('grant update (%s) on %s to gangwei_app', (select string_agg(quote_ident(c), ', ') from unnest(personal) c), target);
end $$;
revoke all on function privacy.open_for_erasure from public;

select privacy.open_for_erasure('customers.merge', 'reason');
select privacy.open_for_erasure('vehicles.plate_change', 'from_plate', 'to_plate');
select privacy.open_for_erasure('repair_orders.reception', 'vin', 'sender_name', 'sender_phone', 'owner_phone', 'sheet', 'signature', 'unsigned_reason');
select privacy.open_for_erasure('repair_orders.authorisation', 'snapshot', 'signature', 'unsigned_reason', 'early_reason');
select privacy.open_for_erasure('repair_orders.step', 'reason');
select privacy.open_for_erasure('settlement.opening_receivable', 'customer_name', 'note');
select privacy.open_for_erasure('invoicing.invoice', 'title', 'tax_number', 'reason');
select privacy.open_for_erasure('invoicing.monthly_statement', 'customer_name');
select privacy.open_for_erasure('appointments.call', 'plate', 'note');
select privacy.open_for_erasure('campaigns.taken_up', 'vin');
select privacy.open_for_erasure('care.contact', 'words');
select privacy.open_for_erasure('care.bulletin', 'figures', 'words');
select privacy.open_for_erasure('duties.audit', 'plate');
select privacy.open_for_erasure('workshop.key_move', 'note');
select privacy.open_for_erasure('workshop.wait_note', 'words');
select privacy.open_for_erasure('photos.recording', 'detail', 'erased_at');
select privacy.open_for_erasure('papers.paper', 'erased_at');
grant update (note) on vehicles.mileage_reading to gangwei_app;
grant update (facts) on notices.notice to gangwei_app;

create view customers.v_person with (security_invoker) as
  select store_id, id, merged_into, kind, name, phone, second_phone, contact_name, tax_number, created_at, erased_at from customers.customer;
create view papers.v_of_order with (security_invoker) as select store_id, id, order_id from papers.paper where order_id is not null;
create view vehicles.v_car with (security_invoker) as select store_id, id, plate, vin, engine_number, owner_id from vehicles.vehicle;
create view vehicles.v_owner_change with (security_invoker) as select store_id, vehicle_id, from_id, to_id, at from vehicles.owner_change;
create view vehicles.v_plate_change with (security_invoker) as select store_id, vehicle_id, from_plate, at from vehicles.plate_change;
create view repair_orders.v_of_owner with (security_invoker) as select store_id, id, owner_id, owner_name, arrived_at, closed_at from repair_orders.repair_order;
grant select on customers.v_person, papers.v_of_order, vehicles.v_car, vehicles.v_owner_change, vehicles.v_plate_change, repair_orders.v_of_owner to gangwei_app;

create index orders_of_owner on repair_orders.repair_order (store_id, owner_id, id);
create index receptions_by_phone on repair_orders.reception (store_id, sender_phone);
create index appointments_by_phone on appointments.appointment (store_id, phone);
create index complaints_by_phone on care.complaint (store_id, phone);
create index complaints_of_order on care.complaint (store_id, order_id);
create index slips_of_customer on counter.slip (store_id, customer_id);
create index slips_by_phone on counter.slip (store_id, phone);
create index loans_by_phone on courtesy_cars.loan (store_id, phone);
create index owner_changes_from on vehicles.owner_change (store_id, from_id);
