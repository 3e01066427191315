-- 0038 rosters: who works when, who stands in for whom, and the turns at the door
-- Why:   a day of the duty calendar is a day on which the holder is rostered; an absent holder's duties go to his deputy (duty engine); greeting duty is planned and checked in (STM-4.3, FDS-2.3, SAD-4.1, INF-2.1).
-- Locks: duties.instance for two added columns without a rewrite and for an index over its open rows; all else is new.

create schema rosters;
grant usage on schema rosters to gangwei_app;

-- What a store wants otherwise; the presets stand in domain/shift.ts and domain/greeting.ts.
create table rosters.shift (
  store_id uuid not null,
  code text not null check (length(code) between 1 and 20),
  mark text not null check (length(mark) between 1 and 3),
  name_zh text not null check (length(name_zh) between 1 and 20),
  name_en text not null check (length(name_en) between 1 and 30),
  starts text not null check (starts ~ '^\d\d:\d\d$'),
  ends text not null check (ends ~ '^\d\d:\d\d$' and ends > starts),
  active boolean not null,
  version integer not null,
  primary key (store_id, code)
);
create table rosters.setting (
  store_id uuid primary key,
  slot_minutes integer not null check (slot_minutes in (30, 60)),
  version integer not null
);

-- A person's usual week from a day on; the weeks before keep the one they had.
create table rosters.pattern (
  store_id uuid not null,
  person_id uuid not null,
  since date not null,
  days text[] check (array_length(days, 1) = 7), -- from Monday: a shift's code, 'off'; null: no pattern any more, at work whenever the store is open
  version integer not null,
  primary key (store_id, person_id, since)
);

-- A single day that is not as usual.
create table rosters.entry (
  store_id uuid not null,
  day date not null,
  person_id uuid not null,
  shift text check (length(shift) between 1 and 20), -- null: a day off
  version integer not null,
  primary key (store_id, day, person_id)
);

create table rosters.absence (
  store_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  from_day date not null,
  until_day date not null check (until_day >= from_day),
  kind text not null check (kind in ('leave', 'sick', 'training', 'trip')),
  reason text not null check (length(reason) <= 200),
  deputy_id uuid check (deputy_id <> person_id),
  deputy_name text not null default '',
  cancelled boolean not null default false,
  version integer not null default 1,
  primary key (store_id, id)
);
create index absences_by_end on rosters.absence (store_id, until_day, from_day);

-- What was said about an absence, in turn.
create table rosters.absence_change (
  store_id uuid not null,
  id uuid not null,
  absence_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  change text not null check (change in ('recorded', 'ended', 'cancelled', 'deputy')),
  until_day date not null,
  deputy_name text not null,
  reason text not null check (length(reason) <= 200),
  primary key (store_id, id),
  foreign key (store_id, absence_id) references rosters.absence
);
create index changes_of_absence on rosters.absence_change (store_id, absence_id, id);

-- One advisor stands at the door at a time.
create table rosters.greeting (
  store_id uuid not null,
  day date not null,
  starts text not null check (starts ~ '^\d\d:\d\d$'),
  ends text not null check (ends ~ '^\d\d:\d\d$' and ends > starts),
  person_id uuid not null,
  person_name text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  checked_in_at timestamptz check (checked_in_at < ends_at),
  version integer not null default 1,
  primary key (store_id, day, starts)
);
create index greetings_of_person on rosters.greeting (store_id, person_id, day);

select platform.protect('rosters.shift');
select platform.protect('rosters.setting');
select platform.protect('rosters.pattern');
select platform.protect('rosters.entry');
select platform.protect('rosters.absence');
select platform.protect('rosters.absence_change');
select platform.protect('rosters.greeting');
select platform.make_ledger('rosters.absence_change');
grant select, insert, update on rosters.shift, rosters.setting, rosters.absence to gangwei_app;
grant select, insert, update, delete on rosters.pattern, rosters.entry, rosters.greeting to gangwei_app;

-- Whose duty it is stays; who does it for him while he is absent stands beside it.
alter table duties.instance add column deputy_id uuid, add column deputy_name text not null default '';
create index instances_of_deputy on duties.instance (store_id, deputy_id, due_at) where deputy_id is not null;
