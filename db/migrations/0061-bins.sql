-- 0061 bins: zones with their storage rules, blocked bins, bin moves; transfers between two stores
-- Why:   bins are arranged by storage rules and every move is on record (WHK-5.2, WHK-2.2); what one store lacks another may have, and sends it at the cost of its lots.
-- Locks: stock.place for a moment: a check that no row is read for, and a column; views and new tables elsewhere.

-- What left one store and has not arrived in the other lies on the road: outside the books of both, on record in both.
alter table stock.place drop constraint place_kind_check;
alter table stock.place add constraint place_kind_check
  check (kind in ('bin', 'quarantine', 'supplier', 'opening', 'job', 'customer', 'scrap', 'count', 'transit')) not valid;
-- Why nothing may be put into a bin for now; empty where it may.
alter table stock.place add column blocked text not null default '' check (length(blocked) <= 200);

create view stock.v_place with (security_invoker) as select store_id, id, kind, code, active, blocked, version from stock.place;
create view stock.v_lot_in_bin with (security_invoker) as
  select b.store_id, b.part_id, b.place_id, b.lot_id, b.thousandths, l.received_on, p.code as bin
  from stock.balance b
  join stock.lot l on l.store_id = b.store_id and l.id = b.lot_id
  join stock.place p on p.store_id = b.store_id and p.id = b.place_id and p.kind = 'bin'
  where b.thousandths > 0;
create view stock.v_move with (security_invoker) as select store_id, id, at, part_id, lot_id, from_place, to_place, thousandths, cost_fen, order_id, line_id, takes_back, document from stock.move;
create view organisation.v_store_name as select id, code, name_zh, name_en from organisation.store;
create view catalogue.v_part_facts as select id, number, name_zh, name_en, unit, category from catalogue.part;
create view receiving.v_counting with (security_invoker) as select store_id, id, number, supplier_name, pieces, begun_at, begun_by_name from receiving.receipt where status = 'counting';
grant select on stock.v_place, stock.v_lot_in_bin, stock.v_move, catalogue.v_part_facts, organisation.v_store_name, receiving.v_counting to gangwei_app;

-- The one look over the fence: how much of a part lies free in the other stores of the group, and what a unit of it costs there on average. Nothing else of theirs is told.
create function stock.free_in_group(own uuid, parts uuid[]) returns table (store_id uuid, part_id uuid, free_thousandths bigint, unit_cost_fen bigint) language plpgsql as $$
declare
  mine text := current_setting('app.store_ids', true);
begin
  perform set_config('app.store_ids', (select string_agg(s.id::text, ',') from organisation.store s where s.id <> own), true);
  return query
    select p.store_id, p.part_id, p.on_hand_thousandths - p.reserved_thousandths, (p.value_fen * 1000 / nullif(p.on_hand_thousandths + p.quarantined_thousandths, 0))::bigint
    from stock.part_stock p where p.part_id = any (parts) and p.on_hand_thousandths > p.reserved_thousandths;
  perform set_config('app.store_ids', mine, true);
end $$;
revoke all on function stock.free_in_group from public;
grant execute on function stock.free_in_group to gangwei_app;

create schema bins;
grant usage on schema bins to gangwei_app;

-- The first part of a bin's code names its zone: A-01-03 lies in zone A, rack 01, level 3.
create table bins.zone (
  store_id uuid not null references organisation.store,
  code text not null check (length(code) between 1 and 10),
  name text not null check (length(name) between 1 and 40),
  holds text[] not null check (holds <@ array['normal', 'small', 'liquid', 'battery', 'accessory']),
  near boolean not null default false, -- near the counter: for what is asked for often
  staging boolean not null default false, -- where goods stand that are not put away yet
  full_at integer not null default 8 check (full_at between 1 and 200), -- different parts that fill one of its bins
  version integer not null default 1,
  primary key (store_id, code)
);
select platform.protect('bins.zone');
grant select, insert, update on bins.zone to gangwei_app;

