-- 0075 settlement: whose allowance it is
-- Why:   discounts and waivers stand with who authorised them (the visit, step 13); of one that was asked for, only who settled with it was kept.
-- Locks: settlement.statement while those with an allowance are read: two columns, filled where a request was granted, a check not valid.

alter table settlement.statement add column granted_by uuid; -- null: who settled granted it himself
alter table settlement.statement add column granted_by_name text;
alter table settlement.statement no force row level security;
alter table approvals.request no force row level security;
update settlement.statement s set granted_by = r.decided_by, granted_by_name = r.decided_by_name
from approvals.request r
where s.allowance_fen > 0 and r.store_id = s.store_id and r.subject_id = s.order_id and r.kind = 'allowance' and r.state = 'approved' and r.decided_at <= s.at and s.allowance_fen <= r.amount_fen
  and not exists (select from approvals.request n where n.store_id = r.store_id and n.subject_id = r.subject_id and n.kind = r.kind and n.state = 'approved' and n.decided_at <= s.at and n.id > r.id);
alter table approvals.request force row level security;
alter table settlement.statement force row level security;
alter table settlement.statement add constraint statement_granted_allowance check (case when granted_by is null then granted_by_name is null else granted_by_name is not null and allowance_fen > 0 end) not valid;

create or replace view settlement.v_statement with (security_invoker) as
  select store_id, id, number, order_id, order_number, payer, plate, at, day, person_id, person_name, allowance_fen, allowance_reason, total_fen, net_fen, reversed_at,
    coalesce(granted_by, person_id) as allowance_by, coalesce(granted_by_name, person_name) as allowance_by_name
  from settlement.statement;
