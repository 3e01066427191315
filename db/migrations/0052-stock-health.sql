-- 0052 stock-health: sums of the stock ledger by month, dead stock by a store's own rule, promotions, scrap applications
-- Why:   attainment, turnover and dead stock are looked at every month (PTS-7.1 to 7.3, STM-5.1, STM-5.2); what is scrapped is signed by station manager, finance and general manager before it leaves the books (PTS-7.4).
-- Locks: photos.photo for a moment: a check; views and new tables elsewhere.

create schema stock_health;
grant usage on schema stock_health to gangwei_app;

-- What jobs took of a part in a month that is over, returns against it. Moves never change, so neither do their sums.
create table stock_health.month_use (
  store_id uuid not null references organisation.store,
  month date not null,
  part_id uuid not null,
  thousandths bigint not null,
  cost_fen bigint not null,
  primary key (store_id, month, part_id)
);
create index use_of_part on stock_health.month_use (store_id, part_id, month);
select platform.protect('stock_health.month_use');
select platform.make_ledger('stock_health.month_use');

-- Of the whole store: what jobs took in the month, and what lay there at its end.
create table stock_health.month_total (
  store_id uuid not null references organisation.store,
  month date not null,
  cost_fen bigint not null,
  value_fen bigint not null,
  primary key (store_id, month)
);
select platform.protect('stock_health.month_total');
select platform.make_ledger('stock_health.month_total');

-- Part lines of the cars delivered in the month, by make, and those that had to be asked of purchasing.
create table stock_health.month_attainment (
  store_id uuid not null references organisation.store,
  month date not null,
  make_zh text not null,
  make_en text not null,
  lines bigint not null check (lines >= 0),
  short bigint not null check (short between 0 and lines),
  primary key (store_id, month, make_zh)
);
select platform.protect('stock_health.month_attainment');
select platform.make_ledger('stock_health.month_attainment');

-- Up to which month a store is summed up, and of which moment the classes of its parts are.
create table stock_health.summed (
  store_id uuid primary key references organisation.store,
  month date,
  classed_on date,
  classed_at timestamptz
);
select platform.protect('stock_health.summed');
grant select, insert, update on stock_health.summed to gangwei_app;

-- Made anew every day from the sums and the moves of the running month.
create table stock_health.part_state (
  store_id uuid not null,
  part_id uuid not null,
  idle_since date, -- the day of the last issue; of a part never issued, the receipt of its oldest lot here
  here_thousandths bigint not null, -- and its value, of that moment; what moved since is read from the ledger
  value_fen bigint not null,
  year_fen bigint not null,
  year_thousandths bigint not null,
  value_class text not null check (value_class in ('A', 'B', 'C')),
  variation_class text not null check (variation_class in ('X', 'Y', 'Z')),
  primary key (store_id, part_id)
);
create index parts_by_class on stock_health.part_state (store_id, value_class, variation_class);
select platform.protect('stock_health.part_state');
grant select, insert, update, delete on stock_health.part_state to gangwei_app;

-- A store's rule of dead stock. The latest edition counts; the others are its history.
create table stock_health.dead_rule (
  store_id uuid not null references organisation.store,
  edition integer not null check (edition > 0),
  months integer not null check (months between 1 and 60),
  minimum_fen bigint not null check (minimum_fen between 0 and 100000000),
  reason text not null check (length(reason) between 1 and 300),
  at timestamptz not null,
  person_name text not null,
  primary key (store_id, edition)
);
select platform.protect('stock_health.dead_rule');
select platform.make_ledger('stock_health.dead_rule');

-- Parts that lie still on purpose.
create table stock_health.exception (
  store_id uuid not null references organisation.store,
  id uuid not null,
  part_id uuid not null,
  reason text not null check (length(reason) between 1 and 300),
  at timestamptz not null,
  person_name text not null,
  ended_at timestamptz,
  ended_by_name text,
  primary key (store_id, id)
);
create unique index one_exception_of_part on stock_health.exception (store_id, part_id) where ended_at is null;
select platform.protect('stock_health.exception');
grant select, insert, update on stock_health.exception to gangwei_app;

-- Who looked at which figure, what it was, and what he concluded.
create table stock_health.review (
  store_id uuid not null references organisation.store,
  id uuid not null,
  figure text not null check (figure in ('attainment', 'turnover', 'dead-stock')),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  positions text[] not null,
  words text not null check (length(words) between 1 and 500),
  snapshot jsonb not null,
  primary key (store_id, id)
);
create index reviews_by_time on stock_health.review (store_id, figure, at);
select platform.protect('stock_health.review');
select platform.make_ledger('stock_health.review');

create table stock_health.promotion (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  name text not null check (length(name) between 1 and 60),
  from_day date not null,
  until_day date not null,
  responsible_id uuid not null,
  responsible_name text not null,
  planned_at timestamptz not null,
  planned_by_name text not null,
  ended_at timestamptz, -- before its last day
  ended_by_name text,
  end_reason text not null default '' check (length(end_reason) <= 300),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check (from_day <= until_day),
  check ((ended_at is null) = (ended_by_name is null))
);
create index promotions_by_time on stock_health.promotion (store_id, planned_at);
select platform.protect('stock_health.promotion');
grant select, insert, update on stock_health.promotion to gangwei_app;