create table bins.rule (
  store_id uuid primary key references organisation.store,
  heavy_up_to integer not null check (heavy_up_to between 1 and 20), -- the highest level for heavy parts
  fast_from integer not null check (fast_from between 1 and 10000), -- issues in ninety days that make a part a fast mover
  version integer not null default 1
);
select platform.protect('bins.rule');
grant select, insert, update on bins.rule to gangwei_app;

-- How a part is stored where that differs from what its category says.
create table bins.part_class (
  store_id uuid not null references organisation.store,
  part_id uuid not null,
  class text not null check (class in ('normal', 'heavy', 'small', 'liquid', 'battery', 'accessory')),
  version integer not null default 1,
  primary key (store_id, part_id)
);
select platform.protect('bins.part_class');
grant select, insert, update on bins.part_class to gangwei_app;

create table bins.bin_move (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  part_id uuid not null,
  lot_id uuid not null,
  from_place uuid not null,
  to_place uuid not null check (from_place <> to_place),
  thousandths bigint not null check (thousandths > 0),
  broken text not null default '' check (length(broken) <= 60), -- the storage rule that it breaks
  reason text not null default '' check (length(reason) <= 300),
  takes_back uuid,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, takes_back) references bins.bin_move,
  constraint a_broken_rule_has_its_reason check (broken = '' or reason <> '')
);
create unique index bin_move_taken_back_once on bins.bin_move (store_id, takes_back) where takes_back is not null;
create index bin_moves_into on bins.bin_move (store_id, to_place, id);
create index bin_moves_out_of on bins.bin_move (store_id, from_place, id);
create index bin_moves_of_lot on bins.bin_move (store_id, lot_id, to_place, id);
select platform.protect('bins.bin_move');
select platform.make_ledger('bins.bin_move');

