-- 0004 catalogue: models, labour operations, parts with prices, rates, VAT, insurers
-- Why:   one catalogue serves all stores of a group; what a store decides for itself (labour rates, VAT, insurers) stands per store
--        (architecture.md; prices by payer: rules.md, Money).
-- Locks: nothing, the schema is new.

create extension if not exists pg_trgm;
create schema catalogue;
grant usage on schema catalogue to gangwei_app;

create table catalogue.model (
  id uuid primary key,
  code text not null unique check (length(code) between 1 and 30),
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 60),
  make_zh text not null check (length(make_zh) between 1 and 40),
  make_en text not null check (length(make_en) between 1 and 40),
  energy text not null check (energy in ('petrol', 'diesel', 'hybrid', 'electric')),
  active boolean not null default true,
  version integer not null default 1
);
grant select, insert, update on catalogue.model to gangwei_app;

-- find_text holds everything a person may type, Chinese characters spaced apart, so that one trigram index answers prefix of number or
-- initials and any Chinese characters of the name (domain/find-text.ts).
create table catalogue.labour_operation (
  id uuid primary key,
  code text collate "C" not null unique check (length(code) between 1 and 30),
  name_zh text not null check (length(name_zh) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 120),
  initials text not null check (length(initials) <= 100),
  trade text not null check (trade in ('mechanical', 'electrical', 'body', 'paint', 'wash', 'diagnosis')),
  standard_hours_thousandths bigint not null check (standard_hours_thousandths between 0 and 1000000),
  model_id uuid references catalogue.model, -- null: for all models
  repair_kind text not null check (repair_kind in ('overhaul', 'second-maintenance', 'minor')), -- decides the legal guarantee
  find_text text not null,
  active boolean not null default true,
  version integer not null default 1
);
create index labour_operation_by_text on catalogue.labour_operation using gin (find_text gin_trgm_ops);
create index labour_operation_by_model on catalogue.labour_operation (model_id) where model_id is not null;
grant select, insert, update on catalogue.labour_operation to gangwei_app;

create table catalogue.part (
  id uuid primary key,
  number text collate "C" not null unique check (number ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
  name_zh text not null check (length(name_zh) between 1 and 100),
  name_en text not null check (length(name_en) between 1 and 120),
  initials text not null check (length(initials) <= 100),
  unit text not null check (length(unit) between 1 and 10),
  pack_thousandths bigint not null check (pack_thousandths > 0),
  category text not null check (length(category) between 1 and 30),
  superseded_by uuid references catalogue.part check (superseded_by <> id),
  find_text text not null,
  active boolean not null default true,
  version integer not null default 1
);
create index part_by_text on catalogue.part using gin (find_text gin_trgm_ops);
create index part_by_category on catalogue.part (category, number);
create index part_by_successor on catalogue.part (superseded_by) where superseded_by is not null;
grant select, insert, update on catalogue.part to gangwei_app;

create table catalogue.part_barcode (
  barcode text collate "C" primary key check (length(barcode) between 4 and 80),
  part_id uuid not null references catalogue.part
);
create index part_barcode_of_part on catalogue.part_barcode (part_id);
grant select, insert, delete on catalogue.part_barcode to gangwei_app;

-- One of the named unit holds so many thousandths of the part's own unit: 1 桶 = 200 升.
create table catalogue.part_unit (
  part_id uuid not null references catalogue.part,
  unit text not null check (length(unit) between 1 and 10),
  factor_thousandths bigint not null check (factor_thousandths > 0),
  primary key (part_id, unit)
);
grant select, insert, delete on catalogue.part_unit to gangwei_app;

-- Periods of one kind do not overlap: whoever adds a price holds the part's row (actions/add-price.ts).
create table catalogue.part_price (
  part_id uuid not null references catalogue.part,
  kind text not null check (kind in ('cap', 'retail', 'claim')),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  price_fen bigint not null check (price_fen >= 0),
  primary key (part_id, kind, valid_from)
);
-- The end of a period moves when its successor comes; a price itself never changes.
grant select, insert, update (valid_until) on catalogue.part_price to gangwei_app;

-- The rate with the latest valid_from on or before the day counts; there is no end to write and so no gap.
create table catalogue.labour_rate (
  store_id uuid not null references organisation.store,
  payer text not null check (payer in ('customer', 'insurer', 'warranty', 'free-maintenance', 'goodwill', 'internal')),
  insurer_name text not null default '' check (length(insurer_name) <= 60 and (payer = 'insurer' or insurer_name = '')),
  valid_from date not null,
  rate_fen bigint not null check (rate_fen >= 0),
  primary key (store_id, payer, insurer_name, valid_from)
);
select platform.protect('catalogue.labour_rate');
select platform.make_ledger('catalogue.labour_rate');

create table catalogue.vat_rate (
  store_id uuid not null references organisation.store,
  line_kind text not null check (line_kind in ('labour', 'part', 'sublet')),
  valid_from date not null,
  percent integer not null check (percent between 0 and 100),
  primary key (store_id, line_kind, valid_from)
);
select platform.protect('catalogue.vat_rate');
select platform.make_ledger('catalogue.vat_rate');

create table catalogue.insurer (
  store_id uuid not null references organisation.store,
  id uuid not null,
  name text not null check (length(name) between 1 and 60),
  full_name text not null default '' check (length(full_name) <= 100),
  tax_number text not null default '' check (length(tax_number) <= 30),
  bank_account text not null default '' check (length(bank_account) <= 100),
  phone text not null default '' check (length(phone) <= 30),
  note text not null default '' check (length(note) <= 500),
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, name)
);
select platform.protect('catalogue.insurer');
grant select, insert, update on catalogue.insurer to gangwei_app;
