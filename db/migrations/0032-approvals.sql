-- 0032 approvals: one ledger of what is asked for, whichever module carries it out
-- Why:   refunds, reversals, allowances and credit are asked for and decided alike: once, by somebody else, with the reason (rules.md, Approvals).
-- Locks: settlement.request, which moves here.

create schema approvals;
grant usage on schema approvals to gangwei_app;

create table approvals.request (
  store_id uuid not null,
  id uuid not null,
  kind text not null check (length(kind) between 1 and 40),
  subject_id uuid not null, -- what it is done to: a payment, a statement, a repair order
  order_id uuid not null,
  about text not null check (length(about) <= 100),
  amount_fen bigint not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  reason text not null check (length(reason) between 1 and 300),
  state text not null default 'asked' check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  decided_at timestamptz,
  decided_by uuid,
  decided_by_name text,
  decision_reason text check (length(decision_reason) <= 300),
  version integer not null default 1,
  primary key (store_id, id),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  check ((state = 'asked') = (decided_at is null))
);
alter table settlement.request no force row level security;
alter table settlement.statement no force row level security;
insert into approvals.request (store_id, id, kind, subject_id, order_id, about, amount_fen, at, person_id, person_name, reason, state, decided_at, decided_by, decided_by_name, decision_reason, version)
select r.store_id, r.id, r.kind, coalesce(r.payment_id, r.statement_id), s.order_id, s.number, r.amount_fen, r.at, r.person_id, r.person_name, r.reason, r.state, r.decided_at, r.decided_by, r.decided_by_name, r.decision_reason, r.version
from settlement.request r join settlement.statement s on s.store_id = r.store_id and s.id = r.statement_id;
alter table settlement.statement force row level security;
drop table settlement.request;

-- The same is asked for once at a time.
create unique index one_open_request on approvals.request (store_id, kind, subject_id) where state = 'asked';
create index requests_open on approvals.request (store_id, id) where state = 'asked';
create index requests_of_person on approvals.request (store_id, person_id, id);
create index requests_of_subject on approvals.request (store_id, subject_id, kind);
select platform.protect('approvals.request');
grant select, insert, update on approvals.request to gangwei_app;
