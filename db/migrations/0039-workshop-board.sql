-- 0039 workshop: bays as masters, a plan for each job, why a car waits, where its key is
-- Why:   the workshop is planned bay by bay and hour by hour; a bay holds one car at a time (WSS-2.1, SAD-1.7).
-- Locks: workshop.job for the new columns and its new index, a moment.

create table workshop.bay (
  store_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 20),
  kind text not null check (kind in ('mechanical', 'body', 'paint', 'alignment', 'wash')),
  place integer not null check (place between 0 and 999),
  active boolean not null default true,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, name)
);
select platform.protect('workshop.bay');
grant select, insert, update on workshop.bay to gangwei_app;

create table workshop.bay_out_of_service (
  store_id uuid not null,
  id uuid not null,
  bay_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz not null, -- moved to the moment at which it is back early
  reason text not null check (length(reason) between 1 and 200),
  said_by_name text not null,
  version integer not null default 1,
  primary key (store_id, id),
  foreign key (store_id, bay_id) references workshop.bay,
  check (until_at >= from_at)
);
create index bays_out_by_end on workshop.bay_out_of_service (store_id, until_at);
select platform.protect('workshop.bay_out_of_service');
grant select, insert, update on workshop.bay_out_of_service to gangwei_app;

-- `bay` stays the bay's name. Null: no place on the board yet, or work from before there was one.
alter table workshop.job
  add column planned_start timestamptz,
  add column planned_end timestamptz,
  add column planned_minutes integer check (planned_minutes between 15 and 6000),
  add constraint planned_whole check ((planned_start is null) = (planned_end is null) and (planned_start is null) = (planned_minutes is null) and planned_end >= planned_start);
create index jobs_by_planned_end on workshop.job (store_id, planned_end) where planned_end is not null;

-- Locks the bays somebody wants, then tells of all bays what is in their way: of two who want the same hour the second sees the first.
-- A last row without a name tells what the people have in hand who are to work there.
create function workshop.hold_bays(store uuid, wanted text[], people uuid[], after timestamptz)
returns table (name text, kind text, active boolean, out_of_service jsonb, taken jsonb) language plpgsql volatile as $$
begin
  perform 1 from workshop.bay b where b.store_id = store and b.name = any (wanted) order by b.id for update;
  return query select b.name, b.kind, b.active,
    coalesce((select jsonb_agg(jsonb_build_object('from', o.from_at, 'until', o.until_at, 'reason', o.reason))
      from workshop.bay_out_of_service o where o.store_id = store and o.bay_id = b.id and o.until_at > after), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('jobId', j.id, 'orderId', j.order_id, 'plate', r.plate, 'begun', j.status <> 'dispatched', 'from', j.planned_start, 'until', j.planned_end))
      from workshop.job j join repair_orders.v_order r on r.store_id = j.store_id and r.id = j.order_id
      where b.name = any (wanted) and j.store_id = store and j.bay = b.name and j.finished_at is null and j.planned_end is not null), '[]')
  from workshop.bay b where b.store_id = store
  union all select '', '', false, '[]',
    coalesce((select jsonb_agg(jsonb_build_object('jobId', j.id, 'orderId', j.order_id, 'technicianId', j.technician_id, 'plate', '', 'begun', j.status = 'running', 'from', j.planned_start, 'until', j.planned_end))
      from workshop.job j where j.store_id = store and j.technician_id = any (people) and j.finished_at is null and j.planned_end is not null and (j.planned_end > after or j.status = 'running')), '[]');
end $$;
grant execute on function workshop.hold_bays to gangwei_app;
create index open_jobs_of_bay on workshop.job (store_id, bay) where finished_at is null;

-- Why a car waits longer than two days; what was said stays.
create table workshop.wait_note (
  store_id uuid not null,
  id uuid not null,
  job_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  words text not null check (length(words) between 1 and 300),
  primary key (store_id, id),
  foreign key (store_id, job_id) references workshop.job
);
create index wait_notes_of_job on workshop.wait_note (store_id, job_id, id);
select platform.protect('workshop.wait_note');
select platform.make_ledger('workshop.wait_note');
create index paused_jobs on workshop.job (store_id, id) where status = 'paused';

-- Where the key of a car is. With the customer once the car is delivered: that is read from the order.
create table workshop.key_move (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  number integer not null check (number > 0),
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  place text not null check (place in ('reception', 'workshop', 'technician', 'parking', 'customer')),
  note text not null default '' check (length(note) <= 100),
  primary key (store_id, id),
  unique (store_id, order_id, number), -- two people who move it at once do not both
  foreign key (store_id, order_id) references repair_orders.repair_order
);
select platform.protect('workshop.key_move');
select platform.make_ledger('workshop.key_move');
create view repair_orders.v_key with (security_invoker) as select store_id, order_id, sheet ->> 'keyTag' as key_tag from repair_orders.reception;
grant select on repair_orders.v_key to gangwei_app;
