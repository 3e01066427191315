-- 0081 duties: duties that a store adds by itself, beside those of its manuals
-- Why:   a store's own recurring duty needs no file (issue of tasks: recurring ones by the same engine); it holds from a day on until the store ends it, and names who supervises it
--        beside the manual's own edges.
-- Locks: duties.duty for added columns without a rewrite.

alter table duties.duty
  add column since date, -- null: as long as its manual
  add column until date, -- its last day; null: no end is set
  add column supervisors text[] not null default '{}', -- positions that are told of this duty alone
  add constraint duty_ends_after_it_began check (until is null or since is null or until >= since) not valid;
