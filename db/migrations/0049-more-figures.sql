-- 0049 reports: first-time fix, cars that came back, use of the bays
-- Why:   issue of the figures (§5.3): 一次修复率, 外返率, 工位利用率. Days that were summed up without them are counted anew by the upkeep.
-- Locks: reports.day_sum and reports.summed, emptied, a moment.

create view quality.v_comeback with (security_invoker) as
  select store_id, id, order_id, proposed_at, proposed_by_name, words from quality.comeback where status <> 'withdrawn';
-- Belongs to no order: two technicians in one bay occupy it once.
create view workshop.v_bay_time with (security_invoker) as
  select c.store_id, c.id, c.order_id as of_order, null::uuid as order_id, c.person_name, j.bay, c.started_at, c.stopped_at
  from workshop.clock c join workshop.job j on j.store_id = c.store_id and j.id = c.job_id where j.bay <> '' and c.stopped_at is not null;
grant select on quality.v_comeback, workshop.v_bay_time to gangwei_app;

-- Sums can be counted anew from the records they were made of; that is all a ledger of sums loses here.
alter table reports.day_sum disable trigger user;
truncate reports.day_sum, reports.summed;
alter table reports.day_sum enable trigger user;
alter table reports.day_sum
  add column came_back bigint not null default 0,
  add column bay_milliseconds bigint not null default 0,
  add column bay_open_milliseconds bigint not null default 0;
