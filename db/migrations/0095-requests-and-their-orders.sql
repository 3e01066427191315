-- 0095 notices: an advisor is told when a part has lost its source; transfers see on which orders requests stand
-- Why:   a request whose line the supplier confirmed with nought kept its day, and its advisor did not hear of it (PPL-5.1).
--        A transfer could be asked for what a submitted order brings already.
-- Locks: notices.notice for the exchange of a check that holds for all rows (not validated); the view is new.

alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check check (kind in (
  'duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'source-lost', 'checklist-signed', 'day-digest', 'week-page',
  'transfer-asked', 'transfer-refused', 'transfer-shipped', 'transfer-differs', 'order-days-announced', 'task-given', 'approval-refused')) not valid;

create view parts_orders.v_request_under_way with (security_invoker) as
  select l.store_id, l.request_id, o.number as order_number from parts_orders.order_line l join parts_orders.parts_order o on o.store_id = l.store_id and o.id = l.order_id
  where l.request_id is not null and l.open_thousandths > 0 and o.status in ('submitted', 'confirmed');
grant select on parts_orders.v_request_under_way to gangwei_app;
