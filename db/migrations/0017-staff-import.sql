-- 0017 exchange: the staff of a store come in by a list
-- Why:   a store of fifty people starts with the list it has.
-- Locks: exchange.import for a moment: its check is set anew.

do $$
declare name text;
begin
  select conname into strict name from pg_constraint
  where conrelid = 'exchange.import'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%opening-receivables%';
  execute format('alter table exchange.import drop constraint %I', name);
end $$;
alter table exchange.import add constraint import_kind_check
  check (kind in ('parts', 'prices', 'operations', 'customers', 'vehicles', 'opening-stock', 'opening-receivables', 'staff'));
