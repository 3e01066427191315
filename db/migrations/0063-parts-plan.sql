-- 0063 parts-plan: the monthly plan of parts, its lines, what was drawn from it, and who looked at its conformity
-- Why:   by the 13th the planner plans the next month from demand, stock, open orders and the last plan; the supervisor approves it, then it goes to the maker (PPL-1.3, PTS-1.4); the desk hands in its own by the 30th (FDS-5.4).
-- Locks: nothing but new tables and views.

create schema parts_plan;
grant usage on schema parts_plan to gangwei_app;

create table parts_plan.plan (
  store_id uuid not null references organisation.store,
  id uuid not null,
  number text not null check (length(number) <= 40),
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  kind text not null check (kind in ('maker', 'outside', 'desk')),
  edition integer not null check (edition > 0), -- an approved plan is corrected by its next edition
  status text not null check (status in ('draft', 'submitted', 'approved', 'superseded', 'discarded')),
  last_plan_id uuid, -- the approved plan before it, with which it is compared
  lines integer not null default 0,
  proposed_fen bigint not null default 0 check (proposed_fen >= 0), -- net of VAT
  planned_fen bigint not null default 0 check (planned_fen >= 0),
  reason text not null default '' check (length(reason) <= 300), -- why the edition before is corrected
  proposed_at timestamptz not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  submitted_at timestamptz,
  submitted_by uuid,
  submitted_by_name text,
  returned_words text not null default '' check (length(returned_words) <= 300), -- why it was sent back
  returned_by_name text,
  approved_at timestamptz,
  approved_by uuid,
  approved_by_name text,
  uploaded_at timestamptz, -- to the maker's system or the supplier
  uploaded_by_name text,
  upload_reference text not null default '' check (length(upload_reference) <= 60),
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, number),
  unique (store_id, month, kind, edition),
  foreign key (store_id, last_plan_id) references parts_plan.plan,
  check (num_nulls(submitted_at, submitted_by, submitted_by_name) in (0, 3)),
  check (num_nulls(approved_at, approved_by, approved_by_name) = case when status in ('approved', 'superseded') then 0 else 3 end),
  check ((uploaded_at is null) = (uploaded_by_name is null) and (uploaded_at is null or approved_at is not null)),
  constraint approved_by_somebody_else check (approved_by not in (proposed_by, submitted_by))
);
create unique index one_plan_in_the_making on parts_plan.plan (store_id, month, kind) where status in ('draft', 'submitted');
create unique index one_plan_in_force on parts_plan.plan (store_id, month, kind) where status = 'approved';
select platform.protect('parts_plan.plan');
grant select, insert, update on parts_plan.plan to gangwei_app;

-- What was known of a part when the plan was proposed stays with it; only what is planned is edited, and only in a draft.
create table parts_plan.line (
  store_id uuid not null,
  plan_id uuid not null,
  part_id uuid not null references catalogue.part,
  part_number text not null,
  name_zh text not null,
  name_en text not null,
  unit text not null,
  pack_thousandths bigint not null check (pack_thousandths > 0),
  value_class text check (value_class in ('A', 'B', 'C')),
  demand bigint[] not null check (cardinality(demand) = 12), -- by periods of thirty days, the oldest first
  jobs_thousandths bigint not null, -- of these twelve: to cars, over the counter, lost for want of stock
  counter_thousandths bigint not null,
  lost_thousandths bigint not null,
  lost_other_thousandths bigint not null, -- lost for another reason: no demand that stock would serve
  emergency_thousandths bigint not null, -- asked for a car off the road, or fetched by an urgent order
  on_hand_thousandths bigint not null,
  reserved_thousandths bigint not null,
  on_order_thousandths bigint not null, -- for the shelf
  pending_thousandths bigint not null, -- of the running month's plan, what is still to be ordered
  last_thousandths bigint, -- of the last plan; null: it did not have the part
  method text not null check (length(method) <= 20), -- empty: added by hand
  level_thousandths bigint not null, -- ordered up to
  proposed_thousandths bigint not null check (proposed_thousandths >= 0),
  planned_thousandths bigint not null check (planned_thousandths >= 0),
  unit_cost_fen bigint not null check (unit_cost_fen >= 0),
  planned_fen bigint not null check (planned_fen >= 0),
  reason text not null default '' check (length(reason) <= 200),
  changed_by uuid,
  changed_by_name text,
  version integer not null default 1,
  primary key (store_id, plan_id, part_id),
  foreign key (store_id, plan_id) references parts_plan.plan,
  check ((changed_by is null) = (changed_by_name is null))
);
create index lines_by_number on parts_plan.line (store_id, plan_id, part_number);
select platform.protect('parts_plan.line');
grant select, insert, update (planned_thousandths, planned_fen, reason, changed_by, changed_by_name, version) on parts_plan.line to gangwei_app;

-- Which order took a part from which plan; how much of it, the order's own line says.
create table parts_plan.drawn (
  store_id uuid not null,
  plan_id uuid not null,
  part_id uuid not null,
  order_id uuid not null,
  at timestamptz not null,
  person_name text not null,
  primary key (store_id, plan_id, part_id, order_id),
  foreign key (store_id, plan_id, part_id) references parts_plan.line
);
select platform.protect('parts_plan.drawn');
select platform.make_ledger('parts_plan.drawn');

-- Who looked at the conformity rates, what they were, and what he concluded (STM-5.3).
create table parts_plan.review (
  store_id uuid not null references organisation.store,
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  positions text[] not null,
  words text not null check (length(words) between 1 and 500),
  snapshot jsonb not null,
  primary key (store_id, id)
);
create index reviews_by_time on parts_plan.review (store_id, at);
select platform.protect('parts_plan.review');
select platform.make_ledger('parts_plan.review');

-- What the counter, purchasing, orders, the health of the stock and the counts say of a part.
create view counter.v_slip with (security_invoker) as select store_id, id, kind from counter.slip;
create view counter.v_lost_sale with (security_invoker) as select store_id, id, part_id, thousandths, cause, at from counter.lost_sale;
create view purchasing.v_asked with (security_invoker) as
  select store_id, id, part_id, thousandths, urgency, source, asked_at from purchasing.request where status <> 'cancelled';
create view parts_orders.v_ordered with (security_invoker) as
  select l.store_id, l.order_id, o.status, o.kind as order_kind, s.kind as supplier_kind, o.submitted_at, l.part_id, l.request_id, l.thousandths - l.cancelled_thousandths as thousandths, l.open_thousandths, l.unit_cost_fen
  from parts_orders.order_line l join parts_orders.parts_order o on o.store_id = l.store_id and o.id = l.order_id join parts_orders.supplier s on s.store_id = o.store_id and s.id = o.supplier_id
  where o.status <> 'cancelled';
create view parts_orders.v_open_line with (security_invoker) as
  select store_id, part_id, request_id, open_thousandths from parts_orders.order_line where open_thousandths > 0;
create view stock_health.v_month_use with (security_invoker) as select store_id, month, part_id, thousandths from stock_health.month_use;
create view stock_health.v_value_class with (security_invoker) as select store_id, part_id, value_class from stock_health.part_state;
create view counts.v_conformity with (security_invoker) as
  select store_id, id, number, kind, day, entered_at, lines, lines_right from counts.count where entered_at is not null and status not in ('cancelled', 'reversed');
grant select on counter.v_slip, counter.v_lost_sale, purchasing.v_asked, parts_orders.v_ordered, parts_orders.v_open_line, stock_health.v_month_use, stock_health.v_value_class, counts.v_conformity to gangwei_app;
