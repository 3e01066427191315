-- 0010 settlement: statements per payer, payments, the till
-- Why:   one valid statement per order, payer and number; nothing settled is edited, it is reversed (rules.md, Money).
-- Locks: nothing, the schema is new.

create schema settlement;
grant usage on schema settlement to gangwei_app;

create table settlement.statement (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  order_id uuid not null,
  order_number text not null,
  payer text not null check (payer in ('customer', 'insurer', 'warranty', 'free-maintenance', 'goodwill', 'internal')),
  payer_name text not null check (length(payer_name) <= 100),
  plate text not null,
  at timestamptz not null,
  day date not null, -- the store's local day: month figures go by it
  person_id uuid not null,
  person_name text not null,
  lines_fen bigint not null,
  allowance_fen bigint not null default 0 check (allowance_fen >= 0),
  allowance_reason text,
  total_fen bigint not null check (total_fen >= 0),
  net_fen bigint not null,
  tax_fen bigint not null,
  reversed_at timestamptz,
  reversed_by uuid,
  reversal_reason text check (length(reversal_reason) <= 500),
  paid_fen bigint not null default 0 check (paid_fen between 0 and total_fen),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check (total_fen = lines_fen - allowance_fen),
  check (net_fen + tax_fen = total_fen),
  check ((allowance_fen > 0) = (allowance_reason is not null))
);
create unique index one_valid_statement on settlement.statement (store_id, order_id, payer) where reversed_at is null;
create index statements_by_day on settlement.statement (store_id, day, id);
create index statements_due on settlement.statement (store_id, id) where reversed_at is null and paid_fen < total_fen;
select platform.protect('settlement.statement');
grant select, insert, update on settlement.statement to gangwei_app;

create table settlement.statement_line (
  store_id uuid not null,
  statement_id uuid not null,
  line_id uuid not null,
  kind text not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  quantity_thousandths bigint not null,
  unit_price_fen bigint not null,
  discount_fen bigint not null,
  amount_fen bigint not null,
  allowance_fen bigint not null,
  vat_percent smallint not null check (vat_percent between 0 and 100),
  net_fen bigint not null,
  tax_fen bigint not null,
  primary key (store_id, statement_id, line_id),
  foreign key (store_id, statement_id) references settlement.statement,
  check (net_fen + tax_fen = amount_fen - allowance_fen)
);
select platform.protect('settlement.statement_line');
select platform.make_ledger('settlement.statement_line');

create table settlement.payment (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40), -- of the receipt
  statement_id uuid not null,
  at timestamptz not null,
  day date not null,
  person_id uuid not null,
  person_name text not null,
  way text not null check (way in ('cash', 'wechat', 'alipay', 'card', 'transfer')),
  amount_fen bigint not null check (amount_fen <> 0), -- a refund is a counter-entry below zero
  reference text not null default '' check (length(reference) <= 60),
  refunds uuid,
  reason text not null default '' check (length(reason) <= 300),
  primary key (store_id, id),
  unique (store_id, number),
  unique (store_id, refunds),
  foreign key (store_id, statement_id) references settlement.statement,
  foreign key (store_id, refunds) references settlement.payment,
  check ((amount_fen < 0) = (refunds is not null))
);
create index payments_of_statement on settlement.payment (store_id, statement_id, id);
create index payments_by_day on settlement.payment (store_id, day, way);
select platform.protect('settlement.payment');
select platform.make_ledger('settlement.payment');

create table settlement.till_day (
  store_id uuid not null references organisation.store,
  day date not null,
  float_fen bigint not null check (float_fen >= 0),
  opened_by uuid not null,
  opened_at timestamptz not null,
  counted_fen bigint check (counted_fen >= 0),
  expected_fen bigint,
  difference_reason text check (length(difference_reason) <= 300),
  closed_by uuid,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (store_id, day),
  check ((closed_at is null) = (counted_fen is null))
);
select platform.protect('settlement.till_day');
grant select, insert, update on settlement.till_day to gangwei_app;

create table settlement.delivery (
  store_id uuid not null,
  order_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  code_checked boolean not null,
  identity_reason text check (length(identity_reason) <= 300),
  accepted boolean not null check (accepted),
  old_parts_shown boolean not null,
  set_removed boolean not null,
  next_service_on date,
  next_service_km integer check (next_service_km between 0 and 3000000),
  follow_up_slot text not null check (length(follow_up_slot) between 1 and 60),
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check (code_checked or identity_reason is not null)
);
select platform.protect('settlement.delivery');
select platform.make_ledger('settlement.delivery');
