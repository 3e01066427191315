-- 0022 organisation: deeds that a new version brings reach the positions of stores that are there already
-- Why:   presets were written when a store was founded; a later deed stood in nobody's rights after an upgrade.
-- Locks: nothing, the table is new.

-- What this database knows. A right that a store took away is known, and is not given back.
create table organisation.known_permission (
  permission text primary key check (length(permission) <= 100)
);
grant select, insert on organisation.known_permission to gangwei_app;
insert into organisation.known_permission (permission) select distinct permission from organisation.position_right;
