-- 0099 care: a complaint keeps that an answer to it came late
-- Why:   the share of complaints answered in time (FDS-2.9, WSS-2.8) looked at the last answer and the last clock: a complaint that was given back counted as in time at once, however late its first answer was.
-- Locks: care.complaint for an added column without a rewrite; its rows with late answers are written once.

alter table care.complaint add column answered_late boolean not null default false;
-- Each answer has 24 hours from the opening, or from when the customer gave the one before it back.
update care.complaint c set answered_late = true where exists (
  select from care.complaint_step s where s.store_id = c.store_id and s.complaint_id = c.id and s.kind = 'answered' and s.at > interval '24 hours'
    + coalesce((select max(r.at) from care.complaint_step r where r.store_id = s.store_id and r.complaint_id = s.complaint_id and r.kind = 'returned' and r.at <= s.at), c.opened_at));

create or replace view care.v_complaint with (security_invoker) as
  select store_id, id, number, order_id, plate, kind, words, opened_at, due_at, answered_at, status <> 'open' and not answered_late as in_time from care.complaint;
