-- 0015 repair-orders: which number was asked for, where another of its chain is used
-- Why:   a superseded part's old stock goes first, and the chain is shown on the line.
-- Locks: repair_orders.line for a moment: a new column without a default.

alter table repair_orders.line add column instead_of text check (length(instead_of) between 1 and 60);
