-- 0072 teams: a store's teams, who leads them, and who was in which of them on which day
-- Why:   a store with two mechanical teams could not tell them apart; duties and figures by team need the team of a person on the day it was about.
-- Locks: reports.day_sum for a column renamed and one added without a rewrite, and for its key, which reads the table once (a few thousand rows a year); all else is new, views alone elsewhere.

create schema teams;
grant usage on schema teams to gangwei_app;

-- Days without an end are 'infinity', so that one comparison and one index say what touches a span.
create table teams.team (
  store_id uuid not null,
  id uuid not null,
  name_zh text not null check (length(name_zh) between 1 and 20),
  name_en text not null check (length(name_en) between 1 and 40),
  leader_id uuid not null,
  leader_name text not null check (length(leader_name) between 1 and 60),
  closed_from date not null default 'infinity',
  version integer not null default 1,
  primary key (store_id, id)
);
create index teams_by_end on teams.team (store_id, closed_from);
select platform.protect('teams.team');
grant select, insert, update on teams.team to gangwei_app;

-- A period ends and is never moved; one that was ended before it began has no day (until before from).
create table teams.team_member (
  store_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  person_name text not null check (length(person_name) between 1 and 60),
  from_day date not null,
  until_day date not null default 'infinity',
  version integer not null default 1,
  primary key (store_id, id),
  foreign key (store_id, team_id) references teams.team,
  check (until_day >= from_day - 1)
);
create index members_by_person on teams.team_member (store_id, person_id, until_day);
create index members_by_end on teams.team_member (store_id, until_day);
create index members_of_team on teams.team_member (store_id, team_id, id);
-- Of the periods of a person one at most goes on (which days overlap is checked under the lock of the store's teams).
create unique index one_team_at_a_time on teams.team_member (store_id, person_id) where until_day = 'infinity';
select platform.protect('teams.team_member');
grant select, insert, update on teams.team_member to gangwei_app;

create view teams.v_member with (security_invoker) as
  select store_id, team_id, person_id, from_day, until_day from teams.team_member where until_day >= from_day;
grant select on teams.v_member to gangwei_app;

-- Figures by team are those of the store's teams; what was called a team there is the kind of work (mechanical, body and paint). Days summed up so far had no teams: '' is true of them.
alter table reports.day_sum rename column team to work;
alter table reports.day_sum add column team_id text not null default '' check (length(team_id) <= 36);
alter table reports.day_sum drop constraint day_sum_pkey, add primary key (store_id, day, advisor_id, work, team_id);
create or replace view workshop.v_clock with (security_invoker) as select store_id, job_id, order_id, started_at, stopped_at, person_id from workshop.clock;
