-- 0073 stock: duties that can be unmet read what was printed, authorised and told apart by payer; an expense is booked on the account of its kind; a reversed price list says which newer prices stay
-- Why:   a picking list follows an authorised estimate (PPL-2.1), an issue is told apart by who pays (PPL-2.2); the journal put all expenses on one account.
--        Withdrawing or reversing a list of 224,000 prices was one transaction; it goes in steps now, and names the parts that somebody priced meanwhile (PPL-4.1).
-- Locks: expenses.claim and prices.list for a moment, a column without a default each.

create view repair_orders.v_authorised with (security_invoker) as select store_id, id, order_id from repair_orders.authorisation;
create view repair_orders.v_line_payer with (security_invoker) as
  select l.store_id, l.id, l.order_id, l.payer, o.insurer_name from repair_orders.line l join repair_orders.repair_order o on o.store_id = l.store_id and o.id = l.order_id;
create view papers.v_printed with (security_invoker) as select store_id, id, kind, order_id from papers.paper where order_id is not null;
grant select on repair_orders.v_authorised, repair_orders.v_line_payer, papers.v_printed to gangwei_app;

-- The account of its kind at the moment it is settled: what was booked stays booked, and its reversal is booked on the same. Null: settled before kinds had accounts.
alter table expenses.claim add column account text check (account ~ '^[0-9]{4}([0-9]{2}){0,3}$');
grant update (account) on expenses.claim to gangwei_app;
create or replace view expenses.v_booked with (security_invoker) as
  select store_id, drawn_at as at, number as document, person_name as about, 0::bigint as cost_fen, amount_fen as advance_fen, -amount_fen as cash_fen, null::text as account from expenses.iou
  union all select store_id, ended_at, number, person_name, 0, -amount_fen, amount_fen, null from expenses.iou where status = 'returned'
  union all select store_id, settled_at, number, person_name, amount_fen, paid_fen - amount_fen, -paid_fen, account from expenses.claim where settled_at is not null
  union all select store_id, reversed_at, number, person_name, -amount_fen, amount_fen - paid_fen, paid_fen, account from expenses.claim where reversed_at is not null;

alter table prices.list add column kept jsonb; -- of a counter list: parts that had a newer price, and keep it
-- A list that was approved is under way again while it is withdrawn, and a counter list while it is written.
alter table prices.list drop constraint list_check1;
alter table prices.list add constraint approved_while_it_says_so check (
  (status in ('approved', 'withdrawn', 'reversed')) <= (approved_at is not null) and (approved_at is not null) <= (status in ('taking', 'approved', 'withdrawn', 'reversed')) and (approved_at is null) = (approved_by_name is null));
