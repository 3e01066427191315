/** Each gives no row, after every scenario and every fault (reliability.md, Invariants 1 to 4 and 7). Read by `verify` and the tests. */
export const stockInvariants: Readonly<Record<string, string>> = {
  'stock: balance of a bin equals the sum of its moves': `
    select b.store_id, b.part_id, b.place_id, b.lot_id, b.thousandths, m.thousandths as moved from stock.balance b
    full join (
      select store_id, part_id, place_id, lot_id, sum(thousandths) as thousandths from (
        select store_id, part_id, to_place as place_id, lot_id, thousandths from stock.move
        union all select store_id, part_id, from_place, lot_id, -thousandths from stock.move) s
      where exists (select from stock.place p where p.store_id = s.store_id and p.id = s.place_id and p.kind in ('bin', 'quarantine'))
      group by 1, 2, 3, 4
    ) m using (store_id, part_id, place_id, lot_id)
    where coalesce(b.thousandths, 0) <> coalesce(m.thousandths, 0)`,
  'stock: totals of a part equal its shelves and its reservations': `
    select p.store_id, p.part_id from stock.part_stock p
    left join (select b.store_id, b.part_id, sum(b.thousandths) filter (where k.kind = 'bin') as on_hand, sum(b.thousandths) filter (where k.kind = 'quarantine') as quarantined
      from stock.balance b join stock.place k on k.store_id = b.store_id and k.id = b.place_id group by 1, 2) b using (store_id, part_id)
    left join (select store_id, part_id, sum(thousandths) as reserved from stock.reservation group by 1, 2) r using (store_id, part_id)
    where p.on_hand_thousandths <> coalesce(b.on_hand, 0) or p.quarantined_thousandths <> coalesce(b.quarantined, 0) or p.reserved_thousandths <> coalesce(r.reserved, 0)`,
  'stock: a lot holds what came in less what went out, and so does its cost': `
    select l.store_id, l.id from stock.lot l
    left join (select store_id, lot_id, sum(thousandths) as here from stock.balance group by 1, 2) b on b.store_id = l.store_id and b.lot_id = l.id
    where l.received_thousandths - l.out_thousandths <> coalesce(b.here, 0)`,
  'stock: value of a part equals the cost left in its lots': `
    select p.store_id, p.part_id from stock.part_stock p
    left join (select store_id, part_id, sum(cost_fen - out_cost_fen) as value from stock.lot group by 1, 2) l using (store_id, part_id)
    where p.value_fen <> coalesce(l.value, 0)`,
  'stock: cost of the moves equals the cost that left the lots': `
    select l.store_id, l.id from stock.lot l
    join (select m.store_id, m.lot_id, sum(case when t.kind in ('bin', 'quarantine') then -m.cost_fen else m.cost_fen end) as out_cost
      from stock.move m
      join stock.place f on f.store_id = m.store_id and f.id = m.from_place
      join stock.place t on t.store_id = m.store_id and t.id = m.to_place
      where (f.kind in ('bin', 'quarantine')) <> (t.kind in ('bin', 'quarantine')) group by 1, 2) m on m.store_id = l.store_id and m.lot_id = l.id
    where l.out_cost_fen <> l.cost_fen + m.out_cost`,
  'stock: no return is larger than what it takes back': `
    select m.store_id, m.id from stock.move m join stock.move b on b.store_id = m.store_id and b.takes_back = m.id
    group by m.store_id, m.id, m.thousandths, m.cost_fen having sum(b.thousandths) > m.thousandths or sum(b.cost_fen) > m.cost_fen`,
}
