import { sql, type Tx } from '../../../platform/database.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import type { PriceRule } from '../domain/lines.ts'
import type { Share } from '../domain/shares.ts'

/** The package a line came with. `key` is that of its adding: the same package may be added twice. */
export type LinePackage = { readonly key: string; readonly code: string; readonly nameZh: string; readonly nameEn: string }

export type LineData = {
  id: string; orderId: string; kind: 'labour' | 'part' | 'sublet'; payer: Payer; operationId: string | null; partId: string | null
  code: string; nameZh: string; nameEn: string; trade: string | null; unit: string; quantityThousandths: number; unitPriceFen: number
  discountFen: number; amountFen: number; priceRule: PriceRule; deviationReason: string | null; approvedBy: string | null; approvedByName: string | null
  supplier: string | null; costFen: number | null; outAt: Date | null; backAt: Date | null; stoppedReason: string | null; version: number
  /** The number that was asked for, where another of its chain is used. */
  insteadOf: string | null; refusedByName: string | null; refusedReason: string | null
  /** What others than the main payer take of it. */
  shares: readonly Share[]
  /** What is not sure about the number of a part, and who confirmed it. */
  unclear: string | null; confirmedByName: string | null
  package: LinePackage | null
}

const columns = sql`id, order_id, kind, payer, operation_id, part_id, code, name_zh, name_en, trade, unit, quantity_thousandths, unit_price_fen,
  discount_fen, amount_fen, price_rule, deviation_reason, approved_by, approved_by_name, supplier, cost_fen, out_at, back_at, stopped_reason, version, instead_of, refused_by_name, refused_reason, shares, unclear, confirmed_by_name, package`

export const listLines = (tx: Tx, storeId: string, orderId: string) => tx.all<LineData>`
  select ${columns} from repair_orders.line where store_id = ${storeId} and order_id = ${orderId} order by id`

/** Lines of many orders in one question: boards must not ask order by order. */
export const linesOfOrders = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<LineData>`
  select ${columns} from repair_orders.line where store_id = ${storeId} and order_id = any(${orderIds}::uuid[]) order by id`

export const findLine = (tx: Tx, storeId: string, lineId: string) => tx.maybe<LineData>`
  select ${columns} from repair_orders.line where store_id = ${storeId} and id = ${lineId}`

export const advisorOfLine = (tx: Tx, storeId: string, lineId: string) => tx.maybe<{ advisorId: string }>`
  select o.advisor_id from repair_orders.line l join repair_orders.repair_order o on o.store_id = l.store_id and o.id = l.order_id where l.store_id = ${storeId} and l.id = ${lineId}`

export type NewLine = Omit<LineData, 'shares' | 'unclear' | 'confirmedByName' | 'refusedByName' | 'refusedReason' | 'approvedBy' | 'approvedByName' | 'outAt' | 'backAt' | 'stoppedReason' | 'version'>

/** All lines in one statement, as one JSON document: 20 columns by unnest would hide the names. */
export const insertLines = (tx: Tx, storeId: string, lines: readonly NewLine[]) => tx.run`
  insert into repair_orders.line (store_id, id, order_id, kind, payer, operation_id, part_id, code, name_zh, name_en, trade, unit,
    quantity_thousandths, unit_price_fen, discount_fen, amount_fen, price_rule, deviation_reason, supplier, cost_fen, instead_of, package)
  select ${storeId}, l.id, l."orderId", l.kind, l.payer, l."operationId", l."partId", l.code, l."nameZh", l."nameEn", l.trade, l.unit,
    l."quantityThousandths", l."unitPriceFen", l."discountFen", l."amountFen", l."priceRule", l."deviationReason", l.supplier, l."costFen", l."insteadOf", nullif(l.package, 'null'::jsonb)
  from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(id uuid, "orderId" uuid, kind text, payer text, "operationId" uuid, "partId" uuid,
    code text, "nameZh" text, "nameEn" text, trade text, unit text, "quantityThousandths" bigint, "unitPriceFen" bigint, "discountFen" bigint,
    "amountFen" bigint, "priceRule" text, "deviationReason" text, supplier text, "costFen" bigint, "insteadOf" text, package jsonb)`

