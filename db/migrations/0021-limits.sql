-- 0021 organisation: how much a position may grant or approve
-- Why:   discounts, allowances and price deviations have a limit per role (rules.md, Approvals); above it somebody with a higher one decides.
-- Locks: nothing, the table is new.

-- Only what a store wants otherwise than the presets (organisation/domain/limits.ts); null: without limit.
create table organisation.position_limit (
  store_id uuid not null references organisation.store,
  position text not null references organisation.position,
  kind text not null check (kind in ('discount', 'allowance', 'deviation')),
  most_fen bigint check (most_fen >= 0),
  version integer not null default 1,
  primary key (store_id, position, kind)
);
select platform.protect('organisation.position_limit');
grant select, insert, update on organisation.position_limit to gangwei_app;
