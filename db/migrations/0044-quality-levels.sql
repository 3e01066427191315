-- 0044 quality: three levels, the car's history and the technical documents on the technician's phone
-- Why:   level 1 the technician himself, level 2 somebody else of the team, level 3 the final inspector, with points by kind of work (practice.md, 5.2, 质检单; WSS-2.3, WSS-2.6, MTL-1.4).
-- Locks: workshop.job for two columns without a rewrite.

-- What is looked at, by kind of work: a trade, or within it the operations whose code begins so. The longest beginning counts.
create table workshop.check_sheet (
  store_id uuid not null,
  id uuid not null,
  trade text not null check (trade in ('mechanical', 'electrical', 'body', 'paint', 'wash', 'diagnosis')),
  code_begins text not null default '' check (length(code_begins) <= 30),
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 80),
  self_check boolean not null,
  team_check boolean not null,
  points jsonb not null,
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, id)
);
-- One kind of work has one sheet.
create unique index one_active_sheet on workshop.check_sheet (store_id, trade, code_begins) where active;
select platform.protect('workshop.check_sheet');
grant select, insert, update on workshop.check_sheet to gangwei_app;

-- Who looked at a job, with the points and limits as they were then.
create table workshop.job_check (
  store_id uuid not null,
  id uuid not null,
  job_id uuid not null,
  order_id uuid not null,
  level smallint not null check (level in (1, 2)),
  rework smallint not null, -- how often the job had come back by then: each rework is checked anew
  at timestamptz not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  result text not null check (result in ('passed', 'failed')),
  points jsonb not null,
  reason text not null default '' check (length(reason) <= 300),
  primary key (store_id, id),
  foreign key (store_id, job_id) references workshop.job,
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check (result = 'passed' or reason <> ''),
  check (level = 2 or result = 'passed') -- what fails its own technician is not finished
);
create index checks_of_order on workshop.job_check (store_id, order_id, id);
create index checks_of_job on workshop.job_check (store_id, job_id, id);
create index failed_checks on workshop.job_check (store_id, at) where result = 'failed';
select platform.protect('workshop.job_check');
select platform.make_ledger('workshop.job_check');

-- Where a finished job stands with its checks; null: this kind of work is not asked for it, or it was finished before there were any.
alter table workshop.job
  add column self_check text check (self_check in ('due', 'passed')),
  add column team_check text check (team_check in ('due', 'passed'));
create index jobs_to_check on workshop.job (store_id, id) where team_check = 'due';
create index jobs_with_team_check on workshop.job (store_id, finished_at) where team_check is not null;

-- Whose clock ran on which job; failed checks of either kind count as rework.
create or replace view workshop.v_worked with (security_invoker) as select store_id, order_id, person_id, person_name, started_at, job_id from workshop.clock;
create view workshop.v_job_check with (security_invoker) as select store_id, id, job_id, order_id, level, rework, at, person_id, person_name, result, points, reason from workshop.job_check;
create view workshop.v_work with (security_invoker) as select store_id, id, order_id, line_id, status, technician_id, technician_name, finished_at, self_check, team_check from workshop.job;
create view workshop.v_final with (security_invoker) as select store_id, id, order_id, at, inspector_name, result, reason, points, cleanliness, road_test_km from workshop.inspection;
grant select on workshop.v_job_check, workshop.v_work, workshop.v_final to gangwei_app;

-- Technical documents for the hand at the car: a PDF of the data folder, a note, or an address; for a model and a kind of work, or for all.
create schema technical_documents;
grant usage on schema technical_documents to gangwei_app;

create view catalogue.v_model as select id, name_zh, name_en from catalogue.model;
grant select on catalogue.v_model to gangwei_app;

create table technical_documents.document (
  store_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 100),
  kind text not null check (kind in ('manual', 'wiring', 'torque', 'bulletin', 'other')),
  model_id uuid references catalogue.model, -- null: for all models
  code_begins text not null default '' check (length(code_begins) <= 30), -- '': for all work
  note text check (length(note) between 1 and 4000),
  link text check (link ~ '^https://' and length(link) <= 500),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer check (bytes > 0),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text check (length(withdrawn_reason) between 1 and 300),
  version integer not null default 1,
  primary key (store_id, id),
  constraint one_form check (num_nonnulls(note, link, sha256) = 1 and (sha256 is null) = (bytes is null)),
  constraint whoever_withdraws_says_why check ((withdrawn_at is null) = (withdrawn_reason is null) and (withdrawn_at is null) = (withdrawn_by_name is null))
);
create index documents_in_use on technical_documents.document (store_id, id) where withdrawn_at is null;
select platform.protect('technical_documents.document');
grant select, insert, update on technical_documents.document to gangwei_app;
