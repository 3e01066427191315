-- 0086 duties: a duty's own instances of a span are found by their deadline
-- Why:   where one duty proves another, its instances were looked for among those of every position: in a year's history the proof of each such duty read tens of thousands of rows.
-- Locks: duties.instance against writing while the index is made (a second for a store of ten years).

create index instances_of_duty on duties.instance (store_id, duty_id, due_at);
