-- 0102 purchasing: what a receipt answered for the shelf
-- Why:   a reversed receipt asks which requests for the shelf it had answered, so that they wait again.
-- Locks: purchasing.request against writes while the index is built.

create index requests_laid_in on purchasing.request (store_id, part_id, arrived_at) where origin = 'hand' and status = 'arrived';
