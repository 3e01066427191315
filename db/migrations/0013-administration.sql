-- 0013 administration: leavers, passwords, second factors, tablets, changes of rights, opening hours, working calendar
-- Why:   a store is run by its own administrators: who works here, what a position may do, how one signs in, when the house is open
--        (rules.md, Car, customer, people; Ground).
-- Locks: staff, credential and session for the moment in which a column with a constant default is added.

-- Out at once, whatever the last day says.
alter table organisation.staff add column ended_at timestamptz;

alter table organisation.credential
  add column must_change boolean not null default false, -- a password that somebody else knows
  add column valid_until timestamptz; -- a one-time password dies unused

alter table organisation.session
  add column id uuid not null default gen_random_uuid(), -- how a list of sessions names one; the token's hash stays inside
  add column idle_minutes integer not null default 120 check (idle_minutes between 1 and 1440),
  add column device_id uuid,
  add column owes text check (owes in ('password', 'second-factor')); -- no right until it is done
create unique index session_by_id on organisation.session (id);
create index session_by_store on organisation.session (at_store_id, person_id);

create table organisation.used_password (
  person_id uuid not null references organisation.person,
  id uuid not null,
  password_hash text not null,
  at timestamptz not null,
  primary key (person_id, id)
);
grant select, insert on organisation.used_password to gangwei_app;

create table organisation.second_factor (
  person_id uuid primary key references organisation.person,
  secret text not null check (length(secret) between 16 and 100),
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0 -- a code works once
);
grant select, insert, update, delete on organisation.second_factor to gangwei_app;

create table organisation.recovery_code (
  person_id uuid not null references organisation.person,
  code_hash text not null,
  used_at timestamptz,
  primary key (person_id, code_hash)
);
grant select, insert, update, delete on organisation.recovery_code to gangwei_app;

-- Quick ways on a shared tablet; five wrong PINs lead back to the password.
create table organisation.quick_access (
  person_id uuid primary key references organisation.person,
  pin_hash text,
  pin_failures integer not null default 0,
  badge_hash text unique,
  badge_at timestamptz
);
grant select, insert, update on organisation.quick_access to gangwei_app;

create table organisation.device (
  store_id uuid not null references organisation.store,
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  code_hash text unique,
  code_until timestamptz,
  token_hash text unique,
  added_at timestamptz not null,
  claimed_at timestamptz,
  revoked_at timestamptz,
  version integer not null default 1,
  primary key (store_id, id)
);
select platform.protect('organisation.device');
grant select, insert, update on organisation.device to gangwei_app;

create table organisation.access_policy (
  store_id uuid primary key references organisation.store,
  password_length integer not null default 10 check (password_length between 8 and 64),
  password_kinds integer not null default 2 check (password_kinds between 1 and 4),
  password_days integer not null default 0 check (password_days between 0 and 730),
  password_history integer not null default 3 check (password_history between 0 and 24),
  second_factor_positions text[] not null default '{}',
  tablet_idle_minutes integer not null default 10 check (tablet_idle_minutes between 1 and 120),
  version integer not null default 1
);
select platform.protect('organisation.access_policy');
grant select, insert, update on organisation.access_policy to gangwei_app;

-- Nobody approves his own; where nobody else may, the change stands at once and waits for the general manager's eye.
create table organisation.right_change (
  store_id uuid not null references organisation.store,
  id uuid not null,
  position text not null references organisation.position,
  grants text[] not null,
  revokes text[] not null,
  reason text not null check (length(reason) between 1 and 500),
  state text not null check (state in ('asked', 'approved', 'refused', 'alone')),
  asked_by uuid not null references organisation.person,
  asked_by_name text not null,
  asked_at timestamptz not null,
  decided_by uuid references organisation.person,
  decided_by_name text,
  decided_at timestamptz,
  noted_by_name text,
  noted_at timestamptz,
  version integer not null default 1,
  primary key (store_id, id),
  check (cardinality(grants) + cardinality(revokes) > 0),
  check (state <> 'approved' or decided_by <> asked_by)
);
-- One question about a position at a time.
create unique index one_question on organisation.right_change (store_id, position) where state = 'asked';
create index right_change_by_age on organisation.right_change (store_id, id desc);
select platform.protect('organisation.right_change');
grant select, insert, update on organisation.right_change to gangwei_app;

create table organisation.opening_hours (
  store_id uuid not null references organisation.store,
  weekday integer not null check (weekday between 1 and 7), -- Monday is 1; a weekday without a row is closed
  opens text not null check (opens ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  closes text not null check (closes ~ '^([01]\d|2[0-3]):[0-5]\d$' and closes > opens),
  primary key (store_id, weekday)
);
select platform.protect('organisation.opening_hours');
grant select, insert, update, delete on organisation.opening_hours to gangwei_app;

create table organisation.opening_exception (
  store_id uuid not null references organisation.store,
  day date not null,
  opens text check (opens ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  closes text check (closes ~ '^([01]\d|2[0-3]):[0-5]\d$' and closes > opens),
  note text not null default '' check (length(note) <= 100),
  primary key (store_id, day),
  check ((opens is null) = (closes is null))
);
select platform.protect('organisation.opening_exception');
grant select, insert, update, delete on organisation.opening_exception to gangwei_app;

-- What the State Council announces each year: holidays and the weekend days worked for them. Data, because it is announced late and changed.
create table organisation.public_day (
  store_id uuid not null references organisation.store,
  day date not null,
  kind text not null check (kind in ('holiday', 'workday')),
  name_zh text not null check (length(name_zh) between 1 and 40),
  name_en text not null check (length(name_en) between 1 and 60),
  primary key (store_id, day)
);
select platform.protect('organisation.public_day');
grant select, insert, update, delete on organisation.public_day to gangwei_app;

-- Stores that are there already get the presets.
insert into organisation.access_policy (store_id) select id from organisation.store;
insert into organisation.opening_hours (store_id, weekday, opens, closes)
  select id, weekday, '08:30', '17:30' from organisation.store, generate_series(1, 7) as weekday;

-- Somebody must be able to give the new rights, or nobody ever could.
insert into organisation.position_right (store_id, position, permission)
  select s.id, r.position, 'organisation.' || r.permission
  from organisation.store s, (values ('SEC', 'seeAccounts'), ('SEC', 'maintainStaff'), ('SEC', 'resetAccess'), ('SEC', 'endSessions'), ('SEC', 'maintainPolicy'),
    ('SEC', 'seeRights'), ('SEC', 'changeRights'), ('SEC', 'approveRights'), ('GM', 'seeRights'), ('GM', 'noteRights')) as r(position, permission);

-- Who holds a position here is asked at each change of rights.
create index staff_of_store on organisation.staff (store_id, position) where ended_at is null;
