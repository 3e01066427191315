-- 0025 duties: the job manual as data, its instances, tasks and supervision
-- Why:   each position's duties are made ahead by the calendar or by events, closed by business data, a record or a checklist, and supervised (duty engine).
-- Locks: nothing, the schema is new.

create schema duties;
grant usage on schema duties to gangwei_app;

-- What a store made of the pack's lines; an upgrade of the pack leaves edited ones alone.
create table duties.duty (
  store_id uuid not null,
  id text not null check (length(id) <= 20),
  place integer not null, -- order of the manual
  position text not null references organisation.position,
  area text not null check (length(area) <= 40),
  zh text not null check (length(zh) between 1 and 300),
  en text not null check (length(en) between 1 and 300),
  due text not null check (length(due) between 1 and 200), -- the grammar of when.ts
  proof jsonb not null,
  watch text[] not null,
  holder text not null check (holder in ('each', 'position')),
  grace_minutes integer not null default 240 check (grace_minutes between 0 and 20160),
  move text not null default 'before' check (move in ('before', 'after', 'stay')),
  active boolean not null default true,
  edited boolean not null default false,
  version integer not null default 1,
  primary key (store_id, id)
);
select platform.protect('duties.duty');
grant select, insert, update on duties.duty to gangwei_app;

create table duties.duty_change (
  store_id uuid not null,
  id uuid not null,
  duty_id text not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  before jsonb not null,
  after jsonb not null,
  reason text not null check (length(reason) between 1 and 300),
  primary key (store_id, id),
  foreign key (store_id, duty_id) references duties.duty
);
create index changes_of_duty on duties.duty_change (store_id, duty_id, id);
select platform.protect('duties.duty_change');
select platform.make_ledger('duties.duty_change');

create table duties.instance (
  store_id uuid not null,
  id uuid not null,
  duty_id text not null,
  position text not null,
  period text not null check (length(period) between 1 and 100),
  holder_id uuid, -- null: one of those who hold the position does it
  holder_name text not null default '',
  opens_at timestamptz not null,
  due_at timestamptz not null,
  closes_at timestamptz not null check (closes_at >= due_at), -- later than this it is missed
  status text not null default 'open' check (status in ('open', 'done', 'late', 'missed', 'excused')),
  event text, -- what made it, when the calendar did not
  subject_id uuid,
  subject_name text not null default '' check (length(subject_name) <= 100),
  closed_at timestamptz,
  closed_by uuid, -- null: data closed it
  closed_by_name text not null default '',
  evidence jsonb, -- frozen: figure and target, the record's words, the checklist's points
  explanation text not null default '' check (length(explanation) <= 500),
  version integer not null default 1,
  primary key (store_id, id),
  foreign key (store_id, duty_id) references duties.duty,
  constraint what_is_over_says_when check ((status = 'open') = (closed_at is null))
);
-- Making it twice is harmless.
create unique index one_instance on duties.instance (store_id, duty_id, period, coalesce(holder_id, '00000000-0000-0000-0000-000000000000'));
create index open_instances on duties.instance (store_id, position, due_at) where status = 'open';
create index instances_by_due on duties.instance (store_id, position, due_at);
create index unexplained_instances on duties.instance (store_id, position, due_at) where status = 'missed' and explanation = '';
create index closing_instances on duties.instance (store_id, closes_at) where status = 'open';
select platform.protect('duties.instance');
grant select, insert, update, delete on duties.instance to gangwei_app;

create table duties.acknowledgement (
  store_id uuid not null,
  id uuid not null,
  instance_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  action text not null check (action in ('talked', 'reassigned', 'excused')),
  note text not null check (length(note) between 1 and 300),
  primary key (store_id, id),
  foreign key (store_id, instance_id) references duties.instance
);
create index acknowledgements_of_instance on duties.acknowledgement (store_id, instance_id);
select platform.protect('duties.acknowledgement');
select platform.make_ledger('duties.acknowledgement');

-- A failed point of a checklist: somebody's task until the point passes again.
create table duties.task (
  store_id uuid not null,
  id uuid not null,
  instance_id uuid not null, -- the checklist that failed
  checklist text not null,
  point text not null,
  position text not null,
  note text not null check (length(note) between 1 and 300),
  opened_at timestamptz not null,
  opened_by_name text not null,
  due_at timestamptz not null,
  closed_at timestamptz,
  closed_by_name text,
  closed_by_instance uuid, -- the checklist on which the point passed
  primary key (store_id, id),
  foreign key (store_id, instance_id) references duties.instance,
  check ((closed_at is null) = (closed_by_instance is null))
);
-- A point that fails again while its task is open stays one task.
create unique index one_open_task on duties.task (store_id, checklist, point, position) where closed_at is null;
select platform.protect('duties.task');
grant select, insert, update on duties.task to gangwei_app;