export type LineChange = Pick<LineData, 'id' | 'payer' | 'quantityThousandths' | 'unitPriceFen' | 'discountFen' | 'amountFen' | 'priceRule' | 'deviationReason' | 'shares'>

/** A changed price loses its approval, or its refusal. */
export const updateLine = (tx: Tx, storeId: string, change: LineChange) => tx.run`
  update repair_orders.line set payer = ${change.payer}, quantity_thousandths = ${change.quantityThousandths}, unit_price_fen = ${change.unitPriceFen},
    discount_fen = ${change.discountFen}, amount_fen = ${change.amountFen}, price_rule = ${change.priceRule}, deviation_reason = ${change.deviationReason}, shares = ${JSON.stringify(change.shares)},
    approved_by = null, approved_by_name = null, refused_by_name = null, refused_reason = null, version = version + 1
  where store_id = ${storeId} and id = ${change.id}`

export const deleteLine = (tx: Tx, storeId: string, lineId: string) => deleteLines(tx, storeId, [lineId])

export const deleteLines = (tx: Tx, storeId: string, lineIds: readonly string[]) => tx.run`
  delete from repair_orders.line where store_id = ${storeId} and id = any(${lineIds}::uuid[])`

export const approveLine = (tx: Tx, storeId: string, approval: { id: string; by: string; byName: string }) => tx.run`
  update repair_orders.line set approved_by = ${approval.by}, approved_by_name = ${approval.byName}, version = version + 1
  where store_id = ${storeId} and id = ${approval.id}`

export const refuseLine = (tx: Tx, storeId: string, refusal: { id: string; byName: string; reason: string }) => tx.run`
  update repair_orders.line set refused_by_name = ${refusal.byName}, refused_reason = ${refusal.reason}, version = version + 1
  where store_id = ${storeId} and id = ${refusal.id}`

export const markSublet = (tx: Tx, storeId: string, mark: { id: string; outAt: Date | null; backAt: Date | null }) => tx.run`
  update repair_orders.line set out_at = ${mark.outAt}, back_at = ${mark.backAt}, version = version + 1
  where store_id = ${storeId} and id = ${mark.id}`

/** Parts of goodwill and internal lines cost what their lots cost (rules.md, Price by payer). */
export const priceAtCost = (tx: Tx, storeId: string, rows: readonly { lineId: string; amountFen: number }[]) => tx.run`
  update repair_orders.line l set amount_fen = c.amount_fen, version = version + 1
  from unnest(${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.amountFen)}::bigint[]) as c(line_id, amount_fen)
  where l.store_id = ${storeId} and l.id = c.line_id`

/** Touches the order after its lines changed: version and total together. Answers the new version. */
export const touchOrder = (tx: Tx, storeId: string, orderId: string) => tx.one<{ version: number; totalFen: number }>`
  update repair_orders.repair_order o set version = version + 1,
    total_fen = (select coalesce(sum(amount_fen), 0) from repair_orders.line l where l.store_id = o.store_id and l.order_id = o.id)
  where store_id = ${storeId} and id = ${orderId} returning version, total_fen`

export type DeviationData = Pick<LineData, 'id' | 'orderId' | 'code' | 'nameZh' | 'nameEn' | 'unitPriceFen' | 'deviationReason' | 'version' | 'partId' | 'payer'> & { number: string; plate: string; advisorId: string; advisorName: string }

/** Prices off their rule that nobody decided on yet, oldest first. */
export const openDeviations = (tx: Tx, storeId: string) => tx.all<DeviationData>`
  select l.id, l.order_id, l.code, l.name_zh, l.name_en, l.unit_price_fen, l.deviation_reason, l.version, l.part_id, l.payer, o.number, o.plate, o.advisor_id, o.advisor_name
  from repair_orders.line l join repair_orders.repair_order o on o.store_id = l.store_id and o.id = l.order_id
  where l.store_id = ${storeId} and l.price_rule = 'manual' and l.approved_by is null and l.refused_reason is null and o.closed_at is null
  order by l.id limit 200`
