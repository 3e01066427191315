-- 0064 stock: nothing reserved for visits that are over, and the lines of a monthly plan by value
-- Why:   parts that came in after a visit was cancelled were still reserved for it, and nobody could let them go (rules.md, Stock).
-- Locks: the rows of stock.part_stock whose reservations go, for a moment; parts_plan.line against writes while its index is built (a second for 100,000 lines).

alter table stock.reservation no force row level security;
alter table stock.part_stock no force row level security;
alter table repair_orders.repair_order no force row level security;
with gone as (
  delete from stock.reservation r using repair_orders.repair_order o
  where o.store_id = r.store_id and o.id = r.order_id and o.closed_at is not null
  returning r.store_id, r.part_id, r.thousandths
)
update stock.part_stock p set reserved_thousandths = p.reserved_thousandths - s.thousandths
from (select store_id, part_id, sum(thousandths) as thousandths from gone group by 1, 2) s
where p.store_id = s.store_id and p.part_id = s.part_id;
alter table stock.reservation force row level security;
alter table stock.part_stock force row level security;
alter table repair_orders.repair_order force row level security;

-- The lines of a monthly plan, the dearest first, as the page shows them: 80,000 lines are not sorted for fifty.
create index lines_by_value on parts_plan.line (store_id, plan_id, planned_fen desc, part_number);
