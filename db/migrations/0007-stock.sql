-- 0007 stock: places, lots, moves, balances, reservations
-- Why:   stock moves between places; it never appears, vanishes or is edited, and the oldest lot goes first (rules.md, Stock).
-- Locks: nothing, the schema is new.

create schema stock;
grant usage on schema stock to gangwei_app;

-- Bins are where stock lies; quarantine lies too but is not for issue; the other kinds are where it comes from and goes to.
create table stock.place (
  store_id uuid not null references organisation.store,
  id uuid not null,
  kind text not null check (kind in ('bin', 'quarantine', 'supplier', 'opening', 'job', 'customer', 'scrap', 'count')),
  code text not null check (length(code) between 1 and 30),
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, code)
);
create unique index one_place_of_a_kind on stock.place (store_id, kind) where kind not in ('bin', 'quarantine');
select platform.protect('stock.place');
grant select, insert, update on stock.place to gangwei_app;

-- One row per part that was ever here: what everybody locks first, in the order of part ids, so that nobody deadlocks.
create table stock.part_stock (
  store_id uuid not null,
  part_id uuid not null references catalogue.part,
  on_hand_thousandths bigint not null default 0 check (on_hand_thousandths >= 0),
  quarantined_thousandths bigint not null default 0 check (quarantined_thousandths >= 0),
  reserved_thousandths bigint not null default 0 check (reserved_thousandths >= 0),
  value_fen bigint not null default 0 check (value_fen >= 0),
  primary key (store_id, part_id)
);
select platform.protect('stock.part_stock');
grant select, insert, update on stock.part_stock to gangwei_app;

create table stock.lot (
  store_id uuid not null,
  id uuid not null,
  part_id uuid not null references catalogue.part,
  received_on date not null,
  received_thousandths bigint not null check (received_thousandths > 0),
  cost_fen bigint not null check (cost_fen >= 0), -- of the whole lot, net of VAT
  out_thousandths bigint not null default 0 check (out_thousandths between 0 and received_thousandths),
  out_cost_fen bigint not null default 0 check (out_cost_fen between 0 and cost_fen),
  document text not null check (length(document) <= 60),
  primary key (store_id, id),
  check (out_thousandths < received_thousandths or out_cost_fen = cost_fen) -- an empty lot has given away its whole cost
);
create index lots_oldest_first on stock.lot (store_id, part_id, received_on, id) where out_thousandths < received_thousandths;
select platform.protect('stock.lot');
grant select, insert, update on stock.lot to gangwei_app;

create table stock.balance (
  store_id uuid not null,
  part_id uuid not null,
  place_id uuid not null,
  lot_id uuid not null,
  thousandths bigint not null check (thousandths >= 0),
  primary key (store_id, part_id, place_id, lot_id),
  foreign key (store_id, place_id) references stock.place,
  foreign key (store_id, lot_id) references stock.lot
);
create index balance_by_lot on stock.balance (store_id, lot_id);
create index balance_by_place on stock.balance (store_id, place_id) where thousandths > 0;
select platform.protect('stock.balance');
grant select, insert, update on stock.balance to gangwei_app;

create table stock.move (
  store_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  part_id uuid not null,
  lot_id uuid not null,
  from_place uuid not null,
  to_place uuid not null check (from_place <> to_place),
  thousandths bigint not null check (thousandths > 0),
  cost_fen bigint not null check (cost_fen >= 0),
  order_id uuid, -- the repair order and its line, when the part goes to a job or comes back from it
  line_id uuid,
  takes_back uuid, -- the move that this one takes back, wholly or in part
  document text not null check (length(document) <= 60),
  reason text not null default '' check (length(reason) <= 500),
  primary key (store_id, id),
  foreign key (store_id, lot_id) references stock.lot,
  foreign key (store_id, from_place) references stock.place,
  foreign key (store_id, to_place) references stock.place,
  foreign key (store_id, takes_back) references stock.move
);
create index moves_of_part on stock.move (store_id, part_id, id);
create index moves_of_line on stock.move (store_id, line_id) where line_id is not null;
create index moves_of_lot on stock.move (store_id, lot_id, id);
create index moves_taken_back on stock.move (store_id, takes_back) where takes_back is not null;
select platform.protect('stock.move');
select platform.make_ledger('stock.move');

create table stock.reservation (
  store_id uuid not null,
  line_id uuid not null,
  order_id uuid not null,
  part_id uuid not null,
  thousandths bigint not null check (thousandths > 0),
  at timestamptz not null,
  primary key (store_id, line_id),
  foreign key (store_id, part_id) references stock.part_stock
);
create index reservations_of_part on stock.reservation (store_id, part_id);
create index reservations_of_order on stock.reservation (store_id, order_id);
select platform.protect('stock.reservation');
grant select, insert, update, delete on stock.reservation to gangwei_app;
