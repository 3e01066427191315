-- 0060 expenses: claims signed by station manager and finance, the cashier's advances (IOU), and the till's movements for both
-- Why:   expenses are claimed by the 25th, signed by the station manager, approved by finance, then checked by the cashier who hands the IOU back (PTS-6.1, PTS-6.2); cash on delivery is drawn before a pick-up (WHK-1.2).
-- Locks: nothing, new tables.

create schema expenses;
grant usage on schema expenses to gangwei_app;

-- Cash that goes out of the drawer or into it for no customer: rows are only added.
create table settlement.till_movement (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  day date not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  amount_fen bigint not null check (amount_fen <> 0), -- into the drawer above zero, out of it below
  subject text not null check (length(subject) between 1 and 40),
  subject_id uuid not null,
  about text not null check (length(about) between 1 and 100),
  reason text not null default '' check (length(reason) <= 300),
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, day) references settlement.till_day
);
create index till_movements_of_day on settlement.till_movement (store_id, day);
create index till_movements_of_subject on settlement.till_movement (store_id, subject_id, id);
select platform.protect('settlement.till_movement');
select platform.make_ledger('settlement.till_movement');

-- A store's kinds of expense and how many open IOUs a person may have. The latest edition counts; the others are its history.
create table expenses.rule (
  store_id uuid not null references organisation.store,
  edition integer not null check (edition > 0),
  most_open integer not null check (most_open between 1 and 20),
  kinds jsonb not null,
  reason text not null check (length(reason) between 1 and 300),
  at timestamptz not null,
  person_name text not null,
  primary key (store_id, edition)
);
select platform.protect('expenses.rule');
select platform.make_ledger('expenses.rule');

create table expenses.iou (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('open', 'settled', 'returned')),
  person_id uuid not null,
  person_name text not null,
  kind text not null check (length(kind) between 1 and 40),
  amount_fen bigint not null check (amount_fen > 0),
  purpose text not null check (length(purpose) between 1 and 300),
  drawn_at timestamptz not null,
  drawn_by_name text not null,
  ended_at timestamptz,
  ended_by_name text,
  words text not null default '' check (length(words) <= 300),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check ((status = 'open') = (ended_at is null) and (ended_at is null) = (ended_by_name is null))
);
create index ious_open on expenses.iou (store_id, person_id, id) where status = 'open';
create index ious_by_time on expenses.iou (store_id, drawn_at);
select platform.protect('expenses.iou');
grant select, insert, update on expenses.iou to gangwei_app;

create table expenses.claim (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('asked', 'signed', 'approved', 'settled', 'sent-back', 'withdrawn', 'reversed')),
  person_id uuid not null,
  person_name text not null,
  positions text[] not null, -- that he held when he claimed it
  kind text not null check (length(kind) between 1 and 40),
  amount_fen bigint not null check (amount_fen > 0),
  spent_on date not null,
  purpose text not null check (length(purpose) between 1 and 300),
  iou_id uuid, -- drawn before for it
  asked_at timestamptz not null,
  signed_at timestamptz, -- the station manager
  signed_by uuid,
  signed_by_name text,
  approved_at timestamptz, -- the finance manager
  approved_by uuid,
  approved_by_name text,
  settled_at timestamptz, -- the cashier
  settled_by uuid,
  settled_by_name text,
  paid_fen bigint, -- out of the till; below zero: what was left of the advance came back
  words text not null default '' check (length(words) <= 300),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, iou_id) references expenses.iou,
  check ((signed_at is null) = (signed_by is null) and (signed_at is null) = (signed_by_name is null)),
  check ((approved_at is null) = (approved_by is null) and (approved_at is null) = (approved_by_name is null)),
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_by_name is null) and (settled_at is null) = (paid_fen is null)),
  check (status not in ('signed', 'approved', 'settled', 'reversed') or signed_at is not null),
  check (status not in ('approved', 'settled', 'reversed') or (approved_at is not null and approved_by <> signed_by and signed_by <> person_id and approved_by <> person_id)),
  check ((status in ('settled', 'reversed')) = (settled_at is not null) and settled_by is distinct from person_id)
);
create unique index one_claim_of_iou on expenses.claim (store_id, iou_id) where iou_id is not null and status not in ('withdrawn', 'reversed');
create index claims_open on expenses.claim (store_id, id) where status in ('asked', 'signed', 'approved', 'sent-back');
create index claims_of_person on expenses.claim (store_id, person_id, id);
create index claims_by_time on expenses.claim (store_id, asked_at);
select platform.protect('expenses.claim');
grant select, insert, update on expenses.claim to gangwei_app;
