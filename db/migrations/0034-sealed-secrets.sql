-- 0034 organisation: secrets of the second factor are sealed
-- Why:   who reads the database or a backup of it alone must not be able to make codes; the key lies beside the database.
-- Locks: organisation.second_factor for a moment.

alter table organisation.second_factor drop constraint second_factor_secret_check;
alter table organisation.second_factor add constraint second_factor_secret_check check (length(secret) between 16 and 200);
