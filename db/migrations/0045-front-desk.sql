-- 0045 campaigns: recalls; with them courtesy cars, wished parts of an appointment, greeting, bulletins
-- Why:   a recall is seen wherever its car is; a courtesy car is never promised twice; what an appointment needs is kept for it; how long a customer stood unmet and how content he was is told (SAD-4.1, FDS-2.8, WSS-2.5).
-- Locks: appointments.call, exchange.import and photos.photo for a moment (their checks are replaced; no row is rewritten).

create schema campaigns;
grant usage on schema campaigns to gangwei_app;

-- A recall or a service action of the maker: what is to be done, on which cars.
create table campaigns.campaign (
  store_id uuid not null,
  id uuid not null,
  code text not null check (length(code) between 1 and 30),
  kind text not null check (kind in ('recall', 'service-action')),
  title_zh text not null check (length(title_zh) between 1 and 120),
  title_en text not null check (length(title_en) between 1 and 120),
  from_day date not null,
  until_day date, -- none: until every car is done
  work jsonb not null check (jsonb_typeof(work) = 'array'), -- labour operations with hours, parts with quantities
  opened_at timestamptz not null,
  opened_by_name text not null,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, code),
  check (until_day is null or until_day >= from_day)
);
select platform.protect('campaigns.campaign');
grant select, insert, update on campaigns.campaign to gangwei_app;

create table campaigns.car (
  store_id uuid not null,
  campaign_id uuid not null,
  vin text collate "C" not null check (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
  mark text not null default 'listed' check (mark in ('listed', 'elsewhere', 'withdrawn')), -- done elsewhere, or taken off the list by the maker
  reason text not null default '' check (length(reason) <= 300),
  listed_at timestamptz not null,
  version integer not null default 1,
  primary key (store_id, campaign_id, vin),
  foreign key (store_id, campaign_id) references campaigns.campaign
);
create index cars_by_vin on campaigns.car (store_id, vin);
select platform.protect('campaigns.car');
grant select, insert, update on campaigns.car to gangwei_app;

-- Its lines on an order. Whether it is done is read from the visit: nobody ticks it.
create table campaigns.taken_up (
  store_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  order_id uuid not null,
  vin text collate "C" not null,
  line_ids uuid[] not null check (cardinality(line_ids) > 0),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, id),
  foreign key (store_id, campaign_id, vin) references campaigns.car
);
create index taken_up_by_car on campaigns.taken_up (store_id, campaign_id, vin);
select platform.protect('campaigns.taken_up');
select platform.make_ledger('campaigns.taken_up');

create view vehicles.v_vin with (security_invoker) as select store_id, id, plate, vin, model_name from vehicles.vehicle where active;
grant select on vehicles.v_vin to gangwei_app;

-- Done: an order with one of its lines, not stopped, was delivered. In work: such an order is open.
create view campaigns.v_car with (security_invoker) as
  select c.store_id, c.campaign_id, c.vin, c.mark, c.reason, c.listed_at, c.version, w.order_id, w.order_number, w.closed_at,
    case when c.mark <> 'listed' then c.mark when w.order_id is null then 'open' when w.status = 'delivered' then 'done' else 'in-work' end as state
  from campaigns.car c
  left join lateral (
    select o.id as order_id, o.number as order_number, o.status, o.closed_at from campaigns.taken_up t join repair_orders.v_order o on o.store_id = t.store_id and o.id = t.order_id
    where t.store_id = c.store_id and t.campaign_id = c.campaign_id and t.vin = c.vin and o.status <> 'cancelled'
      and exists (select from repair_orders.v_line l where l.store_id = t.store_id and l.id = any(t.line_ids) and l.stopped_reason is null)
    order by (o.status = 'delivered') desc, o.id desc limit 1
  ) w on true;
-- What is still to be done, by the plate that its car has now.
create view campaigns.v_open with (security_invoker) as
  select c.store_id, c.campaign_id, c.vin, v.plate, k.code, k.kind, k.title_zh, k.title_en, k.from_day, k.until_day
  from campaigns.v_car c
  join campaigns.campaign k on k.store_id = c.store_id and k.id = c.campaign_id
  join vehicles.v_vin v on v.store_id = c.store_id and v.vin = c.vin
  where c.state = 'open';
grant select on campaigns.v_car, campaigns.v_open to gangwei_app;

alter table appointments.call drop constraint call_cause_check;
alter table appointments.call add constraint call_cause_check check (cause in ('recall', 'service-due', 'recommendation', 'other'));
alter table exchange.import drop constraint import_kind_check;
alter table exchange.import add constraint import_kind_check
  check (kind in ('parts', 'prices', 'operations', 'customers', 'vehicles', 'opening-stock', 'opening-receivables', 'staff', 'campaign-cars'));

create schema courtesy_cars;
grant usage on schema courtesy_cars to gangwei_app;

create table courtesy_cars.car (
  store_id uuid not null,
  id uuid not null,
  plate text not null check (length(plate) between 4 and 12),
  model_name text not null check (length(model_name) between 1 and 80),
  insured_until date not null,
  km integer not null check (km between 0 and 3000000),
  fuel_eighths integer not null check (fuel_eighths between 0 and 8),
  out_of_service text not null default '' check (length(out_of_service) <= 200), -- why it cannot be lent; empty: it can
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, id)
);
create unique index one_courtesy_car_of_a_plate on courtesy_cars.car (store_id, plate) where active;
select platform.protect('courtesy_cars.car');
grant select, insert, update on courtesy_cars.car to gangwei_app;

