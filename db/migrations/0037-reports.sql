-- 0037 reports: what modules offer for the department's figures, the indexes that hold them, the issued daily report
-- Why:   every number of the department is counted from the records themselves, with the orders behind it one click away; what the information clerk issued stays as it was (INF-1.6).
-- Locks: writes to the tables that get an index, while it is built.

create schema reports;
grant usage on schema reports to gangwei_app;

-- Once issued never changed; a later edition of the same day supersedes it and says why.
create table reports.daily_report (
  store_id uuid not null references organisation.store,
  id uuid not null,
  day date not null,
  edition integer not null check (edition > 0),
  day_begins timestamptz not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  reason text not null default '' check (length(reason) <= 300),
  snapshot jsonb not null,
  primary key (store_id, id),
  unique (store_id, day, edition),
  check ((edition = 1) = (reason = ''))
);
create index daily_reports_by_time on reports.daily_report (store_id, at);
select platform.protect('reports.daily_report');
select platform.make_ledger('reports.daily_report');

-- What a store wants of a figure, instead of the manual's reference value; null takes the manual's again.
create table reports.target (
  store_id uuid not null references organisation.store,
  figure text not null check (length(figure) <= 40),
  value bigint check (value between 0 and 900000000000),
  version integer not null default 1,
  primary key (store_id, figure)
);
select platform.protect('reports.target');
grant select, insert, update on reports.target to gangwei_app;

-- What the records of a past day come to, by advisor and team: a year is read from a few thousand rows. Written once, five weeks after the day, when nothing of it moves any more.
create table reports.day_sum (
  store_id uuid not null references organisation.store,
  day date not null,
  advisor_id text not null check (length(advisor_id) <= 36), -- '' where no order is known
  team text not null check (team in ('', 'mechanical', 'body')),
  advisor_name text not null,
  arrived bigint not null default 0,
  delivered bigint not null default 0,
  promised bigint not null default 0,
  on_time bigint not null default 0,
  same_day bigint not null default 0,
  stay_milliseconds bigint not null default 0,
  output_fen bigint not null default 0,
  allowance_fen bigint not null default 0,
  sold_milliseconds bigint not null default 0,
  worked_milliseconds bigint not null default 0,
  inspected bigint not null default 0,
  failed bigint not null default 0,
  booked bigint not null default 0,
  came bigint not null default 0,
  kept bigint not null default 0,
  part_lines bigint not null default 0,
  short_lines bigint not null default 0,
  short_visits bigint not null default 0,
  reached bigint not null default 0,
  satisfied bigint not null default 0,
  complaints bigint not null default 0,
  answered_in_time bigint not null default 0,
  primary key (store_id, day, advisor_id, team)
);
select platform.protect('reports.day_sum');
select platform.make_ledger('reports.day_sum');

-- Up to which day a store's days are summed up; a day without a record leaves no row of its own.
create table reports.summed (
  store_id uuid not null references organisation.store,
  until date not null,
  primary key (store_id)
);
select platform.protect('reports.summed');
grant select, insert, update on reports.summed to gangwei_app;

create view repair_orders.v_visit with (security_invoker) as
  select store_id, id, number, status, plate, owner_name, advisor_id, advisor_name, arrived_at, promised_at, closed_at from repair_orders.repair_order;
create view repair_orders.v_line with (security_invoker) as
  select store_id, id, order_id, kind, payer, trade, code, name_zh, name_en, quantity_thousandths, unit_price_fen, discount_fen, amount_fen, cost_fen, deviation_reason, approved_by, approved_by_name from repair_orders.line;
-- Orders with body or paint work are the body team's, all others the mechanics'.
create view repair_orders.v_body_work with (security_invoker) as select store_id, order_id from repair_orders.line where trade in ('body', 'paint');
create index body_lines_of_order on repair_orders.line (store_id, order_id) where trade in ('body', 'paint');
create index orders_by_arrival on repair_orders.repair_order (store_id, arrived_at);
create index orders_by_closing on repair_orders.repair_order (store_id, closed_at) where closed_at is not null;
create index part_lines_of_order on repair_orders.line (store_id, order_id) where kind = 'part';

create view settlement.v_statement with (security_invoker) as
  select store_id, id, number, order_id, order_number, payer, plate, at, day, person_id, person_name, allowance_fen, allowance_reason, total_fen, net_fen, reversed_at from settlement.statement;
create view settlement.v_statement_line with (security_invoker) as
  select store_id, statement_id, line_id, kind, code, name_zh, name_en, quantity_thousandths, unit_price_fen, discount_fen, amount_fen, allowance_fen, net_fen, line_amount_fen from settlement.statement_line;
create view settlement.v_payment with (security_invoker) as
  select p.store_id, p.id, p.number, p.at, p.day, p.way, p.amount_fen, p.person_name, p.reference, coalesce(s.order_id, p.deposit_order_id) as order_id, coalesce(s.plate, '') as plate
  from settlement.payment p left join settlement.statement s on s.store_id = p.store_id and s.id = p.statement_id;
create index statements_by_reversal on settlement.statement (store_id, reversed_at) where reversed_at is not null;

create view workshop.v_finished_job with (security_invoker) as
  select store_id, id, order_id, line_id, technician_id, technician_name, finished_at from workshop.job where status = 'finished';
create view workshop.v_clock with (security_invoker) as select store_id, job_id, order_id, started_at, stopped_at from workshop.clock;
create view workshop.v_inspection with (security_invoker) as select store_id, id, order_id, at, inspector_name, result, reason from workshop.inspection;
create index jobs_by_finish on workshop.job (store_id, finished_at) include (line_id, order_id) where status = 'finished';
create index clocks_of_job on workshop.clock (store_id, job_id);
create index clocks_by_stop on workshop.clock (store_id, stopped_at) include (started_at) where stopped_at is not null;
create index inspections_by_time on workshop.inspection (store_id, at);

-- What a line cost in parts: handed out less what came back.
create view stock.v_issue with (security_invoker) as
  select m.store_id, m.line_id, case when m.to_place = j.id then m.cost_fen else -m.cost_fen end as cost_fen
  from stock.place j join stock.move m on m.store_id = j.store_id and (m.to_place = j.id or m.from_place = j.id)
  where j.kind = 'job' and m.line_id is not null;

create view purchasing.v_request with (security_invoker) as
  select store_id, id, number, order_id, line_id, plate, advisor_name, part_number, name_zh, name_en, asked_at, status from purchasing.request where status <> 'cancelled';
create index requests_by_time on purchasing.request (store_id, asked_at);
create view appointments.v_booking with (security_invoker) as
  select store_id, id, number, plate, customer_name, kind, at, advisor_id, advisor_name from appointments.appointment where status = 'booked';
create view care.v_reached with (security_invoker) as select store_id, id, order_id, at, person_name, satisfied, words from care.contact where result = 'reached';
create index contacts_by_time on care.contact (store_id, at);
create view care.v_complaint with (security_invoker) as select store_id, id, number, order_id, plate, kind, words, opened_at, due_at, answered_at from care.complaint;
create index complaints_by_opening on care.complaint (store_id, opened_at);

grant select on repair_orders.v_visit, repair_orders.v_body_work, repair_orders.v_line, settlement.v_statement, settlement.v_statement_line, settlement.v_payment, workshop.v_finished_job, workshop.v_clock, workshop.v_inspection,
  stock.v_issue, purchasing.v_request, appointments.v_booking, care.v_reached, care.v_complaint to gangwei_app;
