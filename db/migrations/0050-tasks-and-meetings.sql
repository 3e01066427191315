-- 0050 tasks: reported problems and tasks, meetings with agenda, attendance, minutes, decisions and readers
-- Why:   what somebody reports or is asked for has an owner, a deadline and an end that somebody else confirms (FDS-1.3, WSS-1.3, INF-1.5); meetings are held, minuted and read (STM-4.1, FDS-3.x, WSS-3.x, PTS-9.2, PTS-10.x, INF-1.2).
-- Locks: photos.photo for a moment: checks that are not looked through.

create schema tasks;
grant usage on schema tasks to gangwei_app;

create table tasks.task (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  kind text not null check (kind in ('problem', 'task')), -- told in the channel, or asked for
  area text check (area in ('front-desk', 'workshop', 'parts', 'cleaning', 'house')), -- where a problem was found
  words text not null check (length(words) <= 1000),
  photo_needed boolean not null default false, -- it is done with a photo
  status text not null check (status in ('open', 'done', 'checked', 'withdrawn')),
  position text not null check (length(position) between 2 and 4),
  owner_id uuid, -- one person of that position; empty: whoever of it comes first
  owner_name text not null default '',
  due_at timestamptz not null,
  source_page text not null default '' check (length(source_page) <= 200), -- the meeting that decided it
  source_name text not null default '' check (length(source_name) <= 100),
  given_at timestamptz not null,
  given_by uuid not null,
  given_by_name text not null,
  done_at timestamptz,
  done_by uuid,
  done_by_name text not null default '',
  returns integer not null default 0, -- how often it was sent back
  ended_at timestamptz,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check ((kind = 'problem') = (area is not null)),
  check ((owner_id is null) = (owner_name = '')),
  check ((status in ('checked', 'withdrawn')) = (ended_at is not null)),
  check (status not in ('done', 'checked') or done_at is not null)
);
create index open_tasks on tasks.task (store_id, position, due_at) where status in ('open', 'done');
create index open_tasks_given on tasks.task (store_id, given_by, id) where status in ('open', 'done');
create index tasks_of_position on tasks.task (store_id, position, id);
create index tasks_given on tasks.task (store_id, given_by, id);
select platform.protect('tasks.task');
grant select, insert, update on tasks.task to gangwei_app;

-- Who did what with it, and said what.
create table tasks.step (
  store_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  what text not null check (what in ('given', 'passed', 'done', 'returned', 'checked', 'withdrawn')),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  words text not null default '' check (length(words) <= 1000),
  primary key (store_id, id),
  foreign key (store_id, task_id) references tasks.task (store_id, id)
);
create index steps_of_task on tasks.step (store_id, task_id, id);
select platform.protect('tasks.step');
select platform.make_ledger('tasks.step');

create schema meetings;
grant usage on schema meetings to gangwei_app;

-- What a store wants otherwise than the presets (meetings/domain/kinds.ts), and kinds of its own.
create table meetings.kind (
  store_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z0-9-]{1,29}$'),
  name_zh text not null check (length(name_zh) between 1 and 30),
  name_en text not null check (length(name_en) between 1 and 60),
  convenor text not null check (length(convenor) between 2 and 4),
  attendees text[] not null, -- positions that are called
  readers text[] not null, -- positions that read the minutes besides
  cadence text not null check (length(cadence) <= 100), -- as the duties write it: day, FREQ=WEEKLY;BYDAY=MO; empty: when needed
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, code)
);
select platform.protect('meetings.kind');
grant select, insert, update on meetings.kind to gangwei_app;

