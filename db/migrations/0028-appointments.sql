-- 0028 appointments: the board, calls for appointments, the morning's confirmation
-- Why:   a booked car has its time and its bay kept free; whether it came is read from its visit, so the board and the shop cannot disagree (FDS-2.1, 2.2).
-- Locks: nothing, the schema is new; one view of repair_orders is replaced.

create schema appointments;
grant usage on schema appointments to gangwei_app;

-- How many cars of a kind of work the house can take at the same time; the preset stands in the code until a store sets its own.
create table appointments.capacity (
  store_id uuid not null,
  kind text not null check (kind in ('maintenance', 'repair', 'body')),
  bays integer not null check (bays between 0 and 100),
  version integer not null default 1,
  primary key (store_id, kind)
);
select platform.protect('appointments.capacity');
grant select, insert, update on appointments.capacity to gangwei_app;

create table appointments.appointment (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('booked', 'cancelled')), -- kept, late, no-show: read from the visit
  at timestamptz not null,
  minutes integer not null check (minutes between 15 and 600),
  kind text not null check (kind in ('maintenance', 'repair', 'body')),
  plate text not null check (length(plate) between 1 and 20),
  customer_name text not null check (length(customer_name) between 1 and 60),
  phone text not null check (length(phone) <= 20),
  purpose text not null check (purpose in ('maintenance', 'repair', 'warranty', 'accident', 'accessories')),
  concern text not null default '' check (length(concern) <= 500),
  wished_parts text not null default '' check (length(wished_parts) <= 200),
  courtesy_car boolean not null default false,
  advisor_id uuid not null,
  advisor_name text not null,
  made_at timestamptz not null,
  made_by_name text not null,
  confirmed_at timestamptz,
  confirmed_by_name text,
  reason text not null default '' check (length(reason) <= 300),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number)
);
create index appointments_by_time on appointments.appointment (store_id, at);
-- A car is booked once for a moment.
create unique index one_booking on appointments.appointment (store_id, plate, at) where status = 'booked';
select platform.protect('appointments.appointment');
grant select, insert, update on appointments.appointment to gangwei_app;

create table appointments.board_confirmation (
  store_id uuid not null,
  day date not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  booked integer not null,
  primary key (store_id, day)
);
select platform.protect('appointments.board_confirmation');
select platform.make_ledger('appointments.board_confirmation');

create table appointments.call (
  store_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  plate text not null,
  cause text not null check (cause in ('service-due', 'recommendation', 'other')),
  result text not null check (result in ('booked', 'later', 'refused', 'no-answer')),
  note text not null default '' check (length(note) <= 300),
  primary key (store_id, id)
);
create index calls_of_plate on appointments.call (store_id, plate, id);
select platform.protect('appointments.call');
select platform.make_ledger('appointments.call');

-- An id as one made at that moment has: for rows of a written history.
create function platform.id_at(at timestamptz) returns uuid language sql volatile as $$
  select encode(substring(int8send((extract(epoch from at) * 1000)::bigint) from 3) || substring(set_byte(uuid_send(gen_random_uuid()), 6, 112) from 7), 'hex')::uuid
$$;

create or replace view repair_orders.v_order with (security_invoker) as select store_id, id, status, plate, purpose, promised_at, closed_at, arrived_at, number, advisor_id, advisor_name, owner_name from repair_orders.repair_order;
create view repair_orders.v_recommendation with (security_invoker) as
  select a.store_id, a.id, a.plate, a.findings, a.decided_at from repair_orders.added_work a where a.status = 'refused';
create view settlement.v_next_service with (security_invoker) as
  select d.store_id, d.order_id, d.next_service_on from settlement.delivery d where d.next_service_on is not null;
create view organisation.v_staff with (security_invoker) as select s.store_id, s.person_id, s.position, p.name from organisation.staff s join organisation.person p on p.id = s.person_id where s.ended_at is null;
grant select on organisation.v_staff, repair_orders.v_recommendation, settlement.v_next_service to gangwei_app;
create index deliveries_by_next_service on settlement.delivery (store_id, next_service_on) where next_service_on is not null;
