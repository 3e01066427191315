-- 0030 duties: process audits of cars
-- Why:   three cars a day are checked against the process, every advisor in turn (FDS-2.5); what failed stays with the advisor until a later audit of his passes it.
-- Locks: nothing, a new table and a view.

create table duties.audit (
  store_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  day date not null, -- the store's
  person_id uuid not null,
  person_name text not null,
  order_id uuid not null,
  order_number text not null,
  plate text not null,
  advisor_id uuid not null,
  advisor_name text not null,
  appointed boolean not null, -- the car came with an appointment
  points jsonb not null,
  failed integer not null check (failed >= 0),
  primary key (store_id, id)
);
-- A car is audited once a day.
create unique index one_audit_a_day on duties.audit (store_id, order_id, day);
create index audits_of_advisor on duties.audit (store_id, advisor_id, id);
create index audits_by_day on duties.audit (store_id, day);
select platform.protect('duties.audit');
select platform.make_ledger('duties.audit');

create view appointments.v_appointment with (security_invoker) as select store_id, plate, at, status from appointments.appointment;
grant select on appointments.v_appointment to gangwei_app;
