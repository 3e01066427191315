-- 0100 organisation: the opening hours of the week have a version
-- Why:   of two people who set the hours at once the second one wrote over the first unseen (reliability P8); a weekday is a row of its own, so the week's version stands on the store.
-- Locks: organisation.store for an added column without a rewrite.

alter table organisation.store add column week_version integer not null default 1;
