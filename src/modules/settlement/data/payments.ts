import { sql, type Tx } from '../../../platform/database.ts'
import type { KeptCallTime } from '../domain/call-time.ts'
import type { Way } from '../domain/till.ts'

export type PaymentData = {
  id: string; number: string; /** One of the four is what was paid: a statement, a receivable, a deposit for this order, or a counter sale. */ statementId: string | null; receivableId: string | null; depositOrderId: string | null; saleId: string | null; at: Date; day: string; personId: string; personName: string; way: Way; amountFen: number; reference: string; /** What the channel keeps of it; below zero where a refund brings it back. */ feeFen: number
  refunds: string | null; reason: string; /** For a sale whose goods were not picked yet. */ prepaid: boolean
}

/** With its number for the journal, and the VAT rate of its goods. */
export type PaidSale = { readonly id: string; readonly number: string; readonly vatPercent: number }
export type NewPayment = Omit<PaymentData, 'saleId' | 'prepaid'> & { readonly sale?: PaidSale; readonly prepaid?: boolean; /** A carrier or a driver, for a sale paid on delivery. */ readonly collectedBy?: string | null; readonly shortFen?: number }

export const insertPayment = (tx: Tx, storeId: string, p: NewPayment) => tx.run`
  insert into settlement.payment (store_id, id, number, statement_id, receivable_id, deposit_order_id, sale_id, sale_number, sale_vat_percent, at, day, person_id, person_name, way, amount_fen, reference, fee_fen, refunds, reason, prepaid, collected_by, short_fen)
  values (${storeId}, ${p.id}, ${p.number}, ${p.statementId}, ${p.receivableId}, ${p.depositOrderId}, ${p.sale?.id ?? null}, ${p.sale?.number ?? null}, ${p.sale?.vatPercent ?? null}, ${p.at}, ${p.day}, ${p.personId}, ${p.personName}, ${p.way}, ${p.amountFen}, ${p.reference}, ${p.feeFen}, ${p.refunds}, ${p.reason}, ${p.prepaid ?? false}, ${p.collectedBy ?? null}, ${p.shortFen ?? 0})`

const columns = sql`id, number, statement_id, receivable_id, deposit_order_id, sale_id, at, day, person_id, person_name, way, amount_fen, reference, fee_fen, refunds, reason, prepaid`

/** As a page shows it: without the ids that it knows, and without the id of the person. */
export const asShown = ({ statementId: _s, receivableId: _r, depositOrderId: _d, saleId: _c, personId: _p, prepaid: _k, ...payment }: PaymentData) => ({ ...payment, at: payment.at.toISOString() })

export const paymentsOfReceivable = (tx: Tx, storeId: string, receivableId: string) => tx.all<PaymentData>`
  select ${columns} from settlement.payment where store_id = ${storeId} and receivable_id = ${receivableId} order by id`

export const paymentsOfDeposit = (tx: Tx, storeId: string, orderId: string) => tx.all<PaymentData>`
  select ${columns} from settlement.payment where store_id = ${storeId} and deposit_order_id = ${orderId} order by id`

/** In the order of time, refunds behind what they refund. */
export const paymentsOfSale = (tx: Tx, storeId: string, saleId: string) => tx.all<PaymentData>`
  select ${columns} from settlement.payment where store_id = ${storeId} and sale_id = ${saleId} order by id`

/** What of a deposit went into the sale when its goods were picked. */
export const insertSaleUse = (tx: Tx, storeId: string, u: { id: string; sale: PaidSale; at: Date; personId: string; personName: string; amountFen: number }) => tx.run`
  insert into settlement.sale_deposit_use (store_id, id, sale_id, sale_number, sale_vat_percent, at, person_id, person_name, amount_fen)
  values (${storeId}, ${u.id}, ${u.sale.id}, ${u.sale.number}, ${u.sale.vatPercent}, ${u.at}, ${u.personId}, ${u.personName}, ${u.amountFen})`

export const paymentsOf = (tx: Tx, storeId: string, statementId: string) => tx.all<PaymentData>`
  select ${columns} from settlement.payment where store_id = ${storeId} and statement_id = ${statementId} order by id`

export const findPayment = (tx: Tx, storeId: string, paymentId: string) => tx.maybe<PaymentData & { refunded: number }>`
  select ${columns},
    (select count(*) from settlement.payment r where r.store_id = p.store_id and r.refunds = p.id) as refunded
  from settlement.payment p where store_id = ${storeId} and id = ${paymentId}`

export type DeliveryData = KeptCallTime & {
  orderId: string; at: Date; personId: string; personName: string; codeChecked: boolean; identityReason: string | null; accepted: boolean; oldPartsShown: boolean
  setRemoved: boolean; nextServiceOn: string | null; nextServiceKm: number | null; /** What else was said of the call; of old deliveries, when. */ followUpSlot: string
}

export const insertDelivery = (tx: Tx, storeId: string, d: DeliveryData) => tx.run`
  insert into settlement.delivery (store_id, order_id, at, person_id, person_name, code_checked, identity_reason, accepted, old_parts_shown, set_removed, next_service_on, next_service_km, follow_up_slot, follow_up_any, follow_up_on, follow_up_from, follow_up_to)
  values (${storeId}, ${d.orderId}, ${d.at}, ${d.personId}, ${d.personName}, ${d.codeChecked}, ${d.identityReason}, ${d.accepted}, ${d.oldPartsShown}, ${d.setRemoved},
    ${d.nextServiceOn}, ${d.nextServiceKm}, ${d.followUpSlot}, ${d.followUpAny}, ${d.followUpOn}, ${d.followUpFrom}, ${d.followUpTo})`

export const findDelivery = (tx: Tx, storeId: string, orderId: string) => tx.maybe<DeliveryData>`
  select order_id, at, person_id, person_name, code_checked, identity_reason, accepted, old_parts_shown, set_removed, next_service_on, next_service_km, follow_up_slot, follow_up_any, follow_up_on, follow_up_from, follow_up_to
  from settlement.delivery where store_id = ${storeId} and order_id = ${orderId}`
