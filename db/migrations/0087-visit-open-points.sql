-- 0087 repair-orders: a mark of the lounge is taken back; high voltage is a trade with its certificate; the term of claims is the store's own
-- Why:   who took the wrong customer to the lounge takes his mark back with the reason, and it can be made anew. Work on the high-voltage system of a car goes to who is
--        certified for it. Insurers and makers pay by their own terms, not all within thirty days.
-- Locks: catalogue.labour_operation, workshop.check_sheet and qualifications.certificate for the exchange of a check that holds for all rows (not validated);
--        repair_orders.lounge while its key is made anew (a row for each customer that waited); all else is new.

alter table catalogue.labour_operation drop constraint labour_operation_trade_check;
alter table catalogue.labour_operation add constraint labour_operation_trade_check check (trade in ('mechanical', 'electrical', 'high-voltage', 'body', 'paint', 'wash', 'diagnosis')) not valid;
alter table workshop.check_sheet drop constraint check_sheet_trade_check;
alter table workshop.check_sheet add constraint check_sheet_trade_check check (trade in ('mechanical', 'electrical', 'high-voltage', 'body', 'paint', 'wash', 'diagnosis')) not valid;
alter table qualifications.certificate drop constraint certificate_kind_check;
alter table qualifications.certificate add constraint certificate_kind_check check (kind in ('inspection', 'mechanical', 'electrical', 'high-voltage', 'body', 'paint')) not valid;

-- Each mark of an order has its number: one that was taken back stays, the next is made beside it.
alter table repair_orders.lounge add column number smallint not null default 1;
alter table repair_orders.lounge alter column number drop default;
alter table repair_orders.lounge drop constraint lounge_pkey;
alter table repair_orders.lounge add primary key (store_id, order_id, number);

create table repair_orders.lounge_back (
  store_id uuid not null,
  order_id uuid not null,
  number smallint not null,
  at timestamptz not null,
  person_id uuid not null,
  person_name text not null,
  reason text not null check (length(reason) between 1 and 300),
  primary key (store_id, order_id, number),
  foreign key (store_id, order_id, number) references repair_orders.lounge
);
select platform.protect('repair_orders.lounge_back');
select platform.make_ledger('repair_orders.lounge_back');

-- The mark that stands, one at most.
create view repair_orders.v_lounge with (security_invoker = true) as
  select l.* from repair_orders.lounge l left join repair_orders.lounge_back b using (store_id, order_id, number) where b.at is null;
grant select on repair_orders.v_lounge to gangwei_app;

create table settlement.claim_term (
  store_id uuid not null references organisation.store,
  payer text not null check (payer in ('insurer', 'warranty', 'free-maintenance')),
  days integer not null check (days between 0 and 365),
  version integer not null default 1,
  primary key (store_id, payer)
);
select platform.protect('settlement.claim_term');
grant select, insert, update on settlement.claim_term to gangwei_app;
