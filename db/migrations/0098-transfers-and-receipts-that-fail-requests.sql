-- 0098 purchasing: what a transfer does not bring, and what an arrival that was reversed had brought
-- Why:   a request that another store was asked for kept its source and its day when that store refused or cancelled (PPL-5.1), and a job kept its reservation
--        when the arrival that it was made from was reversed; nobody told its advisor.
-- Locks: notices.notice for the exchange of a check that holds for all rows (not validated); purchasing.request and transfers.line while their indexes are made: seconds; the view is new.

alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check check (kind in (
  'duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'source-lost', 'arrival-reversed', 'checklist-signed', 'day-digest', 'week-page',
  'transfer-asked', 'transfer-refused', 'transfer-shipped', 'transfer-differs', 'order-days-announced', 'task-given', 'approval-refused')) not valid;

create view purchasing.v_by_transfer with (security_invoker) as
  select store_id, id as request_id, supplier, sourced_at from purchasing.request where status = 'sourced' and source = 'transfer';
grant select on purchasing.v_by_transfer to gangwei_app;
create index requests_by_transfer on purchasing.request (store_id) where status = 'sourced' and source = 'transfer';
create index lines_of_request on transfers.line (request_id) where request_id is not null;