create table courtesy_cars.loan (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('booked', 'out', 'returned', 'cancelled')),
  car_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  customer_name text not null check (length(customer_name) between 1 and 60),
  phone text not null check (length(phone) <= 20),
  appointment_id uuid,
  booked_at timestamptz not null,
  booked_by_name text not null,
  -- The agreement, as the customer signed it.
  driver_name text check (length(driver_name) between 1 and 60),
  licence text check (length(licence) between 8 and 24),
  km_out integer,
  fuel_out integer check (fuel_out between 0 and 8),
  marks jsonb not null default '[]',
  signature text check (length(signature) <= 200000),
  out_at timestamptz,
  out_by_name text,
  km_in integer check (km_in >= km_out),
  fuel_in integer check (fuel_in between 0 and 8),
  damage text not null default '' check (length(damage) <= 500),
  fees text not null default '' check (length(fees) <= 300),
  in_at timestamptz,
  in_by_name text,
  reason text not null default '' check (length(reason) <= 300), -- why it was cancelled
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, car_id) references courtesy_cars.car,
  check (until_at > from_at),
  constraint out_needs_an_agreement check (status not in ('out', 'returned') or (driver_name is not null and licence is not null and km_out is not null and fuel_out is not null and signature is not null and out_at is not null)),
  constraint returned_has_its_reading check ((status = 'returned') = (in_at is not null) and (in_at is null) = (km_in is null))
);
-- Never with two customers at the same time.
create unique index one_customer_has_it on courtesy_cars.loan (store_id, car_id) where status = 'out';
create index loans_of_car on courtesy_cars.loan (store_id, car_id, until_at) where status in ('booked', 'out');
create index open_loans on courtesy_cars.loan (store_id, from_at) where status in ('booked', 'out');
create index loan_of_appointment on courtesy_cars.loan (store_id, appointment_id) where appointment_id is not null;
select platform.protect('courtesy_cars.loan');
grant select, insert, update on courtesy_cars.loan to gangwei_app;

create view courtesy_cars.v_booked with (security_invoker) as
  select l.store_id, l.appointment_id, l.id, l.status, c.plate from courtesy_cars.loan l join courtesy_cars.car c on c.store_id = l.store_id and c.id = l.car_id where l.appointment_id is not null and l.status <> 'cancelled';
grant select on courtesy_cars.v_booked to gangwei_app;

alter table photos.photo drop constraint photo_subject_check;
alter table photos.photo add constraint photo_subject_check check (subject in ('repair-order', 'duty', 'courtesy-loan')) not valid;
alter table photos.photo drop constraint photo_occasion_check;
alter table photos.photo add constraint photo_occasion_check check (occasion in ('walk-around', 'added-work', 'work', 'delivery', 'duty', 'handed-out', 'taken-back')) not valid;

-- Parts that an appointment wishes: reserved for it under this row's id, handed to the visit when its car is there, released when nobody comes.
create table appointments.wished_part (
  store_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  part_id uuid not null,
  thousandths bigint not null check (thousandths > 0),
  held boolean not null default true, -- the appointment still keeps it
  primary key (store_id, id),
  unique (store_id, appointment_id, part_id),
  foreign key (store_id, appointment_id) references appointments.appointment
);
create index wished_and_held on appointments.wished_part (store_id, appointment_id) where held;
select platform.protect('appointments.wished_part');
grant select, insert, update on appointments.wished_part to gangwei_app;

create view stock.v_reservation with (security_invoker) as select store_id, line_id, order_id, part_id, thousandths from stock.reservation;
create view stock.v_free with (security_invoker) as select store_id, part_id, on_hand_thousandths - reserved_thousandths as free from stock.part_stock;
grant select on stock.v_reservation, stock.v_free to gangwei_app;

-- Who met the car, and when: the minutes a customer stood there are counted from its arrival (SAD-4.1). Who did not say so met it with the reception.
create table repair_orders.greeting (
  store_id uuid not null,
  order_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references repair_orders.repair_order
);
select platform.protect('repair_orders.greeting');
select platform.make_ledger('repair_orders.greeting');

create view rosters.v_greeting with (security_invoker) as select store_id, day, person_id, starts_at, ends_at, checked_in_at from rosters.greeting;
grant select on rosters.v_greeting to gangwei_app;

create table care.bulletin (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  kind text not null check (kind in ('service', 'quality', 'complaints')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  figures jsonb not null,
  words text not null check (length(words) between 1 and 1000),
  issued_by uuid not null,
  issued_by_name text not null,
  primary key (store_id, id),
  unique (store_id, number),
  check (until_at > from_at)
);
create index bulletins_by_kind on care.bulletin (store_id, kind, until_at);
select platform.protect('care.bulletin');
select platform.make_ledger('care.bulletin');

create table care.bulletin_reading (
  store_id uuid not null,
  bulletin_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  primary key (store_id, bulletin_id, person_id),
  foreign key (store_id, bulletin_id) references care.bulletin
);
select platform.protect('care.bulletin_reading');
select platform.make_ledger('care.bulletin_reading');
