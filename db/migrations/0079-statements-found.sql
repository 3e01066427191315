-- 0079 settlement: a statement is found by its order and by who pays it; repair-orders: an order is found by its owner
-- Why:   the desk that invoices looks for a statement by number, plate or customer, not day by day (CSH, FIN); who delivers a car knows the customer's name (SAD-1.8).
-- Locks: settlement.statement and repair_orders.repair_order against writing while the indexes are built, about a second for a million rows.

create index statements_of_order on settlement.statement (store_id, order_id);
create index statements_by_payer_name on settlement.statement (store_id, payer_name);
create index orders_by_owner_name on repair_orders.repair_order (store_id, owner_name);
