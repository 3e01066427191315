import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { ReceiptStatus } from '../domain/receipt.ts'

export type ReceiptData = {
  id: string; number: string; status: ReceiptStatus; orderId: string; orderNumber: string; supplierName: string; deliveryNote: string; waybill: string; pieces: number; opened: number; waybillWords: string; driver: string; begunAt: Date; begunByName: string
  postedAt: Date | null; postedByName: string | null; stockNumber: string; papersAt: Date | null; papersByName: string | null; /** Reversed or discarded; null also for what ended before it was kept. */ endedAt: Date | null; endedByName: string | null; reason: string; version: number
}

const columns = sql`id, number, status, order_id, order_number, supplier_name, delivery_note, waybill, pieces, opened, waybill_words, driver, begun_at, begun_by_name, posted_at, posted_by_name, stock_number, papers_at, papers_by_name, ended_at, ended_by_name, reason, version`

export const listReceipts = (tx: Tx, storeId: string, { group, after, limit }: { group: 'counting' | 'posted' | 'all'; after: string | null; limit: number }) => tx.all<ReceiptData>`
  select ${columns} from receiving.receipt where store_id = ${storeId} ${group === 'all' ? empty : sql`and status = ${group}`} ${after === null ? empty : sql`and id < ${after}`} order by id desc limit ${limit}`

export const findReceipt = (tx: Tx, storeId: string, id: string) => tx.maybe<ReceiptData>`select ${columns} from receiving.receipt where store_id = ${storeId} and id = ${id}`

/** Locked until the deed ends. */
export const lockReceipt = (tx: Tx, storeId: string, id: string) => tx.maybe<ReceiptData>`select ${columns} from receiving.receipt where store_id = ${storeId} and id = ${id} for update`

export type NewReceipt = Pick<ReceiptData, 'id' | 'number' | 'orderId' | 'orderNumber' | 'supplierName' | 'deliveryNote' | 'waybill' | 'pieces' | 'opened' | 'waybillWords' | 'driver' | 'begunAt' | 'begunByName'>

/** Answers 0 when the order is being counted already. */
export const insertReceipt = (tx: Tx, storeId: string, r: NewReceipt) => tx.run`
  insert into receiving.receipt (store_id, id, number, status, order_id, order_number, supplier_name, delivery_note, waybill, pieces, opened, waybill_words, driver, begun_at, begun_by_name)
  values (${storeId}, ${r.id}, ${r.number}, 'counting', ${r.orderId}, ${r.orderNumber}, ${r.supplierName}, ${r.deliveryNote}, ${r.waybill}, ${r.pieces}, ${r.opened}, ${r.waybillWords}, ${r.driver}, ${r.begunAt}, ${r.begunByName})
  on conflict (store_id, order_id) where status = 'counting' do nothing`

export const touchReceipt = (tx: Tx, storeId: string, id: string) => tx.run`update receiving.receipt set version = version + 1 where store_id = ${storeId} and id = ${id}`

export const markPosted = (tx: Tx, storeId: string, p: { id: string; at: Date; byName: string; stockNumber: string }) => tx.run`
  update receiving.receipt set status = 'posted', posted_at = ${p.at}, posted_by_name = ${p.byName}, stock_number = ${p.stockNumber}, version = version + 1 where store_id = ${storeId} and id = ${p.id}`

export const endReceipt = (tx: Tx, storeId: string, e: { id: string; status: 'reversed' | 'discarded'; reason: string; at: Date; byName: string }) => tx.run`
  update receiving.receipt set status = ${e.status}, reason = ${e.reason}, ended_at = ${e.at}, ended_by_name = ${e.byName}, version = version + 1 where store_id = ${storeId} and id = ${e.id}`

export const markHandedOver = (tx: Tx, storeId: string, id: string, at: Date, byName: string) => tx.run`
  update receiving.receipt set papers_at = ${at}, papers_by_name = ${byName}, version = version + 1 where store_id = ${storeId} and id = ${id}`

