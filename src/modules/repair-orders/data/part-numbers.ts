import type { Tx } from '../../../platform/database.ts'
import type { LineData } from './lines.ts'

export const askNumber = (tx: Tx, storeId: string, lineId: string, words: string) => tx.run`
  update repair_orders.line set unclear = ${words}, confirmed_at = null, confirmed_by = null, confirmed_by_name = null, version = version + 1 where store_id = ${storeId} and id = ${lineId}`

export type Confirmation = Pick<LineData, 'id' | 'partId' | 'code' | 'nameZh' | 'nameEn' | 'unit' | 'unitPriceFen' | 'amountFen' | 'priceRule' | 'deviationReason' | 'approvedBy' | 'approvedByName' | 'insteadOf'>
  & { readonly at: Date; readonly by: string; readonly byName: string }

/** The same part or another one, with the price of its rule. */
export const confirmNumber = (tx: Tx, storeId: string, c: Confirmation) => tx.run`
  update repair_orders.line set part_id = ${c.partId}, code = ${c.code}, name_zh = ${c.nameZh}, name_en = ${c.nameEn}, unit = ${c.unit}, unit_price_fen = ${c.unitPriceFen}, amount_fen = ${c.amountFen},
    price_rule = ${c.priceRule}, deviation_reason = ${c.deviationReason}, approved_by = ${c.approvedBy}, approved_by_name = ${c.approvedByName}, instead_of = ${c.insteadOf},
    confirmed_at = ${c.at}, confirmed_by = ${c.by}, confirmed_by_name = ${c.byName}, version = version + 1
  where store_id = ${storeId} and id = ${c.id}`

export type UnclearData = Pick<LineData, 'version' | 'orderId' | 'code' | 'nameZh' | 'nameEn' | 'unit' | 'quantityThousandths'> & { lineId: string; partId: string; words: string; number: string; plate: string; modelName: string; advisorName: string }

/** Of cars that are still here; the partial index holds nothing but what waits. */
export const numbersToConfirm = (tx: Tx, storeId: string) => tx.all<UnclearData>`
  select l.id as line_id, l.version, l.order_id, l.part_id, l.code, l.name_zh, l.name_en, l.unit, l.quantity_thousandths, l.unclear as words, o.number, o.plate, o.model_name, o.advisor_name
  from repair_orders.line l join repair_orders.repair_order o on o.store_id = l.store_id and o.id = l.order_id
  where l.store_id = ${storeId} and l.unclear is not null and l.confirmed_at is null and o.closed_at is null order by l.id limit 200`
