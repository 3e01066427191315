import type { Tx } from '../../../platform/database.ts'
import { manyRows } from '../../../platform/many-rows.ts'
import type { Channel } from '../domain/fee.ts'
import type { DeliveryData, PaymentData } from './payments.ts'
import type { StatementData, StatementLineData } from './statements.ts'
import type { TillData } from './tills.ts'

export type FilledSettled = {
  /** Paid the usual way: nothing of it on credit. */
  readonly statements: readonly Omit<StatementData, 'grantedBy' | 'grantedByName' | 'debtorId' | 'debtorName' | 'creditDueOn' | 'supplementOf' | 'supplementReason'>[]
  readonly statementLines: readonly Omit<StatementLineData, 'lineAmountFen'>[]
  readonly payments: readonly PaymentData[]
  readonly deliveries: readonly DeliveryData[]
  readonly tills: readonly (TillData & { readonly openedBy: string; readonly closedBy: string })[]
  readonly tillWays: readonly { readonly day: string; readonly way: Channel; readonly takenFen: number; readonly statedFen: number }[]
}

/** Statements, money and deliveries of a whole history in one statement per table (the demo store). */
export async function fillSettled(tx: Tx, storeId: string, { statements, statementLines, payments, deliveries, tills, tillWays }: FilledSettled): Promise<void> {
  await tx.run`
    insert into settlement.statement (store_id, id, number, order_id, order_number, payer, payer_name, plate, at, day, person_id, person_name, lines_fen, allowance_fen,
      allowance_reason, total_fen, net_fen, tax_fen, reversed_at, reversal_reason, paid_fen, version)
    select ${storeId}, id, number, order_id, order_number, payer, payer_name, plate, at, day, person_id, person_name, lines_fen, allowance_fen,
      allowance_reason, total_fen, net_fen, tax_fen, reversed_at, reversal_reason, paid_fen, version
    from json_populate_recordset(null::settlement.statement, ${manyRows(statements)}::json)`
  await tx.run`
    insert into settlement.statement_line (store_id, statement_id, line_id, kind, code, name_zh, name_en, unit, quantity_thousandths, unit_price_fen, discount_fen,
      amount_fen, allowance_fen, vat_percent, net_fen, tax_fen)
    select ${storeId}, statement_id, line_id, kind, code, name_zh, name_en, unit, quantity_thousandths, unit_price_fen, discount_fen,
      amount_fen, allowance_fen, vat_percent, net_fen, tax_fen
    from json_populate_recordset(null::settlement.statement_line, ${manyRows(statementLines)}::json)`
  await tx.run`
    insert into settlement.payment (store_id, id, number, statement_id, at, day, person_id, person_name, way, amount_fen, reference, fee_fen, refunds, reason)
    select ${storeId}, id, number, statement_id, at, day, person_id, person_name, way, amount_fen, reference, fee_fen, refunds, reason
    from json_populate_recordset(null::settlement.payment, ${manyRows(payments)}::json)`
  await tx.run`
    insert into settlement.delivery (store_id, order_id, at, person_id, person_name, code_checked, identity_reason, accepted, old_parts_shown, set_removed,
      next_service_on, next_service_km, follow_up_slot, follow_up_any, follow_up_on, follow_up_from, follow_up_to)
    select ${storeId}, order_id, at, person_id, person_name, code_checked, identity_reason, accepted, old_parts_shown, set_removed,
      next_service_on, next_service_km, follow_up_slot, follow_up_any, follow_up_on, follow_up_from, follow_up_to
    from json_populate_recordset(null::settlement.delivery, ${manyRows(deliveries)}::json)`
  await tx.run`
    insert into settlement.till_day (store_id, day, float_fen, opened_by, opened_at, counted_fen, expected_fen, difference_reason, closed_by, closed_at, version)
    select ${storeId}, day, float_fen, opened_by, opened_at, counted_fen, expected_fen, difference_reason, closed_by, closed_at, version
    from json_populate_recordset(null::settlement.till_day, ${manyRows(tills)}::json)`
  await tx.run`
    insert into settlement.till_way (store_id, day, way, taken_fen, stated_fen)
    select ${storeId}, day, way, taken_fen, stated_fen from json_populate_recordset(null::settlement.till_way, ${manyRows(tillWays)}::json)`
}
