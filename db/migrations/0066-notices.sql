-- 0066 notices: a kind of notice for what somebody found on his round
-- Why:   the information clerk's 6S round goes to the station manager, what the desk's document review found to the advisors, by signing the list (INF-2.6, FDS-2.7).
-- Locks: notices.notice for a moment: a check (not valid).

alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check
  check (kind in ('duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'checklist-signed', 'day-digest', 'week-page')) not valid;
