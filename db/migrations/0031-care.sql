-- 0031 care: follow-up calls after delivery, and complaints with their clock
-- Why:   every customer is called within three days at the time he asked for, and whoever is dissatisfied has a complaint that is answered within 24 hours (SAD-1.8.3, FDS-2.9, WSS-2.8).
-- Locks: nothing, the schema is new; views alone elsewhere.

create schema care;
grant usage on schema care to gangwei_app;

create table care.contact (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  result text not null check (result in ('reached', 'no-answer', 'refused')),
  scores jsonb not null default '{}', -- question → 1 to 5
  satisfied boolean,
  words text not null default '' check (length(words) <= 500),
  primary key (store_id, id),
  check ((result = 'reached') = (satisfied is not null))
);
create index contacts_of_order on care.contact (store_id, order_id, id);
select platform.protect('care.contact');
select platform.make_ledger('care.contact');

create table care.complaint (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('open', 'answered', 'closed')),
  order_id uuid,
  plate text not null check (length(plate) <= 20),
  customer_name text not null check (length(customer_name) between 1 and 60),
  phone text not null check (length(phone) <= 20),
  kind text not null check (kind in ('service', 'quality', 'price', 'time', 'other')),
  words text not null check (length(words) between 1 and 1000),
  assigned_to text not null check (assigned_to in ('FDS', 'WSS')),
  opened_at timestamptz not null,
  opened_by uuid not null,
  opened_by_name text not null,
  due_at timestamptz not null,
  answer text not null default '' check (length(answer) <= 1000),
  answered_at timestamptz,
  answered_by_name text,
  returns integer not null default 0, -- how often the customer was not content with the answer
  closed_at timestamptz,
  closed_by_name text,
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  check ((status = 'closed') = (closed_at is not null))
);
create index open_complaints on care.complaint (store_id, due_at) where status <> 'closed';
create index complaints_by_id on care.complaint (store_id, id);
select platform.protect('care.complaint');
grant select, insert, update on care.complaint to gangwei_app;

create view settlement.v_delivery with (security_invoker) as select store_id, order_id, at, follow_up_slot from settlement.delivery;
create index deliveries_by_time on settlement.delivery (store_id, at);
create view workshop.v_job with (security_invoker) as select distinct store_id, order_id, technician_id, technician_name from workshop.job where status = 'finished';
create view repair_orders.v_sender with (security_invoker) as select store_id, order_id, sender_name, sender_phone from repair_orders.reception;
grant select on settlement.v_delivery, workshop.v_job, repair_orders.v_sender to gangwei_app;
