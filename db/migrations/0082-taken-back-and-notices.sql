-- 0082 duties, notices: an acknowledgement can be taken back; a night's overdue duties are one notice; a task tells whom it is given to
-- Why:   a supervisor who chose the wrong line or action says so himself; what he said stays, with who took it back, when and why (supervision, duty engine).
--        One notice for each overdue duty made a hundred in a night: digest instead of noise.
-- Locks: notices.notice for the exchange of a check that holds for all rows (not validated); all else is new.

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
