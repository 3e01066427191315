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