create table stock_health.promotion_line (
  store_id uuid not null,
  promotion_id uuid not null,
  part_id uuid not null,
  price_fen bigint not null check (price_fen >= 0), -- of one unit, VAT included
  unit_cost_fen bigint not null check (unit_cost_fen >= 0), -- net of VAT, when it was planned
  planned_thousandths bigint not null check (planned_thousandths >= 0), -- what lay there then
  under_cost_reason text not null default '' check (length(under_cost_reason) <= 300),
  primary key (store_id, promotion_id, part_id),
  foreign key (store_id, promotion_id) references stock_health.promotion
);
create index promotions_of_part on stock_health.promotion_line (store_id, part_id);
select platform.protect('stock_health.promotion_line');
select platform.make_ledger('stock_health.promotion_line');

create table stock_health.scrap (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('asked', 'checked', 'approved', 'scrapped', 'sent-back', 'withdrawn', 'reversed')),
  round integer not null default 1 check (round > 0), -- signatures begin anew after it was sent back
  reason text not null check (length(reason) between 1 and 300),
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  expected_fen bigint not null default 0 check (expected_fen >= 0),
  words text not null default '' check (length(words) <= 300), -- why it was sent back, withdrawn or reversed
  document text check (length(document) <= 60), -- of the moves
  moved_at timestamptz,
  cost_fen bigint check (cost_fen >= 0), -- of the lots, to the fen
  counter_document text check (length(counter_document) <= 60),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check ((status in ('scrapped', 'reversed')) = (document is not null)),
  check ((document is null) = (moved_at is null) and (document is null) = (cost_fen is null)),
  check ((status = 'reversed') = (counter_document is not null))
);
create index scraps_open on stock_health.scrap (store_id, id) where status in ('asked', 'checked', 'approved', 'sent-back');
create index scraps_by_move on stock_health.scrap (store_id, moved_at) where moved_at is not null;
select platform.protect('stock_health.scrap');
grant select, insert, update on stock_health.scrap to gangwei_app;

create table stock_health.scrap_line (
  store_id uuid not null,
  id uuid not null,
  scrap_id uuid not null,
  round integer not null,
  part_id uuid not null,
  part_number text not null,
  place_id uuid not null,
  bin text not null,
  lot_id uuid, -- null: the oldest first
  thousandths bigint not null check (thousandths > 0),
  cause text not null check (cause in ('damaged', 'expired', 'obsolete', 'unsaleable')),
  expected_fen bigint not null check (expected_fen >= 0),
  cost_fen bigint check (cost_fen >= 0),
  primary key (store_id, id),
  foreign key (store_id, scrap_id) references stock_health.scrap,
  foreign key (store_id, place_id) references stock.place
);
create index lines_of_scrap on stock_health.scrap_line (store_id, scrap_id, round, bin, part_number, id);
select platform.protect('stock_health.scrap_line');
grant select, insert, update (cost_fen) on stock_health.scrap_line to gangwei_app;

create table stock_health.signature (
  store_id uuid not null,
  scrap_id uuid not null,
  round integer not null,
  step text not null check (step in ('check', 'approval', 'signature')),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, scrap_id, round, step),
  unique (store_id, scrap_id, round, person_id), -- nobody signs twice
  foreign key (store_id, scrap_id) references stock_health.scrap
);
select platform.protect('stock_health.signature');
select platform.make_ledger('stock_health.signature');

-- What stock, cars and lines say of it.
create view stock.v_part_value with (security_invoker) as
  select store_id, part_id, on_hand_thousandths + quarantined_thousandths as here, on_hand_thousandths - reserved_thousandths as free, value_fen from stock.part_stock;
create view stock.v_moved with (security_invoker) as select store_id, id, part_id, line_id from stock.move;
create view stock.v_open_lot with (security_invoker) as
  select store_id, id, part_id, received_on, received_thousandths - out_thousandths as here, cost_fen - out_cost_fen as value_fen from stock.lot where out_thousandths < received_thousandths;
create view stock.v_job_move with (security_invoker) as
  select store_id, id, at, part_id, line_id, case when takes_back is null then thousandths else -thousandths end as thousandths, case when takes_back is null then cost_fen else -cost_fen end as cost_fen
  from stock.move where line_id is not null;
-- What each move did to the value of the stock: in from a place outside, or out to one.
create view stock.v_value_move with (security_invoker) as
  select m.store_id, m.id, m.at, case when t.kind in ('bin', 'quarantine') then m.cost_fen else 0 end - case when f.kind in ('bin', 'quarantine') then m.cost_fen else 0 end as value_fen
  from stock.move m join stock.place f on f.store_id = m.store_id and f.id = m.from_place join stock.place t on t.store_id = m.store_id and t.id = m.to_place;
create view stock.v_scrap_move with (security_invoker) as
  select m.store_id, m.document, m.thousandths, m.cost_fen, m.takes_back from stock.move m join stock.place p on p.store_id = m.store_id and p.id in (m.from_place, m.to_place) and p.kind = 'scrap';
create view vehicles.v_make with (security_invoker) as
  select v.store_id, v.id, m.make_zh, m.make_en from vehicles.vehicle v join catalogue.model m on m.id = v.model_id;
create view purchasing.v_short with (security_invoker) as
  select store_id, id, number, order_id, order_number, line_id, plate, part_id, part_number, name_zh, name_en, urgency, thousandths, asked_at, status from purchasing.request where status <> 'cancelled';
create view counts.v_count with (security_invoker) as select store_id, id, kind, day, ended_at, status from counts.count;
grant select on stock.v_part_value, stock.v_moved, stock.v_open_lot, stock.v_job_move, stock.v_value_move, stock.v_scrap_move, vehicles.v_make, purchasing.v_short, counts.v_count to gangwei_app;

alter table photos.photo drop constraint photo_subject_check;
alter table photos.photo add constraint photo_subject_check check (subject in ('repair-order', 'duty', 'courtesy-loan', 'receipt', 'task', 'meeting', 'scrap')) not valid;
