-- 0020 settlement: deposits, and what a customer paid above what was due
-- Why:   money that a customer gave before there is a statement is owed to him until it is used or goes back (rules.md, Deposit).
-- Locks: settlement.payment while a column is added and the check of what was paid is made anew.

alter table settlement.payment add column deposit_order_id uuid;
alter table settlement.payment add constraint payment_deposit_fkey foreign key (store_id, deposit_order_id) references repair_orders.repair_order;
alter table settlement.payment drop constraint payment_of_one;
alter table settlement.payment add constraint payment_of_one check (num_nonnulls(statement_id, receivable_id, deposit_order_id) = 1);
create index payments_of_deposit on settlement.payment (store_id, deposit_order_id, id) where deposit_order_id is not null;

-- What of a deposit went into which statement; a reversed statement gives it back by a counter-entry.
create table settlement.deposit_use (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  statement_id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  amount_fen bigint not null check (amount_fen <> 0),
  primary key (store_id, id),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  foreign key (store_id, statement_id) references settlement.statement
);
create index deposit_uses_of_statement on settlement.deposit_use (store_id, statement_id, id);
select platform.protect('settlement.deposit_use');
select platform.make_ledger('settlement.deposit_use');

-- The balance, kept in the same transaction; whoever takes, uses or gives back waits on this row.
create table settlement.deposit_state (
  store_id uuid not null,
  order_id uuid not null,
  taken_fen bigint not null check (taken_fen >= 0),
  used_fen bigint not null default 0 check (used_fen between 0 and taken_fen),
  primary key (store_id, order_id),
  foreign key (store_id, order_id) references repair_orders.repair_order
);
create index deposits_held on settlement.deposit_state (store_id, order_id) where used_fen < taken_fen;
select platform.protect('settlement.deposit_state');
grant select, insert, update on settlement.deposit_state to gangwei_app;
