-- 0040 invoicing: tax invoices of statements, a fleet's month in one paper, the journal for accounting
-- Why:   an invoice is recorded with the number the tax system gave it; a reversal needs its red one first; what was issued is never changed (rules.md, Money; STM-4.13, STM-6.4).
-- Locks: nothing, the schema is new; views of settlement are added.

create schema invoicing;
grant usage on schema invoicing to gangwei_app;

create table invoicing.invoice (
  store_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  number text not null check (length(number) between 1 and 30),
  red_of uuid, -- a red invoice takes back a blue one, by the same amounts below zero
  title text not null check (length(title) between 1 and 100),
  tax_number text not null default '' check (length(tax_number) <= 30),
  total_fen bigint not null check ((total_fen < 0) = (red_of is not null)),
  net_fen bigint not null,
  tax_fen bigint not null check (net_fen + tax_fen = total_fen),
  day date not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  reason text not null default '' check (length(reason) <= 300),
  primary key (store_id, id),
  unique (store_id, number),
  unique (store_id, red_of),
  foreign key (store_id, statement_id) references settlement.statement,
  foreign key (store_id, red_of) references invoicing.invoice,
  check ((red_of is not null) = (reason <> ''))
);
create index invoices_of_statement on invoicing.invoice (store_id, statement_id);
select platform.protect('invoicing.invoice');
select platform.make_ledger('invoicing.invoice');

create table invoicing.monthly_statement (
  store_id uuid not null,
  id uuid not null,
  number text not null check (length(number) <= 40),
  customer_id uuid not null,
  customer_name text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  due_fen bigint not null check (due_fen > 0),
  at timestamptz not null,
  day date not null,
  person_id uuid not null,
  person_name text not null,
  primary key (store_id, id),
  unique (store_id, number),
  foreign key (store_id, customer_id) references customers.customer
);
create index monthly_statements_of_customer on invoicing.monthly_statement (store_id, customer_id, month);
select platform.protect('invoicing.monthly_statement');
select platform.make_ledger('invoicing.monthly_statement');

create table invoicing.monthly_statement_line (
  store_id uuid not null,
  monthly_id uuid not null,
  statement_id uuid not null,
  due_fen bigint not null check (due_fen > 0), -- as it stood when the paper was issued
  primary key (store_id, monthly_id, statement_id),
  foreign key (store_id, monthly_id) references invoicing.monthly_statement,
  foreign key (store_id, statement_id) references settlement.statement
);
select platform.protect('invoicing.monthly_statement_line');
select platform.make_ledger('invoicing.monthly_statement_line');

create view settlement.v_bill with (security_invoker) as
  select store_id, id, number, order_id, order_number, payer, payer_name, plate, day, total_fen, net_fen, tax_fen, paid_fen, reversed_at, debtor_id, debtor_name, credit_due_on from settlement.statement;
create view settlement.v_receipt with (security_invoker) as
  select p.store_id, p.id, p.number, p.day, p.way, p.amount_fen, p.reference, coalesce(s.number, r.document, o.number) as about,
    case when p.deposit_order_id is not null then 'deposit' else 'receivable' end as kind
  from settlement.payment p
  left join settlement.statement s on s.store_id = p.store_id and s.id = p.statement_id
  left join settlement.opening_receivable r on r.store_id = p.store_id and r.id = p.receivable_id
  left join repair_orders.repair_order o on o.store_id = p.store_id and o.id = p.deposit_order_id;
create view settlement.v_deposit_use with (security_invoker) as
  select u.store_id, u.id, u.at, u.amount_fen, s.number as about from settlement.deposit_use u join settlement.statement s on s.store_id = u.store_id and s.id = u.statement_id;
create index deposit_uses_by_time on settlement.deposit_use (store_id, at);
grant select on settlement.v_bill, settlement.v_receipt, settlement.v_deposit_use to gangwei_app;
