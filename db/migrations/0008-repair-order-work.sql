-- 0008 repair-orders: reception sheet, lines, authorisations
-- Why:   a line carries its payer, price and work; what the customer signed is kept as he signed it (product.md, steps 3 to 6).
-- Locks: repair_orders.repair_order, for an instant (columns with constant defaults).

alter table repair_orders.repair_order
  add column vehicle_id uuid,
  add column owner_id uuid,
  add column owner_name text not null default '' check (length(owner_name) <= 60),
  add column model_name text not null default '' check (length(model_name) <= 80),
  add column insurer_name text not null default '' check (length(insurer_name) <= 60),
  add column total_fen bigint not null default 0,
  add column pick_up_code text check (pick_up_code ~ '^[A-Z2-9]{6}$'),
  add foreign key (store_id, vehicle_id) references vehicles.vehicle,
  add foreign key (store_id, owner_id) references customers.customer;
create index orders_of_vehicle on repair_orders.repair_order (store_id, vehicle_id, id) where vehicle_id is not null;

create table repair_orders.reception (
  store_id uuid not null,
  order_id uuid not null,
  received_at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  vin text check (length(vin) = 17),
  sender_name text not null check (length(sender_name) between 1 and 60),
  sender_phone text not null check (length(sender_phone) between 5 and 20),
  owner_phone text not null check (length(owner_phone) between 5 and 20),
  mileage_km integer not null check (mileage_km between 0 and 3000000),
  fuel_eighths smallint not null check (fuel_eighths between 0 and 8),
  sheet jsonb not null, -- walk-around, interior, consultation: the contract's reception sheet
  signature text check (length(signature) <= 200000),
  unsigned_reason text check (length(unsigned_reason) <= 300),
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check ((signature is null) <> (unsigned_reason is null))
);
select platform.protect('repair_orders.reception');
select platform.make_ledger('repair_orders.reception');

create table repair_orders.line (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('labour', 'part', 'sublet')),
  payer text not null check (payer in ('customer', 'insurer', 'warranty', 'free-maintenance', 'goodwill', 'internal')),
  operation_id uuid references catalogue.labour_operation,
  part_id uuid references catalogue.part,
  code text not null check (length(code) <= 60),
  name_zh text not null check (length(name_zh) between 1 and 200),
  name_en text not null check (length(name_en) between 1 and 200),
  trade text,
  unit text not null check (length(unit) <= 10),
  quantity_thousandths bigint not null check (quantity_thousandths > 0), -- hours of labour, pieces of a part
  unit_price_fen bigint not null check (unit_price_fen >= 0),
  discount_fen bigint not null default 0 check (discount_fen >= 0),
  amount_fen bigint not null check (amount_fen >= 0), -- after the discount, VAT included
  price_rule text not null check (price_rule in ('rate', 'cap', 'cap-plus-20', 'retail', 'claim', 'cost', 'free', 'manual', 'follows')),
  deviation_reason text check (length(deviation_reason) <= 300),
  approved_by uuid,
  approved_by_name text,
  supplier text check (length(supplier) <= 100), -- sublet work
  cost_fen bigint check (cost_fen >= 0),
  out_at timestamptz,
  back_at timestamptz,
  stopped_reason text check (length(stopped_reason) <= 300),
  version integer not null default 1,
  primary key (store_id, id),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check ((kind = 'part') = (part_id is not null)),
  check ((kind = 'sublet') = (supplier is not null))
);
create index lines_of_order on repair_orders.line (store_id, order_id, id);
create index lines_of_part on repair_orders.line (store_id, part_id, id) where part_id is not null;
create index deviations_to_approve on repair_orders.line (store_id, id) where price_rule = 'manual' and approved_by is null;
select platform.protect('repair_orders.line');
grant select, insert, update, delete on repair_orders.line to gangwei_app;

create table repair_orders.authorisation (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  promised_at timestamptz not null,
  snapshot jsonb not null, -- what the customer saw and signed
  signature text check (length(signature) <= 200000),
  unsigned_reason text check (length(unsigned_reason) <= 300),
  total_fen bigint not null,
  primary key (store_id, id),
  unique (store_id, order_id, number),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check ((signature is null) <> (unsigned_reason is null))
);
select platform.protect('repair_orders.authorisation');
select platform.make_ledger('repair_orders.authorisation');
