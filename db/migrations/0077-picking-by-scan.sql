-- 0077 picking: whether a part leaves its shelf only scanned is the store's rule; stock: why one left unscanned
-- Why:   parts are picked by scan, all of them right (WHK-3.1); a label that cannot be read or is missing must not stop the job, but it is said, kept and looked at by the supervisor.
-- Locks: stock.move for a moment (a column without a default, a check that no row is read for), and while its index is made: of issues that were not scanned, few of all moves.

create schema picking;
grant usage on schema picking to gangwei_app;

-- Editions: the last one counts, all stay readable.
create table picking.rule (
  store_id uuid not null references organisation.store,
  edition integer not null check (edition > 0),
  scanning text not null check (scanning in ('asked', 'required')),
  reason text not null check (length(reason) between 1 and 300),
  at timestamptz not null,
  person_name text not null,
  primary key (store_id, edition)
);
select platform.protect('picking.rule');
select platform.make_ledger('picking.rule');

alter table stock.move add column unscanned_why text;
alter table stock.move add constraint unscanned_why_is_known check (unscanned_why is null or (unscanned_why in ('label-unreadable', 'no-label') and scanned is false)) not valid;
create index moves_unscanned on stock.move (store_id, id) where not scanned;
