-- 0043 attendance: who is in the house and since when; clocks that were forgotten, and their corrections
-- Why:   attendance beside worked and sold hours gives utilisation and efficiency; a forgotten clock stops at closing and is corrected with a reason, never silently (clock ledger).
-- Locks: workshop.clock for a new column and for its check, which reads the table once; reports.day_sum for a new column without a rewrite.

create schema attendance;
grant usage on schema attendance to gangwei_app;

create table attendance.spell (
  store_id uuid not null,
  id uuid not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  technician boolean not null, -- his work is clocked job by job: he counts for the utilisation
  came_at timestamptz not null,
  left_at timestamptz check (left_at >= came_at),
  forgotten boolean not null default false check (not forgotten or left_at is not null), -- ended by itself, and nobody said yet when he really left
  version integer not null default 1,
  primary key (store_id, id)
);
-- Nobody is there twice.
create unique index one_open_attendance on attendance.spell (store_id, person_id) where left_at is null;
create index spells_of_person on attendance.spell (store_id, person_id, came_at);
create index spells_by_coming on attendance.spell (store_id, came_at);
create index spells_by_leaving on attendance.spell (store_id, left_at) include (came_at) where left_at is not null;
create index forgotten_spells on attendance.spell (store_id, came_at) where forgotten;
select platform.protect('attendance.spell');
grant select, insert, update on attendance.spell to gangwei_app;

-- What a supervisor put right: as it was, as it is. Null before: the spell itself was missing.
create table attendance.correction (
  store_id uuid not null,
  id uuid not null,
  spell_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  reason text not null check (length(reason) between 1 and 200),
  came_before timestamptz,
  left_before timestamptz,
  came_after timestamptz not null,
  left_after timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, spell_id) references attendance.spell
);
create index corrections_of_spell on attendance.correction (store_id, spell_id, id);
select platform.protect('attendance.correction');
select platform.make_ledger('attendance.correction');

-- An attendance belongs to no order.
create view attendance.v_attended with (security_invoker) as
  select store_id, id, person_id, person_name, came_at, left_at, null::uuid as order_id from attendance.spell where technician and left_at is not null;
grant select on attendance.v_attended to gangwei_app;
alter table reports.day_sum add column attended_milliseconds bigint not null default 0;

-- A clock that ran past closing stops by itself.
alter table workshop.clock
  add column version integer not null default 1, -- one more with each correction
  drop constraint clock_pause_reason_check,
  add constraint clock_pause_reason_check check (pause_reason in ('parts', 'customer', 'technical', 'insurer', 'bay', 'break', 'finished', 'forgotten'));
create index running_clocks on workshop.clock (store_id, started_at) where stopped_at is null;
create index clocks_by_start on workshop.clock (store_id, started_at);
create index forgotten_clocks on workshop.clock (store_id, started_at) where pause_reason = 'forgotten' and version = 1;

create table workshop.clock_correction (
  store_id uuid not null,
  id uuid not null,
  clock_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  reason text not null check (length(reason) between 1 and 200),
  from_before timestamptz not null,
  until_before timestamptz not null,
  from_after timestamptz not null,
  until_after timestamptz not null,
  primary key (store_id, id),
  foreign key (store_id, clock_id) references workshop.clock
);
create index corrections_of_clock on workshop.clock_correction (store_id, clock_id, id);
select platform.protect('workshop.clock_correction');
select platform.make_ledger('workshop.clock_correction');

-- What a technician asked for by scanning its label: proposed when the advisor prices it, a line only after the customer's yes.
alter table repair_orders.added_work add column asked_part jsonb; -- part, code, names, unit, quantity

-- A finding told by voice: kept like a photo, played on the advisor's sheet, never changed.
create table photos.recording (
  store_id uuid not null,
  id uuid not null,
  subject text not null check (subject in ('repair-order', 'duty')),
  subject_id uuid not null,
  detail text not null default '' check (length(detail) <= 60), -- the id of the added work; '' where it was recorded before that had one
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes between 1 and 1048576),
  type text not null check (type in ('audio/webm', 'audio/mp4')),
  seconds integer not null check (seconds between 1 and 60),
  recorded_at timestamptz not null, -- as the device said
  received_at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, id)
);
create index recordings_of_subject on photos.recording (store_id, subject, subject_id, id);
select platform.protect('photos.recording');
select platform.make_ledger('photos.recording');

-- Two on one job: each has his own clock. The sold hours are shared by clocked time, or as the foreman says in percent.
create table workshop.helper (
  store_id uuid not null,
  job_id uuid not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  at timestamptz not null,
  share_percent integer check (share_percent between 0 and 100),
  primary key (store_id, job_id, person_id),
  foreign key (store_id, job_id) references workshop.job
);
create index jobs_of_helper on workshop.helper (store_id, person_id);
select platform.protect('workshop.helper');
grant select, insert, update, delete on workshop.helper to gangwei_app;
alter table workshop.job add column share_percent integer check (share_percent between 0 and 100); -- of the technician himself; null: by clocked time
