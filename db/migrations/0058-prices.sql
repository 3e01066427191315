-- 0058 prices: a maker's list as a draft, seen and approved before it takes effect; a store's floor of the margin
-- Why:   a list changes the price of everything on the shelves: its differences are looked at, somebody else approves it, it takes effect at its day, and it can be taken back
--        (PPL-4.1, PPL-4.2, PTS-2.2, STM-4.10); what is sold below a store's floor is a deviation that somebody answers for (FDS-2.10).
-- Locks: catalogue.part_price and repair_orders.line for a moment: columns without a default, a check.

create schema prices;
grant usage on schema prices to gangwei_app;

-- The group has one catalogue, and so one set of lists: they belong to no store, like the prices themselves.
create table prices.list (
  id uuid primary key,
  number text not null unique check (length(number) <= 40),
  import_id uuid unique, -- of the file; null: a counter list
  name text not null check (length(name) between 1 and 60),
  status text not null check (status in ('reading', 'draft', 'asked', 'approved', 'withdrawn', 'reversed', 'discarded')),
  from_day date, -- the first day on which its prices count
  reverses uuid unique references prices.list, -- the list that this one takes back
  brought_at timestamptz not null,
  brought_by uuid not null,
  brought_by_name text not null,
  asked_at timestamptz,
  asked_by_name text,
  approved_at timestamptz,
  approved_by_name text,
  ended_at timestamptz, -- withdrawn before its day, reversed after it, discarded
  ended_by_name text,
  words text not null default '' check (length(words) <= 300), -- why it was sent back, withdrawn, reversed or discarded
  counts jsonb not null default '[]', -- by kind of price: how many are new, gone, dearer, cheaper, the same
  version integer not null default 1,
  check ((status in ('asked', 'approved', 'withdrawn', 'reversed')) <= (from_day is not null)),
  check ((status in ('approved', 'withdrawn', 'reversed')) = (approved_at is not null) and (approved_at is null) = (approved_by_name is null)),
  check ((status in ('withdrawn', 'reversed', 'discarded')) = (ended_at is not null) and (ended_at is null) = (ended_by_name is null)),
  check ((reverses is null) = (import_id is not null))
);
grant select, insert, update on prices.list to gangwei_app;

-- What the list says of a part and what counted before it. No price: the list says nothing, and the part keeps what it has (a counter list: has none any more).
create table prices.line (
  list_id uuid not null references prices.list,
  kind text not null check (kind in ('cap', 'retail', 'claim')),
  part_id uuid not null,
  part_number text collate "C" not null,
  price_fen bigint check (price_fen >= 0),
  before_fen bigint check (before_fen >= 0),
  change text not null generated always as (case when price_fen is null then 'gone' when before_fen is null then 'new' when price_fen > before_fen then 'dearer' when price_fen < before_fen then 'cheaper' else 'same' end) stored,
  delta_fen bigint not null generated always as (case when price_fen is null or before_fen is null then 0 else price_fen - before_fen end) stored,
  percent integer not null generated always as ( -- hundredths of a percent
    case when price_fen is null or coalesce(before_fen, 0) = 0 then 0 else greatest(-10000, least(100000000, round((price_fen - before_fen) * 10000.0 / before_fen)))::integer end) stored,
  primary key (list_id, kind, part_id),
  check (price_fen is not null or before_fen is not null)
);
create index lines_by_number on prices.line (list_id, kind, part_number);
create index lines_by_percent on prices.line (list_id, kind, percent, part_number);
grant select, insert, delete, update (price_fen, before_fen) on prices.line to gangwei_app;

-- A store's floor for a payer: what a line must bring at least above its cost. The latest of a payer counts, the others are its history; no percent: none is kept any more.
create table prices.floor (
  store_id uuid not null references organisation.store,
  payer text not null check (payer in ('customer', 'insurer', 'warranty')),
  edition integer not null check (edition > 0),
  percent integer check (percent between 0 and 50000), -- hundredths of a percent
  reason text not null check (length(reason) between 1 and 300),
  at timestamptz not null,
  person_name text not null,
  primary key (store_id, payer, edition)
);
select platform.protect('prices.floor');
select platform.make_ledger('prices.floor');

-- Which list a price came with, and how long the one before would have counted. Only prices of lists go back: withdrawn before their day, or reversed on it; the list keeps what it said.
alter table catalogue.part_price add column list_id uuid, add column cut_until date;
create index prices_of_list on catalogue.part_price (list_id, valid_until) where list_id is not null;
create function catalogue.only_lists_go_back() returns trigger language plpgsql as $$
begin
  if old.list_id is null then raise exception 'a price that no list brought is never deleted'; end if;
  return old;
end $$;
create trigger only_lists_go_back before delete on catalogue.part_price for each row execute function catalogue.only_lists_go_back();
grant delete on catalogue.part_price to gangwei_app;

create view catalogue.v_price with (security_invoker) as select part_id, kind, valid_from, valid_until, price_fen, list_id from catalogue.part_price;
-- Part lines nobody has signed yet: a list may touch them when they are priced anew. Of quotes, those that still hold.
create view repair_orders.v_unsigned_part with (security_invoker) as
  select l.store_id, l.part_id, l.id as line_id, 'infinity'::date as until from repair_orders.repair_order o join repair_orders.line l on l.store_id = o.store_id and l.order_id = o.id
  where o.status in ('received', 'estimated') and l.part_id is not null
  union all
  select l.store_id, l.part_id, l.id, o.quoted_until from repair_orders.repair_order o join repair_orders.line l on l.store_id = o.store_id and l.order_id = o.id
  where o.status = 'quoted' and l.part_id is not null;
create index quotes_by_end on repair_orders.repair_order (store_id, quoted_until) where status = 'quoted';
create view repair_orders.v_part_line with (security_invoker) as select store_id, id, order_id, part_id, code, name_zh, name_en, price_rule, approved_by_name from repair_orders.line where part_id is not null;
grant select on catalogue.v_price, repair_orders.v_unsigned_part, repair_orders.v_part_line to gangwei_app;

alter table repair_orders.line drop constraint line_price_rule_check;
alter table repair_orders.line add constraint line_price_rule_check
  check (price_rule in ('rate', 'cap', 'cap-plus-20', 'retail', 'claim', 'cost', 'free', 'manual', 'follows', 'promotion')) not valid;
