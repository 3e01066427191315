import { allocate } from '../../../kernel/money.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { lockOrder } from '../../repair-orders/public.ts'
import { addGivenBack, findDeposit } from '../data/deposits.ts'
import * as data from '../data/payments.ts'
import { addReceivablePaid, lockReceivable } from '../data/receivables.ts'
import { addPaid, lockStatement } from '../data/statements.ts'
import * as tills from '../data/tills.ts'
import { whyNotKeep } from '../domain/deposit.ts'
import { feeBackOf } from '../domain/fee.ts'
import { whyNotPay } from '../domain/statement.ts'
import { tillState, whyNotRefund, type Money } from '../domain/till.ts'
import { keepFor } from './deposits.ts'
import { cashIn, ratesFor } from './tills.ts'

export type PaymentWish = Money & { readonly statementId: string; readonly version: number; /** Paid above what is due, and kept for the customer with a receipt of its own, which bears its part of the fee. */ readonly keepFen: number }

/** Several payments, in several ways, may settle one statement; the statement is locked, so that nobody pays twice. */
export async function takePayment(deed: Deed, wish: PaymentWish): Promise<{ number: string; version: number; dueFen: number; kept: string | null }> {
  const { tx, by, now } = deed
  const day = localDay(now, by.timeZone)
  const lockTill = () => tills.lockTill(tx, by.storeId, day, false)
  const [locked, tillAtOnce] = await Promise.all([lockStatement(tx, by.storeId, wish.statementId), wish.keepFen > 0 ? null : lockTill()])
  const statement = found(locked, 'statement')
  refuseStale(statement.version, wish.version)
  if (wish.keepFen > 0) await lockOrder(tx, by.storeId, statement.orderId) // before the till, as every deed with a deposit
  const till = tillAtOnce ?? (wish.keepFen > 0 ? await lockTill() : null)
  const dueFen = statement.totalFen - statement.paidFen
  const { way, amountFen, reference, keepFen } = wish
  const [feeFen = 0, keptFeeFen = 0] = keepFen === 0 ? [wish.feeFen] : allocate(wish.feeFen, [amountFen, keepFen])
  refuseIf(whyNotPay({ ...wish, feeFen, payer: statement.payer, reversed: statement.reversedAt !== null, dueFen, till: tillState(till) }))
  refuseIf(whyNotKeep({ ...wish, payer: statement.payer, dueFen }))
  const [number] = await Promise.all([nextNumber(deed, 'RC'), addPaid(tx, by.storeId, statement.id, amountFen)])
  await data.insertPayment(tx, by.storeId, { id: deed.newId(), statementId: statement.id, way, amountFen, reference, feeFen, number, receivableId: null, depositOrderId: null, at: now, day, personId: by.personId, personName: by.name, refunds: null, reason: '' })
  deed.record({ subject: 'statement', subjectId: statement.id, after: { payment: number, way, amountFen, feeFen } })
  deed.announce({ event: 'statement.paid', subjectId: statement.orderId })
  const kept = keepFen === 0 ? null : await keepFor(deed, statement.orderId, { way, amountFen: keepFen, reference, feeFen: keptFeeFen })
  return { number, version: statement.version + 1, dueFen: dueFen - amountFen, kept }
}

/** What a payment was for, locked: a statement, a receivable from before the store began here, or a deposit of which enough is left. */
async function lockPaidFor({ tx, by }: Deed, { statementId, receivableId, depositOrderId, amountFen: paidFen }: data.PaymentData) {
  if (depositOrderId !== null) {
    await lockOrder(tx, by.storeId, depositOrderId)
    const { takenFen, usedFen } = found(await findDeposit(tx, by.storeId, depositOrderId), 'deposit')
    refuseIf(takenFen - usedFen < paidFen ? new Refusal('settlement.deposit-used', { held: (takenFen - usedFen) / 100 }) : null)
    return { subject: 'repair-order', event: 'statement.deposit-refunded', id: depositOrderId, news: depositOrderId, add: (amountFen: number) => addGivenBack(tx, by.storeId, depositOrderId, -amountFen) }
  }
  if (receivableId !== null) {
    const { id } = found(await lockReceivable(tx, by.storeId, receivableId), 'receivable')
    return { subject: 'receivable', event: 'receivable.refunded', id, news: id, add: (amountFen: number) => addReceivablePaid(tx, by.storeId, id, amountFen) }
  }
  const { id, orderId } = found(await lockStatement(tx, by.storeId, statementId ?? ''), 'statement')
  return { subject: 'statement', event: 'statement.refunded', id, news: orderId, add: (amountFen: number) => addPaid(tx, by.storeId, id, amountFen) }
}

/** The money goes back the way it came, once, by somebody else than who took it; it is booked today, never into a closed day. */
export async function refundPayment(deed: Deed, { paymentId, reason }: { paymentId: string; reason: string }): Promise<{ number: string }> {
  const { tx, by, now } = deed
  const seen = found(await data.findPayment(tx, by.storeId, paymentId), 'payment')
  refuseIf(seen.refunds === null ? null : new Refusal('settlement.already-refunded'))
  refuseIf(seen.saleId === null ? null : new Refusal('settlement.refund-at-counter'))
  const paidFor = await lockPaidFor(deed, seen)
  const payment = found(await data.findPayment(tx, by.storeId, paymentId), 'payment')
  const day = localDay(now, by.timeZone)
  const cash = payment.way === 'cash'
  const till = await tills.lockTill(tx, by.storeId, day, cash)
  refuseIf(payment.refunds !== null || payment.refunded > 0 ? new Refusal('settlement.already-refunded') : null)
  refuseIf(payment.personId === by.personId ? new Refusal('settlement.own-payment') : null)
  refuseIf(whyNotRefund({ cash, amountFen: payment.amountFen, till: tillState(till), inTillFen: cash ? await cashIn(deed, till, day) : 0 }))
  const feeFen = cash ? 0 : feeBackOf({ ...payment, paidFen: payment.amountFen, backBefore: { amountFen: 0, feeFen: 0 } }, await ratesFor(deed))
  await paidFor.add(-payment.amountFen)
  const number = await nextNumber(deed, 'RC')
  await data.insertPayment(tx, by.storeId, {
    id: deed.newId(), number, statementId: payment.statementId, receivableId: payment.receivableId, depositOrderId: payment.depositOrderId, at: now, day, personId: by.personId, personName: by.name, way: payment.way,
    amountFen: -payment.amountFen, reference: payment.reference, feeFen: -feeFen, refunds: payment.id, reason,
  })
  deed.record({ subject: paidFor.subject, subjectId: paidFor.id, after: { refund: number, amountFen: -payment.amountFen, feeFen: -feeFen }, reason })
  deed.announce({ event: paidFor.event, subjectId: paidFor.news })
  return { number }
}
