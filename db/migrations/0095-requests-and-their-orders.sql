-- 0095 notices: an advisor is told when a part has lost its source; transfers see on which orders requests stand, and an arrival is reversed
-- Why:   a request whose line the supplier confirmed with nought kept its day, and its advisor did not hear of it (PPL-5.1).
--        A transfer could be asked for what a submitted order brings already; goods that arrived by one by mistake could not go back.
-- Locks: notices.notice for the exchange of a check that holds for all rows (not validated); transfers.outcome while its checks are exchanged and looked over: seconds; the view is new.

alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check check (kind in (
  'duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'source-lost', 'checklist-signed', 'day-digest', 'week-page',
  'transfer-asked', 'transfer-refused', 'transfer-shipped', 'transfer-differs', 'order-days-announced', 'task-given', 'approval-refused')) not valid;

create view parts_orders.v_request_under_way with (security_invoker) as
  select l.store_id, l.request_id, o.number as order_number from parts_orders.order_line l join parts_orders.parts_order o on o.store_id = l.store_id and o.id = l.order_id
  where l.request_id is not null and l.open_thousandths > 0 and o.status in ('submitted', 'confirmed');
grant select on parts_orders.v_request_under_way to gangwei_app;

-- An arrival that is reversed stands as it was, beside what takes it back, below zero: the goods are on the road again.
alter table transfers.outcome
  add column takes_back uuid unique references transfers.outcome,
  add column reason text not null default '' check (length(reason) <= 300),
  drop constraint outcome_thousandths_check, drop constraint outcome_cost_fen_check,
  add constraint below_zero_takes_back check (case when takes_back is null then thousandths > 0 and cost_fen >= 0 else kind = 'arrived' and thousandths < 0 and cost_fen <= 0 and reason <> '' end);
