-- 0089 duties: what stands keeps its form and its title; nothing to do is no duty done in time
-- Why:   a duty changed on its own day was made again in its new form beside the one that stood; a store may rename a duty that it added, and what was owed before keeps the
--        title under which it was owed; the history of such a duty begins with that it was added, not with that it was on; where its data says that there was nothing to do, a duty is over without having been done.
-- Locks: duties.duty_change for a moment; duties.duty and duties.instance for added columns without a rewrite; the check of states is not looked at again, the old one was narrower.

alter table duties.duty_change alter column before drop not null; -- null: it was added
alter table duties.duty add column changed_at timestamptz; -- what opened until then stands as it was made, and is not made anew

alter table duties.instance
  add column zh text check (length(zh) <= 300), -- null: as its duty is called
  add column en text check (length(en) <= 300),
  drop constraint instance_status_check,
  add constraint instance_status_check check (status in ('open', 'done', 'late', 'missed', 'excused', 'nothing')) not valid;
