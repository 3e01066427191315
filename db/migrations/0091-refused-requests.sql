-- 0091 notices: who asked is told of a refusal
-- Why:   the inbox of approvals promises that who asked is told the reason; until now nobody was.
-- Locks: notices.notice for the exchange of a check that holds for all rows (not validated).

alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check check (kind in (
  'duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'checklist-signed', 'day-digest', 'week-page',
  'transfer-asked', 'transfer-refused', 'transfer-shipped', 'transfer-differs', 'order-days-announced', 'task-given', 'approval-refused')) not valid;
