-- 0066 stock: what is low is known with each move; reorder points, the shelves to count next, and plan lines in their orders
-- Why:   the reorder list read a year of moves and all parts each time it was opened (80,000 parts: five seconds). Points change once a day, stock with every move: the ledger says which parts are low, and the list reads those alone (PPL-1.x).
-- Locks: stock.part_stock while a column that is kept by the table itself is written (a second for 100,000 parts), and parts_plan.line while two are and their indexes are built (seconds for 100,000 lines).

-- Where nobody watches a part it is not low. An issue that leaves a part on the same side touches no index.
alter table stock.part_stock add column reorder_at_thousandths bigint,
  add column low boolean not null generated always as (coalesce(on_hand_thousandths - reserved_thousandths <= reorder_at_thousandths, false)) stored;
create index low_parts on stock.part_stock (store_id, part_id) where low;
create view stock.v_low with (security_invoker) as
  select store_id, part_id, on_hand_thousandths, reserved_thousandths, on_hand_thousandths + quarantined_thousandths as here, value_fen from stock.part_stock where low;
grant select on stock.v_low to gangwei_app;

create table parts_orders.level (
  store_id uuid not null,
  part_id uuid not null references catalogue.part,
  monthly bigint[] not null, -- units by periods of thirty days, the oldest first
  point_thousandths bigint not null check (point_thousandths >= 0),
  up_to_thousandths bigint not null check (up_to_thousandths >= 0),
  order_at_thousandths bigint not null check (order_at_thousandths >= -1), -- the point; below nothing where nobody uses the part
  unit_cost_fen bigint not null check (unit_cost_fen >= 0), -- of its latest lot
  primary key (store_id, part_id)
);
select platform.protect('parts_orders.level');
grant select, insert, update, delete on parts_orders.level to gangwei_app;

create table parts_orders.reckoned (
  store_id uuid primary key references organisation.store,
  day date not null,
  at timestamptz not null
);
select platform.protect('parts_orders.reckoned');
grant select, insert, update on parts_orders.reckoned to gangwei_app;

-- The shelves that a rolling count takes next, ranked once a day: a proposal reads these and not all shelves with all their counts (WHK-5.1, PTS-11.3).
create table counts.ranked (
  store_id uuid primary key,
  day date not null,
  settings_version integer not null -- by which they were ranked: other settings, another order
);
select platform.protect('counts.ranked');
grant select, insert, update on counts.ranked to gangwei_app;
create table counts.next_shelf (
  store_id uuid not null,
  part_id uuid not null,
  place_id uuid not null,
  value_class text not null check (value_class in ('A', 'B', 'C')),
  issued_fen bigint not null, -- of the part, within a year
  primary key (store_id, part_id, place_id)
);
select platform.protect('counts.next_shelf');
grant select, insert, delete on counts.next_shelf to gangwei_app;

-- The lines of a monthly plan by demand and by how far they are from the last plan, as 0064 has them by value: sums of a line that the table keeps itself.
alter table parts_plan.line
  add column demand_thousandths bigint not null generated always as (jobs_thousandths + counter_thousandths + lost_thousandths) stored,
  add column difference_fen bigint not null generated always as (abs(planned_thousandths - coalesce(last_thousandths, 0)) * unit_cost_fen / 1000) stored;
create index lines_by_demand on parts_plan.line (store_id, plan_id, demand_thousandths desc, part_number);
create index lines_by_difference on parts_plan.line (store_id, plan_id, difference_fen desc, part_number);
-- Who changed a line does not approve the plan.
create index lines_by_changer on parts_plan.line (store_id, plan_id, changed_by) where changed_by is not null;

-- What jobs took of the running month and what lay here, as of classed_at: the turnover adds the moves since to it and walks over neither the month nor the stock.
alter table stock_health.summed add column cost_so_far_fen bigint, add column value_so_far_fen bigint;
