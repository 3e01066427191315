-- 0027 purchasing: purchase requests for parts that are short
-- Why:   a short line is asked for with its urgency, gets a source and an arrival, the customer is told and decides, and the arrival wakes job and advisor (SAD-1.7.4, PPL-5.1).
-- Locks: nothing, the schema is new.

create schema purchasing;
grant usage on schema purchasing to gangwei_app;

create table purchasing.request (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  status text not null check (status in ('asked', 'sourced', 'arrived', 'cancelled')),
  order_id uuid not null,
  line_id uuid not null,
  order_number text not null,
  plate text not null,
  advisor_id uuid not null,
  advisor_name text not null,
  part_id uuid not null,
  part_number text not null,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  thousandths bigint not null check (thousandths > 0),
  come_thousandths bigint not null default 0 check (come_thousandths between 0 and thousandths), -- of it, what receipts brought so far
  urgency text not null check (urgency in ('off-road', 'waiting', 'normal')),
  note text not null default '' check (length(note) <= 300),
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  source text check (source in ('transfer', 'j-order', 'e-order', 'm-order', 'outside')),
  supplier text not null default '' check (length(supplier) <= 60),
  eta date, -- the day on which it is expected
  sourced_at timestamptz,
  sourced_by_name text,
  decision text check (decision in ('order', 'wait', 'decline')),
  decided_way text check (decided_way in ('present', 'call', 'message')),
  customer_name text not null default '' check (length(customer_name) <= 60),
  words text not null default '' check (length(words) <= 200),
  told_eta date, -- what the customer was told; another eta since then is news for him
  told_at timestamptz,
  told_by_name text,
  arrived_at timestamptz,
  reason text not null default '' check (length(reason) <= 300), -- why it was cancelled
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  constraint a_source_has_its_day check ((source is null) = (eta is null) and (source is null) = (sourced_at is null)),
  constraint a_decision_says_who_when_how check ((decision is null) = (told_at is null) and (decision is null) = (decided_way is null))
);
-- A line is asked for once at a time.
create unique index one_open_request on purchasing.request (store_id, line_id) where status in ('asked', 'sourced');
create index open_requests on purchasing.request (store_id, part_id) where status in ('asked', 'sourced');
create index requests_of_order on purchasing.request (store_id, order_id);
create index requests_by_status on purchasing.request (store_id, status, id);
select platform.protect('purchasing.request');
grant select, insert, update on purchasing.request to gangwei_app;
