-- 0026 repair-orders: views for other modules' proofs and figures
-- Why:   what a module proves of its own data is counted over orders and their steps; a view is what it may see of them.
-- Locks: nothing, views alone.

create view repair_orders.v_step with (security_invoker) as select store_id, id, order_id, to_status from repair_orders.step;
create view repair_orders.v_order with (security_invoker) as select store_id, id, status, plate, purpose, promised_at, closed_at from repair_orders.repair_order;
grant select on repair_orders.v_step, repair_orders.v_order to gangwei_app;
