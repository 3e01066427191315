-- 0067 stock: price lists and monthly plans are taken up in steps, and what the pages of the parts desk read is kept
-- Why:   a list of 224,000 prices was one transaction of minutes, a proposed plan of 80,000 lines one of twelve seconds, both without a word about how far they are (PPL-4.1, PPL-1.3); ages, dead stock
--        and the map of bins walked over all lots each time they were opened.
-- Locks: catalogue.part_price and parts_plan.plan for a moment (columns without a default, checks that hold for all rows); stock.balance, stock_health.part_state and parts_plan.line against writes while an index is built (a second for 150,000 rows).

-- The lists that are being taken up: their prices are in the books and count for nobody until the last one is written. A row here goes, and they all count.
create table catalogue.list_under_way (list_id uuid primary key);
grant select, insert, delete on catalogue.list_under_way to gangwei_app;

-- By which list a price was ended, and how long it would have counted: so long it does while that list is under way.
alter table catalogue.part_price add column cut_by uuid, add column until_before date;
grant update (valid_until, cut_by, until_before) on catalogue.part_price to gangwei_app;

-- What people and estimates are told of prices. The table itself is for who writes periods, under the lock of the part.
create or replace view catalogue.v_price with (security_invoker) as
  select part_id, kind, valid_from, case when cut_by in (select list_id from catalogue.list_under_way) then until_before else valid_until end as valid_until, price_fen, list_id
  from catalogue.part_price where list_id is null or list_id not in (select list_id from catalogue.list_under_way);
-- Of a list that is whole: when its prices end.
create view catalogue.v_listed_price with (security_invoker) as select list_id, valid_until from catalogue.part_price where list_id is not null;
grant select on catalogue.v_listed_price to gangwei_app;

alter table prices.list drop constraint list_status_check, drop constraint list_check;
alter table prices.list
  add column taking jsonb, -- who approved it in which store, up to which line it is taken up, and how many of how many
  add column refusal jsonb, -- why it went back to a draft while it was taken up
  add constraint list_status_check check (status in ('reading', 'draft', 'asked', 'taking', 'approved', 'withdrawn', 'reversed', 'discarded')),
  add constraint a_list_that_was_asked_for_has_its_day check (status not in ('asked', 'taking', 'approved', 'withdrawn', 'reversed') or from_day is not null),
  add constraint taken_up_while_it_says_so check ((status = 'taking') = (taking is not null));
create unique index one_list_under_way on prices.list ((true)) where status = 'taking';

alter table parts_plan.plan drop constraint plan_status_check;
alter table parts_plan.plan
  add column proposing jsonb, -- who proposes it, of which parts the lines stand there, and how many of how many
  add constraint plan_status_check check (status in ('proposing', 'draft', 'submitted', 'approved', 'superseded', 'discarded')),
  add constraint proposed_while_it_says_so check ((status = 'proposing') = (proposing is not null));
drop index parts_plan.one_plan_in_the_making;
create unique index one_plan_in_the_making on parts_plan.plan (store_id, month, kind) where status in ('proposing', 'draft', 'submitted');

-- What lies in open lots, by the day they came in, as of the moment the parts were classed: the ages add the lots that moved since.
create table stock_health.age_day (
  store_id uuid not null,
  received_on date not null,
  lots bigint not null,
  value_fen bigint not null,
  primary key (store_id, received_on)
);
select platform.protect('stock_health.age_day');
grant select, insert, delete on stock_health.age_day to gangwei_app;
alter table stock_health.summed add column aged_at timestamptz; -- the same moment as classed_at, once the days are kept
create view stock.v_lot with (security_invoker) as select store_id, id, received_on, received_thousandths, out_thousandths, cost_fen - out_cost_fen as value_fen from stock.lot;
-- What each move did to its lot: in from a place outside, or out to one.
create view stock.v_lot_move with (security_invoker) as
  select m.store_id, m.id, m.at, m.lot_id, s.sign * m.thousandths as thousandths, s.sign * m.cost_fen as value_fen
  from stock.move m join stock.place f on f.store_id = m.store_id and f.id = m.from_place join stock.place t on t.store_id = m.store_id and t.id = m.to_place
  cross join lateral (select (t.kind in ('bin', 'quarantine'))::integer - (f.kind in ('bin', 'quarantine'))::integer as sign) s where s.sign <> 0;
grant select on stock.v_lot, stock.v_lot_move to gangwei_app;
-- Dead stock, the dearest first: a page of it is read, and not all of it sorted.
create index parts_by_value on stock_health.part_state (store_id, value_fen desc, part_id);

-- How many lines of a plan are planned, changed and asked for in an emergency, and how they stand against the last plan, is counted from what the table keeps itself.
create index lines_to_count on parts_plan.line (store_id, plan_id) include (planned_thousandths, proposed_thousandths, emergency_thousandths, last_thousandths, unit_cost_fen);

-- A lot lies where its balance says; which parts a bin holds is asked without it.
create view stock.v_part_in_bin with (security_invoker) as
  select b.store_id, b.place_id, b.part_id from stock.balance b where b.thousandths > 0;
grant select on stock.v_part_in_bin to gangwei_app;
create index balance_parts_by_place on stock.balance (store_id, place_id, part_id) where thousandths > 0;
drop index stock.balance_by_place;
