-- 0093 notices: who asked is told of a refusal; with it a line that is not confirmed has no day, a receipt says who ended it, receiving knows the carrier's word
-- Why:   the inbox of approvals promises that who asked is told the reason; until now nobody was.
--        A line that the maker confirmed with nought kept its old day, and the order was expected on it.
--        A reversed receipt named neither who nor when; receiving did not know what the carrier said in the morning.
-- Locks: notices.notice for the exchange of a check that holds for all rows (not validated); the view is exchanged; receiving.receipt for columns without a rewrite.

alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check check (kind in (
  'duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'checklist-signed', 'day-digest', 'week-page',
  'transfer-asked', 'transfer-refused', 'transfer-shipped', 'transfer-differs', 'order-days-announced', 'task-given', 'approval-refused')) not valid;

create or replace view parts_orders.v_under_way with (security_invoker) as
  select o.store_id, o.id, o.number, o.supplier_name, o.kind, count(*) as lines, min(coalesce(l.eta, o.promised_on)) filter (where l.confirmed_thousandths is distinct from 0) as eta
  from parts_orders.parts_order o join parts_orders.order_line l on l.store_id = o.store_id and l.order_id = o.id and l.open_thousandths > 0
  where o.status in ('submitted', 'confirmed') group by o.store_id, o.id, o.number, o.supplier_name, o.kind;

alter table receiving.receipt add column ended_at timestamptz, add column ended_by_name text;

create view transfers.v_inbound_word with (security_invoker) as select store_id, subject_id, at, person_name, arrives_on, due_fen, words from transfers.inbound_word;
grant select on transfers.v_inbound_word to gangwei_app;
