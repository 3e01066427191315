-- 0035 qualifications: certificates of people
-- Why:   work is given to who has learnt it, and the last inspection signed by a certified inspector (rules.md, Words and states; GB/T 21338).
-- Locks: nothing, the schema is new.

create schema qualifications;
grant usage on schema qualifications to gangwei_app;

create table qualifications.certificate (
  store_id uuid not null references organisation.store,
  id uuid not null,
  person_id uuid not null references organisation.person,
  kind text not null check (kind in ('inspection', 'mechanical', 'electrical', 'body', 'paint')),
  number text not null check (length(number) between 1 and 40),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  recorded_at timestamptz not null,
  recorded_by_name text not null,
  ended_at timestamptz, -- taken back, or entered by mistake
  ended_by_name text,
  ended_reason text check (length(ended_reason) between 1 and 300),
  version integer not null default 1,
  primary key (store_id, id),
  check (num_nulls(ended_at, ended_by_name, ended_reason) in (0, 3))
);
-- A number is one person's, once; entered by mistake it can be entered again.
create unique index one_certificate_of_a_number on qualifications.certificate (store_id, kind, number) where ended_at is null;
create index certificates_of_person on qualifications.certificate (store_id, person_id) where ended_at is null;
select platform.protect('qualifications.certificate');
grant select, insert, update on qualifications.certificate to gangwei_app;