export type CountData = { lineId: string; partId: string; partNumber: string; noted: number; counted: number; damaged: number; wrong: number; words: string; placeId: string | null; booked: number; moveId: string | null }

export const countsOf = (tx: Tx, storeId: string, receiptId: string) => tx.all<CountData>`
  select line_id, part_id, part_number, noted_thousandths as noted, counted_thousandths as counted, damaged_thousandths as damaged, wrong_thousandths as wrong, words, place_id, booked_thousandths as booked, move_id
  from receiving.receipt_line where store_id = ${storeId} and receipt_id = ${receiptId} order by part_number, line_id`

export const putCount = (tx: Tx, storeId: string, receiptId: string, c: Omit<CountData, 'booked' | 'moveId'>) => tx.run`
  insert into receiving.receipt_line (store_id, receipt_id, line_id, part_id, part_number, noted_thousandths, counted_thousandths, damaged_thousandths, wrong_thousandths, words, place_id)
  values (${storeId}, ${receiptId}, ${c.lineId}, ${c.partId}, ${c.partNumber}, ${c.noted}, ${c.counted}, ${c.damaged}, ${c.wrong}, ${c.words}, ${c.placeId})
  on conflict (store_id, receipt_id, line_id) do update set noted_thousandths = excluded.noted_thousandths, counted_thousandths = excluded.counted_thousandths, damaged_thousandths = excluded.damaged_thousandths,
    wrong_thousandths = excluded.wrong_thousandths, words = excluded.words, place_id = excluded.place_id`

export const bookCounts = (tx: Tx, storeId: string, receiptId: string, rows: readonly { lineId: string; booked: number; moveId: string }[]) => tx.run`
  update receiving.receipt_line l set booked_thousandths = t.booked, move_id = t.move_id
  from unnest(${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.booked)}::bigint[], ${rows.map((r) => r.moveId)}::uuid[]) as t(line_id, booked, move_id) where l.store_id = ${storeId} and l.receipt_id = ${receiptId} and l.line_id = t.line_id`

export type ExpectedData = { id: string; number: string; supplierName: string; kind: string; lines: number; eta: string | null; saidAt: Date | null; saidBy: string | null; arrivesOn: string | null; dueFen: number | null; words: string | null }

/** Orders under way with something open, and what their carrier said last; in use they are few. */
export const expectedOrders = (tx: Tx, storeId: string) => tx.all<ExpectedData>`
  select o.id, o.number, o.supplier_name, o.kind, o.lines, o.eta, w.at as said_at, w.person_name as said_by, w.arrives_on, w.due_fen, w.words from parts_orders.v_under_way o
  left join lateral (select at, person_name, arrives_on, due_fen, words from transfers.v_inbound_word w where w.store_id = ${storeId} and w.subject_id = o.id order by at desc limit 1) w on true
  where o.store_id = ${storeId} order by coalesce(w.arrives_on, o.eta), o.id limit 300`

/** Where a part lies already, the fullest bin first; and how its boxes may be marked. */
export const usualPlaces = (tx: Tx, storeId: string, partIds: readonly string[]) => tx.all<{ partId: string; placeId: string }>`
  select distinct on (part_id) part_id, place_id from stock.v_binned where store_id = ${storeId} and part_id = any(${partIds}) order by part_id, thousandths desc`
export const barcodesOf = (tx: Tx, partIds: readonly string[]) => tx.all<{ partId: string; barcode: string }>`select part_id, barcode from catalogue.v_barcode where part_id = any(${partIds})`

const lately = 1_000

/** Who fetched deliveries lately, the usual ones first. */
export const driversOf = async (tx: Tx, storeId: string): Promise<string[]> => (await tx.all<{ driver: string }>`
  select driver from (select driver from receiving.receipt where store_id = ${storeId} order by id desc limit ${lately}) recent where driver <> '' group by driver order by count(*) desc, driver limit 30`).map(({ driver }) => driver)
