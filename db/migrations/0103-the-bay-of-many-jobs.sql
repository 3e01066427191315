-- 0103 workshop: a job's bay beside its other work
-- Why:   the figures of a month looked the bay up clock by clock, four thousand times; asked for all their jobs at once the index is read along.
-- Locks: none that anybody waits for; a view gains a column at its end.

create or replace view workshop.v_work with (security_invoker) as
  select store_id, id, order_id, line_id, status, technician_id, technician_name, finished_at, self_check, team_check, bay
  from workshop.job;
