-- 0041 quality: guarantee, comebacks, completion certificates
-- Why:   a car that comes back within its guarantee is linked to the first order and charges nobody without a decision; work that the law names leaves with a numbered certificate
--        (WSS-2.3, WSS-2.6; 机动车维修管理规定: 20,000 km or 100 days, 5,000 or 30, 2,000 or 10 by kind of repair).
-- Locks: nothing, the schema is new; views alone elsewhere.

create schema quality;
grant usage on schema quality to gangwei_app;

-- What the law asks for, the same in every store; an amendment is another row.
create table quality.legal_term (
  repair_kind text not null check (repair_kind in ('overhaul', 'second-maintenance', 'minor')),
  valid_from date not null,
  kilometres integer not null check (kilometres between 1 and 1000000),
  days integer not null check (days between 1 and 3650),
  primary key (repair_kind, valid_from)
);
insert into quality.legal_term values ('overhaul', '2005-08-01', 20000, 100), ('second-maintenance', '2005-08-01', 5000, 30), ('minor', '2005-08-01', 2000, 10);
grant select on quality.legal_term to gangwei_app;

-- What a store promises beyond it, for what is delivered from that day on.
create table quality.promise (
  store_id uuid not null,
  id uuid not null,
  repair_kind text not null check (repair_kind in ('overhaul', 'second-maintenance', 'minor')),
  valid_from date not null,
  kilometres integer not null check (kilometres between 1 and 1000000),
  days integer not null check (days between 1 and 3650),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, id)
);
select platform.protect('quality.promise');
select platform.make_ledger('quality.promise');

create table quality.comeback (
  store_id uuid not null,
  id uuid not null,
  status text not null check (status in ('proposed', 'decided', 'withdrawn')),
  order_id uuid not null,
  first_order_id uuid not null,
  first_line_id uuid not null,
  words text not null check (length(words) between 1 and 1000),
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  payer text check (payer in ('internal', 'goodwill', 'warranty', 'customer')),
  cause text check (cause in ('workmanship', 'part', 'other')),
  technician_id uuid,
  technician_name text not null default '',
  reason text not null default '' check (length(reason) <= 500),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  version integer not null default 1,
  primary key (store_id, id),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check ((status = 'decided') = (decided_at is not null and payer is not null and cause is not null))
);
create unique index one_comeback_of_line on quality.comeback (store_id, order_id, first_line_id) where status <> 'withdrawn';
create index comebacks_of_line on quality.comeback (store_id, first_line_id);
create index comebacks_by_status on quality.comeback (store_id, status, id);
create index comebacks_by_decision on quality.comeback (store_id, decided_at) where decided_at is not null;
select platform.protect('quality.comeback');
grant select, insert, update on quality.comeback to gangwei_app;

-- The lines of the new order that mend it again. A line that leaves the estimate leaves its mark without meaning.
create table quality.comeback_line (
  store_id uuid not null,
  line_id uuid not null,
  comeback_id uuid not null,
  primary key (store_id, line_id),
  foreign key (store_id, comeback_id) references quality.comeback
);
create index lines_of_comeback on quality.comeback_line (store_id, comeback_id);
select platform.protect('quality.comeback_line');
grant select, insert, delete on quality.comeback_line to gangwei_app;

-- 竣工出厂合格证: a voided one keeps its number and says why.
create table quality.certificate (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  order_id uuid not null,
  issued_at timestamptz not null,
  inspector_id uuid not null,
  inspector_name text not null,
  facts jsonb not null,
  voided_at timestamptz,
  voided_by_name text,
  void_reason text check (length(void_reason) between 1 and 500),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check ((voided_at is null) = (void_reason is null))
);
create unique index one_valid_certificate on quality.certificate (store_id, order_id) where voided_at is null;
create index certificates_of_order on quality.certificate (store_id, order_id, id);
select platform.protect('quality.certificate');
grant select, insert, update on quality.certificate to gangwei_app;

create view catalogue.v_operation as select id, repair_kind from catalogue.labour_operation;
create or replace view repair_orders.v_line with (security_invoker) as
  select store_id, id, order_id, kind, payer, trade, code, name_zh, name_en, quantity_thousandths, unit_price_fen, discount_fen, amount_fen, cost_fen, deviation_reason, approved_by, approved_by_name, operation_id, stopped_reason
  from repair_orders.line;
create view repair_orders.v_stay with (security_invoker) as
  select o.store_id, o.id, o.number, o.status, o.plate, o.vehicle_id, o.owner_name, o.model_name, o.advisor_name, o.arrived_at, r.mileage_km, r.vin
  from repair_orders.repair_order o left join repair_orders.reception r on r.store_id = o.store_id and r.order_id = o.id;
create view vehicles.v_meter_change with (security_invoker) as select store_id, vehicle_id, at, old_km, new_km from vehicles.meter_change;
create view vehicles.v_engine with (security_invoker) as select store_id, id, engine_number from vehicles.vehicle;
create or replace view workshop.v_inspection with (security_invoker) as select store_id, id, order_id, at, inspector_name, result, reason, inspector_id from workshop.inspection;
create view workshop.v_worked with (security_invoker) as select store_id, order_id, person_id, person_name, started_at from workshop.clock;
grant select on catalogue.v_operation, repair_orders.v_stay, vehicles.v_meter_change, vehicles.v_engine, workshop.v_worked to gangwei_app;
