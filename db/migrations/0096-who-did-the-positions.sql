-- 0096 duties: who did what data closed of a position's own duties
-- Why:   such a duty names nobody, and data ticks for nobody; where one person alone was there for the position it was he who did it, and the month's appraisal stands by person (STM-4.12).
-- Locks: duties.instance for two added columns without a rewrite.

alter table duties.instance add column did_by uuid, add column did_by_name text not null default '' check (length(did_by_name) <= 100);
