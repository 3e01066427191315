-- 0019 repair-orders: a quote, before the car is in the shop
-- Why:   somebody asks what it would cost; when he comes, the quote is already the visit's estimate (docs/adr/0010).
-- Locks: repair_orders.repair_order for the time its status check and one partial index are made anew.

alter table repair_orders.repair_order
  drop constraint repair_order_status_check,
  add constraint repair_order_status_check check (status in
    ('quoted', 'arrived', 'received', 'estimated', 'authorised', 'in_work', 'in_inspection', 'ready', 'settled', 'delivered', 'cancelled')),
  alter column arrived_at drop not null,
  add column quoted_until date,
  add column quoted_phone text not null default '' check (length(quoted_phone) <= 20),
  add constraint quote_says_how_long check (status <> 'quoted' or quoted_until is not null),
  add constraint only_quotes_have_not_arrived check (arrived_at is not null or quoted_until is not null);

-- A car is in the shop once; it may have been quoted for any number of times.
drop index repair_orders.one_open_visit;
create unique index one_open_visit on repair_orders.repair_order (store_id, plate) where closed_at is null and status <> 'quoted';
