-- 0085 counter, transfers: what left its shelf unscanned is listed wherever it went
-- Why:   the rule of picking by scan held for jobs alone; the counter and another store's goods leave the same shelves (WHK-3.1).
-- Locks: none that anybody waits for: views.

create or replace view counter.v_slip with (security_invoker) as select store_id, id, kind, number, name from counter.slip;
create view transfers.v_sent with (security_invoker) as
  select t.giving_store as store_id, t.id, t.number, s.name_zh, s.name_en from transfers.transfer t join organisation.v_store_name s on s.id = t.asking_store where t.status in ('shipped', 'closed');
grant select on transfers.v_sent to gangwei_app;
