-- 0090 meetings: morning meetings are due when the house opens
-- Why:   they shipped with the cadence `day`, which is by closing; the manual has the workshop's at opening (WSS-3.1). Kinds that no store has set follow the product without a row
--        here; of those that were set for another reason the cadence is still the one that shipped.
-- Locks: a few rows of meetings.kind.

alter table meetings.kind no force row level security;
update meetings.kind set cadence = 'day@open', version = version + 1
  where code in ('front-desk-morning', 'workshop-morning', 'parts-morning') and cadence = 'day';
alter table meetings.kind force row level security;
