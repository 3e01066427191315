-- 0018 settlement: refunds and reversals that are asked for; a no to a price deviation
-- Why:   one inbox of what waits for somebody's yes; who may not do a thing himself asks, with his reason.
-- Locks: repair_orders.line for a moment: new columns without a default.

alter table repair_orders.line
  add column refused_by_name text,
  add column refused_reason text check (length(refused_reason) between 1 and 300),
  add constraint line_refused_with_reason check ((refused_by_name is null) = (refused_reason is null)),
  add constraint line_approved_or_refused check (approved_by is null or refused_reason is null);

create table settlement.request (
  store_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('refund', 'reversal')),
  statement_id uuid not null,
  payment_id uuid,
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
  foreign key (store_id, statement_id) references settlement.statement,
  foreign key (store_id, payment_id) references settlement.payment,
  check ((kind = 'refund') = (payment_id is not null)),
  check ((state = 'asked') = (decided_at is null))
);
create unique index one_open_request on settlement.request (store_id, statement_id, coalesce(payment_id, statement_id)) where state = 'asked';
create index requests_open on settlement.request (store_id, id) where state = 'asked';
create index requests_of_person on settlement.request (store_id, person_id, id);
select platform.protect('settlement.request');
grant select, insert, update on settlement.request to gangwei_app;
