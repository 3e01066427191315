-- 0068 counter: what the counter sold is told as the report of what was sold below the floor asks for it
-- Why:   a counter sale below the margin floor was approved, and then stood in no report (PPL-4.1); the list knew the lines of repair orders alone.
-- Locks: nothing, a view is new.

-- Lines with a price, of slips that have left the shelves; what came back is taken off the sum, as it is off the cost of the lots.
create view counter.v_sold_line with (security_invoker) as
  select s.store_id, l.id as line_id, s.id as slip_id, s.kind, s.number, s.name, s.opened_at, s.opened_by, s.opened_by_name, s.issued_at, l.part_number, l.name_zh, l.name_en, l.approved_by_name,
    round((l.amount_fen - l.allowance_fen - b.amount_fen) * 100.0 / (100 + s.vat_percent))::bigint as net_fen
  from counter.slip s join counter.slip_line l on l.store_id = s.store_id and l.slip_id = s.id
  cross join lateral (select coalesce(sum(r.amount_fen), 0) as amount_fen from counter.return r where r.store_id = s.store_id and r.slip_id = s.id and r.line_id = l.id and r.kind = 'back') b
  where s.kind in ('sale', 'accessory') and s.issued_at is not null and l.issued_thousandths > l.returned_thousandths;
grant select on counter.v_sold_line to gangwei_app;
