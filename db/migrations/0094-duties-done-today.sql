-- 0094 duties: what was done today is found by when it was done
-- Why:   what is done ahead of its day, or after it, is among the duties done today; a day's closings are found by their own moment.
-- Locks: duties.instance against writing while the index is made (a second for a store of ten years).

create index instances_by_closing on duties.instance (store_id, closed_at) where status in ('done', 'late');
