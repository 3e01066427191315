-- 0076 duties: what a duty was proved by stays with it when the store asks for another proof
-- Why:   a store may ask for another record or a checklist; what is there already keeps the proof it was made with (null: the duty's own), as the past is immutable.
-- Locks: duties.instance for an added column without a rewrite.
alter table duties.instance add column proof jsonb;
