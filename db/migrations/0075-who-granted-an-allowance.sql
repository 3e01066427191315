-- 0075 settlement: whose allowance it is
-- Why:   discounts and waivers stand with who authorised them (the visit, step 13); of one that was asked for, only who settled with it was kept.
-- Locks: settlement.statement for a moment: two columns without a value, a check not valid.

alter table settlement.statement add column granted_by uuid; -- null: who settled granted it himself
alter table settlement.statement add column granted_by_name text;
alter table settlement.statement add constraint statement_granted_allowance check (case when granted_by is null then granted_by_name is null else granted_by_name is not null and allowance_fen > 0 end) not valid;

create or replace view settlement.v_statement with (security_invoker) as
  select store_id, id, number, order_id, order_number, payer, plate, at, day, person_id, person_name, allowance_fen, allowance_reason, total_fen, net_fen, reversed_at,
    coalesce(granted_by, person_id) as allowance_by, coalesce(granted_by_name, person_name) as allowance_by_name
  from settlement.statement;
