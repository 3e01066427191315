-- 0014 catalogue: what other modules' lists may sort and search parts by
-- Why:   the stock list goes by part number and searches among the parts of the store, not among the first hundreds of 80,000.
-- Locks: nothing, a view is new.

create view catalogue.v_part as select id, number, find_text from catalogue.part;
grant select on catalogue.v_part to gangwei_app;
