-- 0033 settlement: credit of customers
-- Why:   a car leaves when the customer's statement is paid or on approved credit, with debtor, limit and due date (rules.md, Money, Delivery).
-- Locks: settlement.statement for a moment: new columns without a default.

create table settlement.credit_account (
  store_id uuid not null,
  customer_id uuid not null,
  limit_fen bigint not null check (limit_fen between 0 and 100000000000),
  days integer not null check (days between 0 and 365), -- from the grant to the due day
  set_at timestamptz not null,
  set_by_name text not null,
  version integer not null default 1,
  primary key (store_id, customer_id),
  foreign key (store_id, customer_id) references customers.customer
);
select platform.protect('settlement.credit_account');
grant select, insert, update on settlement.credit_account to gangwei_app;

alter table settlement.statement
  add column debtor_id uuid,
  add column debtor_name text,
  add column credit_due_on date,
  add constraint statement_credit_whole check (num_nulls(debtor_id, debtor_name, credit_due_on) in (0, 3)),
  add constraint statement_credit_debtor foreign key (store_id, debtor_id) references customers.customer;
create index statements_on_credit on settlement.statement (store_id, credit_due_on, id) where credit_due_on is not null and reversed_at is null and paid_fen < total_fen;
create index statements_of_debtor on settlement.statement (store_id, debtor_id) where credit_due_on is not null and reversed_at is null and paid_fen < total_fen;

create view customers.v_name with (security_invoker) as select store_id, id, name from customers.customer;
grant select on customers.v_name to gangwei_app;
