import { empty, sql, type Tx } from '../../../platform/database.ts'

export type StockRow = { partId: string; onHand: number; quarantined: number; reserved: number; valueFen: number }

export const listStock = (tx: Tx, storeId: string, partIds: readonly string[] | null, after: string | null, limit: number) => tx.all<StockRow>`
  select part_id, on_hand_thousandths as on_hand, quarantined_thousandths as quarantined, reserved_thousandths as reserved, value_fen
  from stock.part_stock
  where store_id = ${storeId} ${partIds === null ? empty : sql`and part_id = any(${partIds})`} ${after === null ? empty : sql`and part_id > ${after}`}
  order by part_id limit ${limit}`

export const valueOfStock = (tx: Tx, storeId: string) => tx.one<{ valueFen: number; parts: number }>`
  select coalesce(sum(value_fen), 0)::bigint as value_fen, count(*) filter (where on_hand_thousandths > 0) as parts
  from stock.part_stock where store_id = ${storeId}`

export type LotOverview = { lotId: string; placeId: string; receivedOn: string; bin: string; kind: string; here: number; costFen: number; receivedThousandths: number; document: string }

export const lotsOfPart = (tx: Tx, storeId: string, partId: string) => tx.all<LotOverview>`
  select l.id as lot_id, b.place_id, l.received_on, p.code as bin, p.kind, b.thousandths as here, l.cost_fen, l.received_thousandths, l.document
  from stock.lot l
  join stock.balance b on b.store_id = l.store_id and b.lot_id = l.id and b.thousandths > 0
  join stock.place p on p.store_id = b.store_id and p.id = b.place_id
  where l.store_id = ${storeId} and l.part_id = ${partId}
  order by l.received_on, l.id, p.code limit 500`

/** Free = on hand − reserved, for any number of parts in one statement. */
export const availabilityOf = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<{ partId: string; onHand: number; reserved: number }>`
  select part_id, on_hand_thousandths as on_hand, reserved_thousandths as reserved
  from stock.part_stock where store_id = ${storeId} and part_id = any(${partIds})`
