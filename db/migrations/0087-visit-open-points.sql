-- 0087 settlement: the term of claims is the store's own
-- Why:   insurers and makers pay by their own terms, not all within thirty days.
-- Locks: nothing, the table is new.

create table settlement.claim_term (
  store_id uuid not null references organisation.store,
  payer text not null check (payer in ('insurer', 'warranty', 'free-maintenance')),
  days integer not null check (days between 0 and 365),
  version integer not null default 1,
  primary key (store_id, payer)
);
select platform.protect('settlement.claim_term');
grant select, insert, update on settlement.claim_term to gangwei_app;
