-- 0016 settlement: what was owed before the store began here is collected
-- Why:   opening receivables were imported, but nobody could see or collect them.
-- Locks: settlement.payment while one column loses its not null and another is added.

-- Amount and due day are copied: the list of what is open goes by due day, and the ledger row never changes.
create table settlement.receivable_state (
  store_id uuid not null,
  receivable_id uuid not null,
  due_day date not null,
  amount_fen bigint not null check (amount_fen > 0),
  paid_fen bigint not null default 0 check (paid_fen between 0 and amount_fen),
  version integer not null default 1,
  primary key (store_id, receivable_id),
  foreign key (store_id, receivable_id) references settlement.opening_receivable
);
create index receivables_by_due_day on settlement.receivable_state (store_id, due_day, receivable_id);
create index receivables_open on settlement.receivable_state (store_id, due_day, receivable_id) where paid_fen < amount_fen;
select platform.protect('settlement.receivable_state');
grant select, insert, update on settlement.receivable_state to gangwei_app;
insert into settlement.receivable_state (store_id, receivable_id, due_day, amount_fen)
  select store_id, id, coalesce(due_on, day), amount_fen from settlement.opening_receivable;

alter table settlement.payment alter column statement_id drop not null;
alter table settlement.payment add column receivable_id uuid;
alter table settlement.payment add constraint payment_receivable_fkey foreign key (store_id, receivable_id) references settlement.opening_receivable;
alter table settlement.payment add constraint payment_of_one check (num_nonnulls(statement_id, receivable_id) = 1);
create index payments_of_receivable on settlement.payment (store_id, receivable_id, id) where receivable_id is not null;