-- A shipment belongs to two stores. Each sees it, and each does its half in a transaction of its own: the row is what joins them.
create schema transfers;
grant usage on schema transfers to gangwei_app;
create function transfers.protect(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($policy$create policy by_either_store on %s using (
    asking_store = any ((select string_to_array(current_setting('app.store_ids', true), ',')::uuid[])::uuid[])
    or giving_store = any ((select string_to_array(current_setting('app.store_ids', true), ',')::uuid[])::uuid[]))$policy$, target);
end $$;
revoke all on function transfers.protect from public;

create table transfers.transfer (
  id uuid primary key,
  asking_store uuid not null references organisation.store,
  giving_store uuid not null references organisation.store check (giving_store <> asking_store),
  number text not null unique check (length(number) <= 40),
  status text not null check (status in ('asked', 'agreed', 'refused', 'withdrawn', 'cancelled', 'shipped', 'closed')),
  note text not null default '' check (length(note) <= 300),
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  answered_at timestamptz,
  answered_by_name text,
  answer text not null default '' check (length(answer) <= 300),
  shipped_at timestamptz,
  shipped_by_name text,
  document text not null default '' check (length(document) <= 60), -- of the moves that took it off the giving store's books
  carrier text not null default '' check (length(carrier) <= 60),
  waybill text not null default '' check (length(waybill) <= 60),
  eta date,
  ended_at timestamptz,
  ended_by_name text,
  reason text not null default '' check (length(reason) <= 300),
  version integer not null default 1,
  check ((status in ('shipped', 'closed')) = (shipped_at is not null)),
  check ((status in ('refused', 'cancelled', 'closed')) = (ended_at is not null))
);
create index transfers_asked on transfers.transfer (asking_store, id);
create index transfers_given on transfers.transfer (giving_store, id);
create index transfers_on_the_road on transfers.transfer (asking_store, eta) where status = 'shipped';
select transfers.protect('transfers.transfer');
grant select, insert, update on transfers.transfer to gangwei_app;

create table transfers.line (
  id uuid primary key,
  transfer_id uuid not null references transfers.transfer,
  asking_store uuid not null,
  giving_store uuid not null,
  request_id uuid, -- the purchase request of the asking store that it serves
  part_id uuid not null,
  part_number text not null,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  asked_thousandths bigint not null check (asked_thousandths > 0),
  agreed_thousandths bigint not null default 0 check (agreed_thousandths between 0 and asked_thousandths)
);
create index lines_of_transfer on transfers.line (transfer_id);
select transfers.protect('transfers.line');
grant select, insert, update on transfers.line to gangwei_app;

-- What left, lot by lot, at the cost that the giving store's books lost.
create table transfers.parcel (
  id uuid primary key,
  transfer_id uuid not null references transfers.transfer,
  line_id uuid not null references transfers.line,
  asking_store uuid not null,
  giving_store uuid not null,
  part_id uuid not null,
  lot_id uuid not null,
  received_on date not null, -- goods do not grow younger on the road
  from_place uuid not null,
  move_id uuid not null unique, -- of the giving store
  thousandths bigint not null check (thousandths > 0),
  cost_fen bigint not null check (cost_fen >= 0)
);
create index parcels_of_transfer on transfers.parcel (transfer_id);
select transfers.protect('transfers.parcel');
grant select, insert on transfers.parcel to gangwei_app;

-- What became of it: arrived, written off, or back in the giving store.
create table transfers.outcome (
  id uuid primary key,
  transfer_id uuid not null references transfers.transfer,
  parcel_id uuid not null references transfers.parcel,
  asking_store uuid not null,
  giving_store uuid not null,
  kind text not null check (kind in ('arrived', 'lost', 'back')),
  thousandths bigint not null check (thousandths > 0),
  cost_fen bigint not null check (cost_fen >= 0),
  at timestamptz not null,
  person_name text not null,
  document text not null check (length(document) <= 60),
  move_id uuid not null unique
);
create index outcomes_of_transfer on transfers.outcome (transfer_id);
create index outcomes_of_parcel on transfers.outcome (parcel_id);
select transfers.protect('transfers.outcome');
select platform.make_ledger('transfers.outcome');

-- What the asking store misses of a line stays on the road until the giving store has decided.
create table transfers.gap (
  id uuid primary key,
  transfer_id uuid not null references transfers.transfer,
  line_id uuid not null references transfers.line,
  asking_store uuid not null,
  giving_store uuid not null,
  kind text not null check (kind in ('short', 'damaged', 'unwanted')),
  thousandths bigint not null check (thousandths > 0),
  reason text not null check (length(reason) between 1 and 300),
  at timestamptz not null,
  person_name text not null,
  decision text check (decision in ('found', 'lost', 'back')),
  words text not null default '' check (length(words) <= 300),
  decided_at timestamptz,
  decided_by_name text,
  check ((decision is null) = (decided_at is null))
);
create index gaps_of_transfer on transfers.gap (transfer_id);
select transfers.protect('transfers.gap');
grant select, insert, update on transfers.gap to gangwei_app;
create view transfers.v_inbound with (security_invoker) as
  select asking_store as store_id, id, number, giving_store, eta, carrier, waybill, shipped_at from transfers.transfer where status = 'shipped';

-- The carriers are asked every morning what has come and what is to be paid (WHK-1.1).
create table transfers.inbound_word (
  store_id uuid not null references organisation.store,
  id uuid not null,
  subject text not null check (subject in ('transfer', 'parts-order')),
  subject_id uuid not null,
  at timestamptz not null,
  person_name text not null,
  arrives_on date not null,
  due_fen bigint not null check (due_fen >= 0), -- to be paid on delivery
  words text not null default '' check (length(words) <= 300),
  primary key (store_id, id)
);
create index inbound_words_of_subject on transfers.inbound_word (store_id, subject_id, at);
select platform.protect('transfers.inbound_word');
select platform.make_ledger('transfers.inbound_word');
grant select on transfers.v_inbound to gangwei_app;
