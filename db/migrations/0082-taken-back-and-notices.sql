-- 0082 duties: an acknowledgement can be taken back; a night's overdue duties are one notice; a task tells whom it is given to
-- Why:   a supervisor who chose the wrong line or action says so himself; what he said stays, with who took it back, when and why (supervision, duty engine).
--        One notice for each overdue duty made a hundred in a night: digest instead of noise.
-- Locks: notices.notice for the exchange of a check that holds for all rows (not validated), notices.recipient for a column without a rewrite and two indexes; all else is new.

create table duties.acknowledgement_back (
  store_id uuid not null,
  acknowledgement_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  reason text not null check (length(reason) between 1 and 300),
  primary key (store_id, acknowledgement_id),
  foreign key (store_id, acknowledgement_id) references duties.acknowledgement
);
select platform.protect('duties.acknowledgement_back');
select platform.make_ledger('duties.acknowledgement_back');

-- Whether a meeting spoke of a duty after a moment.
create index items_by_subject on meetings.item (store_id, kind, subject);

alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check check (kind in (
  'duty-late', 'duty-climbed', 'approval-waits', 'promise-at-risk', 'promise-passed', 'complaint-runs', 'shortage-arrived', 'checklist-signed', 'day-digest', 'week-page',
  'transfer-asked', 'transfer-refused', 'transfer-shipped', 'transfer-differs', 'order-days-announced', 'task-given')) not valid;

-- Of what comes in numbers the first notice stands for those that follow it within a day, until it is read.
alter table notices.recipient add column folded_into uuid;
create index unread_lines on notices.recipient (store_id, person_id, notice_id) where read_at is null and folded_into is null;
create index folded_notices on notices.recipient (store_id, person_id, folded_into) where folded_into is not null;