create table meetings.meeting (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  kind text not null check (length(kind) <= 30),
  name_zh text not null,
  name_en text not null,
  status text not null check (status in ('called', 'held', 'issued', 'cancelled')),
  at timestamptz not null,
  place_name text not null default '' check (length(place_name) <= 60),
  code text not null check (length(code) = 6), -- who stands in the room reads it from the convenor's screen
  convenor_id uuid not null,
  convenor_name text not null,
  convenor_position text not null,
  held_at timestamptz,
  minutes text not null default '' check (length(minutes) <= 4000),
  issued_at timestamptz,
  issued_by_name text,
  cancelled_at timestamptz,
  cancel_reason text check (length(cancel_reason) between 1 and 300),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check ((status in ('held', 'issued')) = (held_at is not null)),
  check ((status = 'issued') = (issued_at is not null)),
  check ((status = 'cancelled') = (cancelled_at is not null and cancel_reason is not null))
);
create index open_meetings on meetings.meeting (store_id, at) where status in ('called', 'held');
create index meetings_held on meetings.meeting (store_id, kind, held_at) where held_at is not null;
select platform.protect('meetings.meeting');
grant select, insert, update on meetings.meeting to gangwei_app;

create table meetings.item (
  store_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('missed-duty', 'complaint', 'comeback', 'late-promise', 'overdue-task', 'own')),
  subject text not null default '' check (length(subject) <= 100), -- the duty, the plate, the number
  words_zh text not null check (length(words_zh) between 1 and 300),
  words_en text not null check (length(words_en) between 1 and 300),
  page text not null default '' check (length(page) <= 200),
  minutes text not null default '' check (length(minutes) <= 1000),
  primary key (store_id, id),
  foreign key (store_id, meeting_id) references meetings.meeting (store_id, id)
);
create index items_of_meeting on meetings.item (store_id, meeting_id, id);
select platform.protect('meetings.item');
grant select, insert, update, delete on meetings.item to gangwei_app;

-- Who was called, who was there, who has read the minutes.
create table meetings.participant (
  store_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  name text not null,
  positions text[] not null,
  invited boolean not null, -- else he came by himself, or reads the minutes alone
  present_at timestamptz,
  way text check (way in ('convenor', 'code')),
  excuse text not null default '' check (length(excuse) <= 200),
  read_at timestamptz,
  primary key (store_id, meeting_id, person_id),
  foreign key (store_id, meeting_id) references meetings.meeting (store_id, id),
  check ((present_at is null) = (way is null)),
  check (present_at is null or excuse = '')
);
create index present_people on meetings.participant (store_id, person_id, present_at) where present_at is not null;
create index minutes_to_read on meetings.participant (store_id, person_id, meeting_id) where read_at is null;
select platform.protect('meetings.participant');
grant select, insert, update on meetings.participant to gangwei_app;

create table meetings.decision (
  store_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  words text not null check (length(words) between 1 and 1000),
  task_id uuid not null,
  task_number text not null,
  primary key (store_id, id),
  foreign key (store_id, meeting_id) references meetings.meeting (store_id, id)
);
create index decisions_of_meeting on meetings.decision (store_id, meeting_id, id);
select platform.protect('meetings.decision');
select platform.make_ledger('meetings.decision');

-- Issued minutes stay as they are: what was wrong in them is said here.
create table meetings.addendum (
  store_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  words text not null check (length(words) between 1 and 1000),
  primary key (store_id, id),
  foreign key (store_id, meeting_id) references meetings.meeting (store_id, id)
);
create index addenda_of_meeting on meetings.addendum (store_id, meeting_id, id);
select platform.protect('meetings.addendum');
select platform.make_ledger('meetings.addendum');

create view tasks.v_task with (security_invoker) as select store_id, id, number, status, position, owner_id, owner_name, due_at, words from tasks.task;
grant select on tasks.v_task to gangwei_app;

alter table photos.photo drop constraint photo_subject_check;
alter table photos.photo add constraint photo_subject_check check (subject in ('repair-order', 'duty', 'courtesy-loan', 'receipt', 'task', 'meeting')) not valid;
alter table photos.photo drop constraint photo_occasion_check;
alter table photos.photo add constraint photo_occasion_check
  check (occasion in ('walk-around', 'added-work', 'work', 'delivery', 'duty', 'handed-out', 'taken-back', 'opened-box', 'damage', 'delivery-note', 'receipt', 'waybill', 'problem', 'remedy', 'minutes')) not valid;
