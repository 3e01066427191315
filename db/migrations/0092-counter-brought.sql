-- 0092 counter: what a line of a slip brought is told with it, for the result of promotions
-- Why:   the result of a promotion counted what the counter sold at no revenue; it knew the prices of lines of repair orders alone (PTS-7.3).
-- Locks: nothing, a view gets columns.
create or replace view counter.v_line with (security_invoker) as
  select l.store_id, l.id, s.number, s.name, s.kind, l.thousandths, l.amount_fen - l.allowance_fen as net_of_allowance_fen
  from counter.slip_line l join counter.slip s on s.store_id = l.store_id and s.id = l.slip_id;
