-- 0042 estimates: the promise is computed, and an earlier one has its reason
-- Why:   the customer is told when the car can really be ready; who promises earlier says why (SAD-1.5).
-- Locks: repair_orders.authorisation, for an instant (columns without a default).

-- When the car could have been ready as the shop stood then; null where nobody asked.
alter table repair_orders.authorisation
  add column earliest_at timestamptz,
  add column early_reason text check (length(early_reason) between 1 and 300),
  add constraint early_promise_has_reason check (earliest_at is null or promised_at >= earliest_at or early_reason is not null);

-- What a store wants otherwise; the presets stand in domain/closing-work.ts.
create table workshop.setting (
  store_id uuid primary key,
  inspection_minutes integer not null check (inspection_minutes between 0 and 480),
  wash_minutes integer not null check (wash_minutes between 0 and 480),
  version integer not null
);
select platform.protect('workshop.setting');
grant select, insert, update on workshop.setting to gangwei_app;
