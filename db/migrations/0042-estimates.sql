-- 0042 estimates: the promise is computed, an earlier one has its reason; packages and menus of maintenance
-- Why:   the customer is told when the car can really be ready, and who promises earlier says why (SAD-1.5); maintenance is offered by model and mileage (SAD-1.4).
-- Locks: repair_orders.authorisation and repair_orders.line: columns without a default, a check over each and a partial index, a short while; the rest is new.

-- When the car could have been ready as the shop stood then; null where nobody asked.
alter table repair_orders.authorisation
  add column earliest_at timestamptz,
  add column early_reason text check (length(early_reason) between 1 and 300),
  add constraint early_promise_has_reason check (earliest_at is null or promised_at >= earliest_at or early_reason is not null);

-- What a store wants otherwise; the presets stand in domain/closing-work.ts.
create table workshop.setting (
  store_id uuid primary key,
  inspection_minutes integer not null check (inspection_minutes between 0 and 480),
  wash_minutes integer not null check (wash_minutes between 0 and 480),
  version integer not null
);
select platform.protect('workshop.setting');
grant select, insert, update on workshop.setting to gangwei_app;

-- Packages of work, and by model the plan of maintenance that says which is due (SAD-1.4). One catalogue serves all stores of a group.
create table catalogue.package (
  id uuid primary key,
  code text collate "C" not null unique check (length(code) between 1 and 30),
  name_zh text not null check (length(name_zh) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 120),
  model_id uuid references catalogue.model, -- null: for all models
  price_fen bigint check (price_fen >= 0), -- what a customer pays for all of it; null: the sum of its lines
  active boolean not null default true,
  version integer not null default 1
);
create table catalogue.package_line (
  package_id uuid not null references catalogue.package,
  place integer not null check (place between 1 and 40),
  operation_id uuid references catalogue.labour_operation,
  part_id uuid references catalogue.part,
  quantity_thousandths bigint not null check (quantity_thousandths > 0), -- hours of labour, pieces of a part
  primary key (package_id, place),
  check (num_nonnulls(operation_id, part_id) = 1)
);
create table catalogue.menu (
  model_id uuid primary key references catalogue.model,
  version integer not null
);
create table catalogue.menu_step (
  model_id uuid not null references catalogue.menu,
  km integer not null check (km between 1 and 1000000),
  months integer not null check (months between 1 and 600),
  package_id uuid not null references catalogue.package,
  primary key (model_id, km)
);
grant select, insert, update on catalogue.package, catalogue.menu to gangwei_app;
grant select, insert, delete on catalogue.package_line, catalogue.menu_step to gangwei_app;

-- A number that nobody is sure of is confirmed before the customer signs; who confirmed it stays on the line (PPL-4.3).
alter table repair_orders.line
  add column unclear text check (length(unclear) between 1 and 200),
  add column confirmed_at timestamptz,
  add column confirmed_by uuid,
  add column confirmed_by_name text,
  add constraint confirmed_whole check (num_nulls(confirmed_at, confirmed_by, confirmed_by_name) in (0, 3)),
  add constraint confirmed_was_unclear check (confirmed_at is null or unclear is not null),
  add constraint unclear_part check (unclear is null or part_id is not null);
create index numbers_to_confirm on repair_orders.line (store_id, id) where unclear is not null and confirmed_at is null;

-- What the customer was shown of an estimate stays as he saw it; what is changed afterwards is another version (SAD-1.4).
create table repair_orders.estimate_version (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  way text not null check (way in ('printed', 'shown')),
  total_fen bigint not null,
  lines jsonb not null,
  primary key (store_id, id),
  unique (store_id, order_id, number),
  foreign key (store_id, order_id) references repair_orders.repair_order
);
select platform.protect('repair_orders.estimate_version');
select platform.make_ledger('repair_orders.estimate_version');
