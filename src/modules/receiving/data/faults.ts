import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { FaultStatus, Outcome } from '../domain/fault.ts'
import type { FaultKind } from '../domain/receipt.ts'

export type FaultData = {
  id: string; number: string; status: FaultStatus; kind: FaultKind; receiptId: string; receiptNumber: string; orderId: string; orderNumber: string; supplierName: string; partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string
  thousandths: number; words: string; foundAt: Date; foundByName: string; reportedAt: Date | null; reportedByName: string | null; reports: number; answer: string; outcome: Outcome | null; closedAt: Date | null; closedByName: string | null; version: number
}

const columns = sql`id, number, status, kind, receipt_id, receipt_number, order_id, order_number, supplier_name, part_id, part_number, name_zh, name_en, unit, thousandths, words, found_at, found_by_name, reported_at, reported_by_name, reports,
  answer, outcome, closed_at, closed_by_name, version`

export const listFaults = (tx: Tx, storeId: string, { group, after, limit }: { group: 'open' | 'all'; after: string | null; limit: number }) => tx.all<FaultData>`
  select ${columns} from receiving.fault where store_id = ${storeId} ${group === 'open' ? sql`and status <> 'closed'` : empty} ${after === null ? empty : sql`and id < ${after}`} order by id desc limit ${limit}`

export const faultsOfReceipt = (tx: Tx, storeId: string, receiptId: string) => tx.all<FaultData>`select ${columns} from receiving.fault where store_id = ${storeId} and receipt_id = ${receiptId} order by id`

/** Locked until the deed ends. */
export const lockFault = (tx: Tx, storeId: string, id: string) => tx.maybe<FaultData>`select ${columns} from receiving.fault where store_id = ${storeId} and id = ${id} for update`

export type NewFault = Pick<FaultData, 'id' | 'number' | 'kind' | 'receiptId' | 'receiptNumber' | 'orderId' | 'orderNumber' | 'supplierName' | 'partId' | 'partNumber' | 'nameZh' | 'nameEn' | 'unit' | 'thousandths' | 'words' | 'foundAt' | 'foundByName'>

export const insertFault = (tx: Tx, storeId: string, f: NewFault) => tx.run`
  insert into receiving.fault (store_id, id, number, status, kind, receipt_id, receipt_number, order_id, order_number, supplier_name, part_id, part_number, name_zh, name_en, unit, thousandths, words, found_at, found_by_name)
  values (${storeId}, ${f.id}, ${f.number}, 'open', ${f.kind}, ${f.receiptId}, ${f.receiptNumber}, ${f.orderId}, ${f.orderNumber}, ${f.supplierName}, ${f.partId}, ${f.partNumber}, ${f.nameZh}, ${f.nameEn}, ${f.unit}, ${f.thousandths}, ${f.words},
    ${f.foundAt}, ${f.foundByName})`

export const markReported = (tx: Tx, storeId: string, r: { id: string; at: Date; byName: string }) => tx.run`
  update receiving.fault set status = 'reported', reported_at = ${r.at}, reported_by_name = ${r.byName}, reports = reports + 1, version = version + 1 where store_id = ${storeId} and id = ${r.id}`

export const closeFault = (tx: Tx, storeId: string, c: { id: string; outcome: Outcome; answer: string; at: Date; byName: string }) => tx.run`
  update receiving.fault set status = 'closed', outcome = ${c.outcome}, answer = ${c.answer}, closed_at = ${c.at}, closed_by_name = ${c.byName}, version = version + 1 where store_id = ${storeId} and id = ${c.id}`

/** Its receipt was reversed: what was found then counts no more. */
export const withdrawFaults = (tx: Tx, storeId: string, receiptId: string, answer: string, at: Date, byName: string) => tx.run`
  update receiving.fault set status = 'closed', outcome = 'withdrawn', answer = ${answer}, closed_at = ${at}, closed_by_name = ${byName}, version = version + 1 where store_id = ${storeId} and receipt_id = ${receiptId} and status <> 'closed'`
