-- 0009 workshop: jobs, clocks, inspections
-- Why:   dispatch, waiting and pauses are states of the job, not of the order; nobody inspects his own work (rules.md, Words and states).
-- Locks: nothing, the schema is new.

create schema workshop;
grant usage on schema workshop to gangwei_app;

create table workshop.job (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  status text not null check (status in ('dispatched', 'running', 'paused', 'finished', 'stopped')),
  bay text not null default '' check (length(bay) <= 20),
  technician_id uuid not null references organisation.person,
  technician_name text not null,
  dispatched_at timestamptz not null,
  finished_at timestamptz,
  reason text not null default '' check (length(reason) <= 300), -- why it pauses or stopped
  reworks smallint not null default 0,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, line_id),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  foreign key (store_id, line_id) references repair_orders.line,
  check ((status in ('finished', 'stopped')) = (finished_at is not null))
);
create index jobs_of_order on workshop.job (store_id, order_id);
create index open_jobs_of_technician on workshop.job (store_id, technician_id, id) where finished_at is null;
select platform.protect('workshop.job');
grant select, insert, update on workshop.job to gangwei_app;

create table workshop.clock (
  store_id uuid not null,
  id uuid not null,
  job_id uuid not null,
  order_id uuid not null,
  person_id uuid not null references organisation.person,
  person_name text not null,
  started_at timestamptz not null,
  stopped_at timestamptz check (stopped_at >= started_at),
  pause_reason text check (pause_reason in ('parts', 'customer', 'technical', 'insurer', 'bay', 'break', 'finished')),
  primary key (store_id, id),
  foreign key (store_id, job_id) references workshop.job,
  check ((stopped_at is null) = (pause_reason is null))
);
-- Two running clocks would sell the same hour twice.
create unique index one_running_clock on workshop.clock (store_id, person_id) where stopped_at is null;
create index clocks_of_order on workshop.clock (store_id, order_id);
create index clocks_of_person on workshop.clock (store_id, person_id, id);
select platform.protect('workshop.clock');
grant select, insert, update on workshop.clock to gangwei_app;

create table workshop.inspection (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  at timestamptz not null,
  inspector_id uuid not null,
  inspector_name text not null,
  result text not null check (result in ('passed', 'failed')),
  points jsonb not null,
  cleanliness text not null check (cleanliness in ('A', 'B', 'C')),
  road_test_km integer check (road_test_km between 0 and 200),
  reason text not null default '' check (length(reason) <= 500),
  primary key (store_id, id),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check (result = 'passed' or reason <> '')
);
create index inspections_of_order on workshop.inspection (store_id, order_id, id);
select platform.protect('workshop.inspection');
select platform.make_ledger('workshop.inspection');
