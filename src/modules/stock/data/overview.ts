import { empty, join, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { Mark, StockSort } from '../domain/list-order.ts'

export type StockRow = { partId: string; onHand: number; quarantined: number; reserved: number; valueFen: number }

const columns = sql`s.part_id, s.on_hand_thousandths as on_hand, s.quarantined_thousandths as quarantined, s.reserved_thousandths as reserved, s.value_fen`

export type StockFilter = {
  /** Patterns of typed words, all of which fit; none finds everything. A scanned barcode comes through the same box. */
  patterns: readonly string[]; barcodeOf: string | null; after: string | null; limit: number
}

const matches = ({ patterns, barcodeOf }: StockFilter): Sql => sql`((${join(patterns.map((pattern) => sql`find_text like ${pattern}`), ' and ')}) or id = ${barcodeOf}::uuid)`

/** As in the catalogue's own list: long words fit few, and `offset 0` makes the planner take those from the trigram index first (60 ms → 5 of 80,000). */
function parts(filter: StockFilter): Sql {
  if (filter.patterns.length === 0) return sql`catalogue.v_part`
  const narrow = filter.patterns.some((pattern) => pattern.length >= 6)
  return sql`(select id, number from catalogue.v_part where ${matches(filter)} ${narrow ? sql`offset 0` : empty})`
}

/** By part number. */
export const listStock = (tx: Tx, storeId: string, filter: StockFilter) => tx.all<StockRow & { number: string }>`
  select ${columns}, p.number from stock.part_stock s join ${parts(filter)} p on p.id = s.part_id
  where s.store_id = ${storeId} ${filter.after === null ? empty : sql`and p.number > ${filter.after}`}
  order by p.number limit ${filter.limit}`

/** The greatest first; what lies free counts below zero, so that the least of it comes first. */
const amounts: Readonly<Record<Exclude<StockSort, 'number'>, Sql>> = { 'on-hand': sql`s.on_hand_thousandths`, 'least-free': sql`s.reserved_thousandths - s.on_hand_thousandths`, value: sql`s.value_fen` }

type SortedWish = Omit<StockFilter, 'after'> & { readonly sort: keyof typeof amounts; readonly after: Mark | null }

/**
 * By an amount. These change with every move, so no index keeps them in order: the store's rows alone are walked (80,000 are read and the first ones kept in one pass), the catalogue is asked for
 * what is shown.
 */
export const listStockBy = (tx: Tx, storeId: string, { sort, after, limit, ...filter }: SortedWish) => tx.all<StockRow & { amount: number }>`
  select ${columns}, (${amounts[sort]})::bigint as amount from stock.part_stock s ${filter.patterns.length === 0 ? empty : sql`join ${parts({ ...filter, after: null, limit })} p on p.id = s.part_id`}
  where s.store_id = ${storeId} ${after === null ? empty : sql`and (${amounts[sort]} < ${after.amount} or (${amounts[sort]} = ${after.amount} and s.part_id > ${after.partId}))`}
  order by amount desc, s.part_id limit ${limit}`

export const findStock = (tx: Tx, storeId: string, partId: string) => tx.maybe<StockRow>`
  select ${columns} from stock.part_stock s where s.store_id = ${storeId} and s.part_id = ${partId}`

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

export type FreeElsewhere = { storeId: string; storeCode: string; nameZh: string; nameEn: string; partId: string; free: number; unitCostFen: number | null }

/** What lies free in the other stores of the group; most first. */
export const freeElsewhere = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<FreeElsewhere>`
  select f.store_id, s.code as store_code, s.name_zh, s.name_en, f.part_id, f.free_thousandths as free, f.unit_cost_fen
  from stock.free_in_group(${storeId}, ${partIds}::uuid[]) f join organisation.v_store_name s on s.id = f.store_id order by f.part_id, f.free_thousandths desc, s.code`

/** Free = on hand − reserved, for any number of parts in one statement. */
export const availabilityOf = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<{ partId: string; onHand: number; reserved: number }>`
  select part_id, on_hand_thousandths as on_hand, reserved_thousandths as reserved
  from stock.part_stock where store_id = ${storeId} and part_id = any(${partIds})`
