-- 0003 repair-orders: the visit, from arrival to delivery or cancellation
-- Why:   one stay of a car is exactly one repair order; its history says who moved it, when and why (rules.md, Words and states).
-- Locks: nothing, the schema is new.

create schema repair_orders;
grant usage on schema repair_orders to gangwei_app;

create table repair_orders.repair_order (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in
    ('arrived', 'received', 'estimated', 'authorised', 'in_work', 'in_inspection', 'ready', 'settled', 'delivered', 'cancelled')),
  plate text not null check (length(plate) between 4 and 12),
  purpose text not null check (purpose in ('maintenance', 'repair', 'warranty', 'accident', 'accessories')),
  concern text not null default '' check (length(concern) <= 1000),
  advisor_id uuid not null references organisation.person,
  advisor_name text not null,
  arrived_at timestamptz not null,
  promised_at timestamptz,
  closed_at timestamptz,
  closed_reason text check (length(closed_reason) <= 500),
  version integer not null default 1,
  -- Found by their last places. Stored, because under row security an index serves plain comparisons only, not LIKE.
  plate_tail text collate "C" not null generated always as (reverse(plate)) stored,
  number_tail text collate "C" not null generated always as (reverse(replace(number, '-', ''))) stored,
  primary key (store_id, id),
  unique (store_id, number),
  check ((status in ('delivered', 'cancelled')) = (closed_at is not null))
);
-- A car is in the shop once.
create unique index one_open_visit on repair_orders.repair_order (store_id, plate) where closed_at is null;
create index open_orders on repair_orders.repair_order (store_id, id) where closed_at is null;
create index orders_by_status on repair_orders.repair_order (store_id, status, id);
create index orders_by_plate on repair_orders.repair_order (store_id, plate, id);
create index orders_by_plate_tail on repair_orders.repair_order (store_id, plate_tail);
create index orders_by_number_tail on repair_orders.repair_order (store_id, number_tail);
select platform.protect('repair_orders.repair_order');
grant select, insert, update on repair_orders.repair_order to gangwei_app;

create table repair_orders.step (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  from_status text,
  to_status text not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  reason text not null default '' check (length(reason) <= 500),
  primary key (store_id, id),
  foreign key (store_id, order_id) references repair_orders.repair_order
);
create index steps_of_order on repair_orders.step (store_id, order_id, id);
select platform.protect('repair_orders.step');
select platform.make_ledger('repair_orders.step');
