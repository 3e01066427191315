import type { Tx } from '../../../platform/database.ts'
import { manyRows } from '../../../platform/many-rows.ts'
import type { MoveHead, NewLot, NewMove } from './ledger.ts'

export type FilledLot = NewLot & { readonly document: string }
export type FilledMove = NewMove & Omit<MoveHead, 'storeId'>

/** Receipts and issues of a whole history (the demo store). The books are closed with closeBooks once all are there. */
export async function fillMoves(tx: Tx, storeId: string, lots: readonly FilledLot[], moves: readonly FilledMove[]): Promise<void> {
  const outside = lots.map(({ thousandths, ...lot }) => ({ ...lot, receivedThousandths: thousandths, outThousandths: thousandths, outCostFen: lot.costFen }))
  await tx.run`
    insert into stock.lot (store_id, id, part_id, received_on, received_thousandths, cost_fen, out_thousandths, out_cost_fen, document)
    select ${storeId}, id, part_id, received_on, received_thousandths, cost_fen, out_thousandths, out_cost_fen, document
    from json_populate_recordset(null::stock.lot, ${manyRows(outside)}::json)`
  await tx.run`
    insert into stock.move (store_id, id, at, person_id, part_id, lot_id, from_place, to_place, thousandths, cost_fen, order_id, line_id, takes_back, document, reason, scanned)
    select ${storeId}, id, at, person_id, part_id, lot_id, from_place, to_place, thousandths, cost_fen, order_id, line_id, takes_back, document, reason, scanned
    from json_populate_recordset(null::stock.move, ${manyRows(moves)}::json)`
}

/** Shelves, lots and totals of a store made anew from its moves alone, the ledger that they sum up; reservations stay as they are. */
export async function closeBooks(tx: Tx, storeId: string): Promise<void> {
  // Nobody has looked at the tables yet: without figures the planner would go through them row by row.
  await tx.run`set local enable_nestloop = off`
  await tx.run`set local statement_timeout = '60s'`
  await tx.run`
    insert into stock.part_stock (store_id, part_id)
    select distinct ${storeId}::uuid, part_id from stock.move where store_id = ${storeId} on conflict do nothing`
  await tx.run`
    insert into stock.balance (store_id, part_id, place_id, lot_id, thousandths)
    select ${storeId}, s.part_id, s.place_id, s.lot_id, sum(s.thousandths) from (
      select part_id, to_place as place_id, lot_id, thousandths from stock.move where store_id = ${storeId}
      union all select part_id, from_place, lot_id, -thousandths from stock.move where store_id = ${storeId}) s
    join stock.place p on p.store_id = ${storeId} and p.id = s.place_id and p.kind in ('bin', 'quarantine')
    group by s.part_id, s.place_id, s.lot_id
    on conflict (store_id, part_id, place_id, lot_id) do update set thousandths = excluded.thousandths`
  await tx.run`
    update stock.lot l set out_thousandths = l.received_thousandths - m.thousandths, out_cost_fen = l.cost_fen - m.cost_fen
    from (
      select s.lot_id, sum(s.thousandths) as thousandths, sum(s.cost_fen) as cost_fen from (
        select lot_id, to_place as place_id, thousandths, cost_fen from stock.move where store_id = ${storeId}
        union all select lot_id, from_place, -thousandths, -cost_fen from stock.move where store_id = ${storeId}) s
      join stock.place p on p.store_id = ${storeId} and p.id = s.place_id and p.kind in ('bin', 'quarantine') group by s.lot_id) m
    where l.store_id = ${storeId} and l.id = m.lot_id`
  await tx.run`
    update stock.part_stock p set on_hand_thousandths = b.on_hand, quarantined_thousandths = b.quarantined, value_fen = l.value_fen
    from (
      select b.part_id, coalesce(sum(b.thousandths) filter (where k.kind = 'bin'), 0) as on_hand, coalesce(sum(b.thousandths) filter (where k.kind = 'quarantine'), 0) as quarantined
      from stock.balance b join stock.place k on k.store_id = b.store_id and k.id = b.place_id where b.store_id = ${storeId} group by b.part_id) b
    join (select part_id, sum(cost_fen - out_cost_fen) as value_fen from stock.lot where store_id = ${storeId} group by part_id) l using (part_id)
    where p.store_id = ${storeId} and p.part_id = b.part_id`
}
