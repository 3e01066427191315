import { sql, type Tx } from '../../../platform/database.ts'
import type { Way } from '../domain/till.ts'

export type PaymentData = {
  id: string; number: string; /** One of the four is what was paid: a statement, a receivable, a deposit for this order, or a counter sale. */ statementId: string | null; receivableId: string | null; depositOrderId: string | null; saleId: string | null; at: Date; day: string; personId: string; personName: string; way: Way; amountFen: number; reference: string
  refunds: string | null; reason: string
}

/** With its number for the journal, and the VAT rate of its goods. */
export type PaidSale = { readonly id: string; readonly number: string; readonly vatPercent: number }
export type NewPayment = Omit<PaymentData, 'saleId'> & { readonly sale?: PaidSale }

export const insertPayment = (tx: Tx, storeId: string, p: NewPayment) => tx.run`
  insert into settlement.payment (store_id, id, number, statement_id, receivable_id, deposit_order_id, sale_id, sale_number, sale_vat_percent, at, day, person_id, person_name, way, amount_fen, reference, refunds, reason)
  values (${storeId}, ${p.id}, ${p.number}, ${p.statementId}, ${p.receivableId}, ${p.depositOrderId}, ${p.sale?.id ?? null}, ${p.sale?.number ?? null}, ${p.sale?.vatPercent ?? null}, ${p.at}, ${p.day}, ${p.personId}, ${p.personName}, ${p.way}, ${p.amountFen}, ${p.reference}, ${p.refunds}, ${p.reason})`

const columns = sql`id, number, statement_id, receivable_id, deposit_order_id, sale_id, at, day, person_id, person_name, way, amount_fen, reference, refunds, reason`

/** As a page shows it: without the ids that it knows, and without the id of the person. */
export const asShown = ({ statementId: _s, receivableId: _r, depositOrderId: _d, saleId: _c, personId: _p, ...payment }: PaymentData) => ({ ...payment, at: payment.at.toISOString() })

export const paymentsOfReceivable = (tx: Tx, storeId: string, receivableId: string) => tx.all<PaymentData>`
  select ${columns} from settlement.payment where store_id = ${storeId} and receivable_id = ${receivableId} order by id`

export const paymentsOfDeposit = (tx: Tx, storeId: string, orderId: string) => tx.all<PaymentData>`
  select ${columns} from settlement.payment where store_id = ${storeId} and deposit_order_id = ${orderId} order by id`

/** In the order of time, refunds behind what they refund. */
export const paymentsOfSale = (tx: Tx, storeId: string, saleId: string) => tx.all<PaymentData>`
  select ${columns} from settlement.payment where store_id = ${storeId} and sale_id = ${saleId} order by id`

export const paymentsOf = (tx: Tx, storeId: string, statementId: string) => tx.all<PaymentData>`
  select ${columns} from settlement.payment where store_id = ${storeId} and statement_id = ${statementId} order by id`

export const findPayment = (tx: Tx, storeId: string, paymentId: string) => tx.maybe<PaymentData & { refunded: number }>`
  select ${columns},
    (select count(*) from settlement.payment r where r.store_id = p.store_id and r.refunds = p.id) as refunded
  from settlement.payment p where store_id = ${storeId} and id = ${paymentId}`

/** By way; what the drawer took or gave for no customer is cash too. */
export const sumsOfDay = (tx: Tx, storeId: string, day: string) => tx.all<{ way: Way; amountFen: number; count: number }>`
  select way, sum(amount_fen)::bigint as amount_fen, count(*) as count from (
    select way, amount_fen from settlement.payment where store_id = ${storeId} and day = ${day}
    union all select 'cash', amount_fen from settlement.till_movement where store_id = ${storeId} and day = ${day}
  ) m group by way order by way`

export type TillMovement = { id: string; number: string; day: string; at: Date; personId: string; personName: string; amountFen: number; subject: string; subjectId: string; about: string; reason: string }
export const insertTillMovement = (tx: Tx, storeId: string, m: TillMovement) => tx.run`
  insert into settlement.till_movement (store_id, id, number, day, at, person_id, person_name, amount_fen, subject, subject_id, about, reason)
  values (${storeId}, ${m.id}, ${m.number}, ${m.day}, ${m.at}, ${m.personId}, ${m.personName}, ${m.amountFen}, ${m.subject}, ${m.subjectId}, ${m.about}, ${m.reason})`

export type TillData = {
  day: string; floatFen: number; openedAt: Date; countedFen: number | null; expectedFen: number | null; differenceReason: string | null; closedAt: Date | null; version: number
}

/** Payments and the day's closing wait for each other on this row. */
export const lockTill = (tx: Tx, storeId: string, day: string, exclusive: boolean) => (exclusive
  ? tx.maybe<TillData>`select day, float_fen, opened_at, counted_fen, expected_fen, difference_reason, closed_at, version
      from settlement.till_day where store_id = ${storeId} and day = ${day} for update`
  : tx.maybe<TillData>`select day, float_fen, opened_at, counted_fen, expected_fen, difference_reason, closed_at, version
      from settlement.till_day where store_id = ${storeId} and day = ${day} for share`)

export const findTill = (tx: Tx, storeId: string, day: string) => tx.maybe<TillData>`
  select day, float_fen, opened_at, counted_fen, expected_fen, difference_reason, closed_at, version
  from settlement.till_day where store_id = ${storeId} and day = ${day}`

export const insertTill = (tx: Tx, storeId: string, till: { day: string; floatFen: number; by: string; at: Date }) => tx.run`
  insert into settlement.till_day (store_id, day, float_fen, opened_by, opened_at) values (${storeId}, ${till.day}, ${till.floatFen}, ${till.by}, ${till.at})`

export const closeTill = (tx: Tx, storeId: string, c: { day: string; countedFen: number; expectedFen: number; reason: string | null; by: string; at: Date }) => tx.run`
  update settlement.till_day set counted_fen = ${c.countedFen}, expected_fen = ${c.expectedFen}, difference_reason = ${c.reason}, closed_by = ${c.by}, closed_at = ${c.at}, version = version + 1
  where store_id = ${storeId} and day = ${c.day}`

export type DeliveryData = {
  orderId: string; at: Date; personId: string; personName: string; codeChecked: boolean; identityReason: string | null; accepted: boolean; oldPartsShown: boolean
  setRemoved: boolean; nextServiceOn: string | null; nextServiceKm: number | null; followUpSlot: string
}

export const insertDelivery = (tx: Tx, storeId: string, d: DeliveryData) => tx.run`
  insert into settlement.delivery (store_id, order_id, at, person_id, person_name, code_checked, identity_reason, accepted, old_parts_shown, set_removed, next_service_on, next_service_km, follow_up_slot)
  values (${storeId}, ${d.orderId}, ${d.at}, ${d.personId}, ${d.personName}, ${d.codeChecked}, ${d.identityReason}, ${d.accepted}, ${d.oldPartsShown}, ${d.setRemoved},
    ${d.nextServiceOn}, ${d.nextServiceKm}, ${d.followUpSlot})`

export const findDelivery = (tx: Tx, storeId: string, orderId: string) => tx.maybe<DeliveryData>`
  select order_id, at, person_id, person_name, code_checked, identity_reason, accepted, old_parts_shown, set_removed, next_service_on, next_service_km, follow_up_slot
  from settlement.delivery where store_id = ${storeId} and order_id = ${orderId}`
