-- 0074 parts-orders: which make's cars a part serves, and parts at their standard stock; receiving: who drove to a pick-up; notices: the desk hears of order days
-- Why:   the supervisor watches by make how many parts reach their standard stock, and which do not (PTS-7.1, practice.md 3.3); goods are collected together with the driver (WHK-1.2);
--        the order days of a month are announced to the desk (PTS-1.1), which must not have to look for them.
-- Locks: parts_orders.level and receiving.receipt for a moment (columns with a constant default), notices.notice (a check that no row is read for).

alter table parts_orders.level add column make_zh text not null default '', add column make_en text not null default ''; -- empty: it serves several makes, or none is known
-- The standard stock of a part is the point at which it is ordered.
create view parts_orders.v_standard with (security_invoker) as
  select store_id, part_id, point_thousandths as standard, unit_cost_fen, make_zh, make_en from parts_orders.level where point_thousandths > 0;
grant select on parts_orders.v_standard to gangwei_app;

-- Levels are reckoned anew today, with their makes.
alter table parts_orders.reckoned no force row level security;
delete from parts_orders.reckoned;
alter table parts_orders.reckoned force row level security;

alter table receiving.receipt add column driver text not null default '' check (length(driver) <= 60);

alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check check (kind in (
  'duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'checklist-signed', 'day-digest', 'week-page',
  'transfer-asked', 'transfer-refused', 'transfer-shipped', 'transfer-differs', 'order-days-announced')) not valid;
