import type { Tx } from '../../../platform/database.ts'
import { manyRows } from '../../../platform/many-rows.ts'
import type { LineData } from './lines.ts'
import type { OrderData, StepData } from './orders.ts'
import type { AuthorisationData, ReceptionData } from './receptions.ts'

export type FilledOrders = {
  readonly orders: readonly OrderData[]
  readonly steps: readonly StepData[]
  readonly receptions: readonly (ReceptionData & { readonly orderId: string; readonly personId: string })[]
  readonly lines: readonly LineData[]
  readonly authorisations: readonly Omit<AuthorisationData, 'earliestAt' | 'earlyReason'>[]
}

/** Whole histories of orders in one statement per table (the demo store); what they say must be right already. */
export async function fillOrders(tx: Tx, storeId: string, { orders, steps, receptions, lines, authorisations }: FilledOrders): Promise<void> {
  await tx.run`
    insert into repair_orders.repair_order (store_id, id, number, status, plate, purpose, concern, advisor_id, advisor_name, arrived_at, promised_at, closed_at, closed_reason,
      version, vehicle_id, owner_id, owner_name, model_name, insurer_name, total_fen, pick_up_code)
    select ${storeId}, id, number, status, plate, purpose, concern, advisor_id, advisor_name, arrived_at, promised_at, closed_at, closed_reason,
      version, vehicle_id, owner_id, owner_name, model_name, insurer_name, total_fen, pick_up_code
    from json_populate_recordset(null::repair_orders.repair_order, ${manyRows(orders)}::json)`
  await tx.run`
    insert into repair_orders.step (store_id, id, order_id, from_status, to_status, at, person_id, person_name, reason)
    select ${storeId}, id, order_id, from_status, to_status, at, person_id, person_name, reason
    from json_populate_recordset(null::repair_orders.step, ${manyRows(steps)}::json)`
  await tx.run`
    insert into repair_orders.reception (store_id, order_id, received_at, person_id, person_name, vin, sender_name, sender_phone, owner_phone, mileage_km, fuel_eighths,
      sheet, signature, unsigned_reason)
    select ${storeId}, order_id, received_at, person_id, person_name, vin, sender_name, sender_phone, owner_phone, mileage_km, fuel_eighths, sheet, signature, unsigned_reason
    from json_populate_recordset(null::repair_orders.reception, ${manyRows(receptions)}::json)`
  await tx.run`
    insert into repair_orders.line (store_id, id, order_id, kind, payer, operation_id, part_id, code, name_zh, name_en, trade, unit, quantity_thousandths, unit_price_fen,
      discount_fen, amount_fen, price_rule, deviation_reason, approved_by, approved_by_name, supplier, cost_fen, out_at, back_at, stopped_reason, version)
    select ${storeId}, id, order_id, kind, payer, operation_id, part_id, code, name_zh, name_en, trade, unit, quantity_thousandths, unit_price_fen,
      discount_fen, amount_fen, price_rule, deviation_reason, approved_by, approved_by_name, supplier, cost_fen, out_at, back_at, stopped_reason, version
    from json_populate_recordset(null::repair_orders.line, ${manyRows(lines)}::json)`
  await tx.run`
    insert into repair_orders.authorisation (store_id, id, order_id, number, at, person_id, person_name, promised_at, snapshot, signature, unsigned_reason, total_fen)
    select ${storeId}, id, order_id, number, at, person_id, person_name, promised_at, snapshot, signature, unsigned_reason, total_fen
    from json_populate_recordset(null::repair_orders.authorisation, ${manyRows(authorisations)}::json)`
}
