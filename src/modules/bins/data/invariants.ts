/** Each gives no row. Read by `verify` and the tests. */
export const binInvariants: Readonly<Record<string, string>> = {
  'bins: every bin move stands in the stock ledger': `
    select b.store_id, b.id from bins.bin_move b
    where not exists (select from stock.move m where m.store_id = b.store_id and m.lot_id = b.lot_id and m.document = b.number and m.part_id = b.part_id
      and m.from_place = b.from_place and m.to_place = b.to_place and m.thousandths = b.thousandths and m.cost_fen = 0)`,
  'bins: a move that goes back is the whole of what it takes back, the other way': `
    select b.store_id, b.id from bins.bin_move b join bins.bin_move t on t.store_id = b.store_id and t.id = b.takes_back
    where (b.lot_id, b.from_place, b.to_place, b.thousandths) is distinct from (t.lot_id, t.to_place, t.from_place, t.thousandths)`,
}
