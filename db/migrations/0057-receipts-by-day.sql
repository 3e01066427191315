-- 0057 receiving: receipts by the moment they were begun
-- Why:   whether the pieces of today's deliveries were counted at the door is asked on every Today of a storekeeper (WHK-1.3).
-- Locks: writes to receiving.receipt while the index is built, a moment.

create index receipts_by_day on receiving.receipt (store_id, begun_at);
