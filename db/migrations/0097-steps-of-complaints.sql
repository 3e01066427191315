-- 0097 care: each answer to a complaint, and each time the customer was not content with it
-- Why:   a complaint has its steps (FDS-2.9, WSS-2.8): the second answer took the place of the first, and what the customer said to it went into his first words.
-- Locks: nothing for long, the table is new; care.complaint is read once.

create table care.complaint_step (
  store_id uuid not null,
  id uuid not null,
  complaint_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('answered', 'returned')),
  person_name text not null,
  words text not null check (length(words) between 1 and 1000),
  primary key (store_id, id),
  foreign key (store_id, complaint_id) references care.complaint (store_id, id)
);
create index steps_of_complaint on care.complaint_step (store_id, complaint_id, id);
-- Of the answers before this only the last one is known.
insert into care.complaint_step (store_id, id, complaint_id, at, kind, person_name, words)
  select store_id, uuidv7(), id, answered_at, 'answered', answered_by_name, answer from care.complaint where answered_at is not null and answer <> '';
select platform.protect('care.complaint_step');
select platform.make_ledger('care.complaint_step');
select privacy.open_for_erasure('care.complaint_step', 'words');
