-- 0079 settlement: a statement is found by its order and by who pays it
-- Why:   the desk that invoices looks for a statement by number, plate or customer, not day by day (CSH, FIN).
-- Locks: settlement.statement against writing while the two indexes are built, about a second for a million statements.

create index statements_of_order on settlement.statement (store_id, order_id);
create index statements_by_payer_name on settlement.statement (store_id, payer_name);
