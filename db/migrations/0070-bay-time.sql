-- 0070 workshop: the bay of a clock is looked up clock by clock
-- Why:   joined as a whole, the figures of a month read every job the store ever had (47,000 after a year, ten times as many after ten).
-- Locks: none that anybody waits for; a view is exchanged.

create or replace view workshop.v_bay_time with (security_invoker) as
  select c.store_id, c.id, c.order_id as of_order, null::uuid as order_id, c.person_name, j.bay, c.started_at, c.stopped_at
  from workshop.clock c cross join lateral (select j.bay from workshop.job j where j.store_id = c.store_id and j.id = c.job_id limit 1) j
  where j.bay <> '' and c.stopped_at is not null;
