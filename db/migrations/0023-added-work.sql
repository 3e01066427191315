-- 0023 repair-orders: added work, found when the car is in the shop
-- Why:   what is found later is priced, and only the customer's yes makes lines of it (SAD-1.7.3); his no is a recommendation for the next visit.
-- Locks: repair_orders.repair_order while a column with a constant default is added.

create table repair_orders.added_work (
  store_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  plate text not null, -- of the order: recommendations are asked for by it
  number integer not null check (number > 0),
  status text not null check (status in ('found', 'priced', 'agreed', 'refused', 'withdrawn')),
  findings text not null check (length(findings) between 1 and 500),
  urgency text not null check (urgency in ('safety', 'soon', 'later')),
  found_at timestamptz not null,
  found_by uuid not null,
  found_by_name text not null,
  lines jsonb not null default '[]', -- priced; they are lines of the order only when the customer agreed
  total_fen bigint not null default 0 check (total_fen >= 0),
  priced_by_name text,
  decided_at timestamptz,
  decided_by uuid, -- who recorded the answer
  decided_by_name text,
  decided_way text check (decided_way in ('signature', 'call')),
  customer_name text not null default '' check (length(customer_name) <= 60),
  customer_phone text not null default '' check (length(customer_phone) <= 20),
  words text not null default '' check (length(words) <= 200),
  signature text,
  reason text not null default '' check (length(reason) <= 300), -- why it was withdrawn
  version integer not null default 1,
  primary key (store_id, id),
  unique (store_id, order_id, number),
  foreign key (store_id, order_id) references repair_orders.repair_order,
  constraint an_answer_says_who_when_how check ((status in ('agreed', 'refused')) <= (decided_at is not null and decided_way is not null and customer_name <> ''))
);
create index recommendations_of_plate on repair_orders.added_work (store_id, plate, id) where status = 'refused';
select platform.protect('repair_orders.added_work');
grant select, insert, update on repair_orders.added_work to gangwei_app;

-- How much of it waits for a price or for the customer: lists show it, and the final inspection asks.
alter table repair_orders.repair_order add column open_added_work integer not null default 0 check (open_added_work >= 0);
