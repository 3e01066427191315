-- 0087 settlement, catalogue: the term of claims is the store's own; high voltage is a trade with its certificate
-- Why:   insurers and makers pay by their own terms, not all within thirty days. Work on the high-voltage system of a car goes to who is certified for it.
-- Locks: catalogue.labour_operation, workshop.check_sheet and qualifications.certificate for the exchange of a check that holds for all rows (not validated); all else is new.

alter table catalogue.labour_operation drop constraint labour_operation_trade_check;
alter table catalogue.labour_operation add constraint labour_operation_trade_check check (trade in ('mechanical', 'electrical', 'high-voltage', 'body', 'paint', 'wash', 'diagnosis')) not valid;
alter table workshop.check_sheet drop constraint check_sheet_trade_check;
alter table workshop.check_sheet add constraint check_sheet_trade_check check (trade in ('mechanical', 'electrical', 'high-voltage', 'body', 'paint', 'wash', 'diagnosis')) not valid;
alter table qualifications.certificate drop constraint certificate_kind_check;
alter table qualifications.certificate add constraint certificate_kind_check check (kind in ('inspection', 'mechanical', 'electrical', 'high-voltage', 'body', 'paint')) not valid;

create table settlement.claim_term (
  store_id uuid not null references organisation.store,
  payer text not null check (payer in ('insurer', 'warranty', 'free-maintenance')),
  days integer not null check (days between 0 and 365),
  version integer not null default 1,
  primary key (store_id, payer)
);
select platform.protect('settlement.claim_term');
grant select, insert, update on settlement.claim_term to gangwei_app;
