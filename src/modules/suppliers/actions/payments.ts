import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { askApproval, standingRequest, type RequestData, type RequestHandler } from '../../approvals/public.ts'
import { insertPayment, standingPayment } from '../data/payments.ts'
import * as data from '../data/statements.ts'
import { whyNotCallOff, whyNotPay, whyNotRequest, whyNotTakeBack } from '../domain/statement.ts'
import { supplierPermissions } from '../permissions.ts'
import { lockSeen, said, type Seen } from './statements.ts'

export type InvoiceWish = Seen & { readonly invoiceNumber: string; readonly invoiceDay: string; readonly netFen: number; readonly taxFen: number }

/** On the 25th the invoice goes to the finance manager with the request to pay (PTS-4.3). */
export async function requestPayment(deed: Deed, { invoiceNumber, invoiceDay, netFen, taxFen, ...seen }: InvoiceWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const statement = await lockSeen(deed, seen)
  refuseIf(whyNotRequest({ ...statement, netFen, taxFen, invoiceDay, today: localDay(now, by.timeZone), reversed: await data.reversedSince(tx, by.storeId, statement) }))
  const elsewhere = await data.invoiceElsewhere(tx, by.storeId, statement, invoiceNumber)
  refuseIf(elsewhere === null ? null : new Refusal('suppliers.invoice-known', { invoice: invoiceNumber, number: elsewhere.number }))
  await data.writeAsked(tx, by.storeId, { id: statement.id, invoiceNumber, invoiceDay, taxFen, at: now, byName: by.name })
  await askApproval(deed, { kind: 'supplier-payment', subjectId: statement.id, orderId: null, about: statement.number, amountFen: netFen + taxFen, reason: `${statement.supplierName} ${statement.month.slice(0, 7)} ${invoiceNumber}` })
  return said(deed, statement, 'payment-asked', { invoiceNumber, netFen, taxFen })
}

const lockAsked = async ({ tx, by }: Deed, { subjectId }: RequestData): Promise<data.StatementData> => found(await data.lockStatement(tx, by.storeId, subjectId), 'statement')

async function sign(deed: Deed, request: RequestData): Promise<void> {
  const statement = await lockAsked(deed, request)
  refuseIf(statement.status === 'asked' ? null : new Refusal('suppliers.not-asked'))
  await data.writeSigned(deed.tx, deed.by.storeId, { id: statement.id, at: deed.now, byName: deed.by.name })
  said(deed, statement, 'payment-signed', { status: 'signed' })
}

async function sendBack(deed: Deed, request: RequestData): Promise<void> {
  const statement = await lockAsked(deed, request)
  await data.writeUnasked(deed.tx, deed.by.storeId, statement.id, request.decisionReason ?? '')
  said(deed, statement, 'payment-sent-back', { status: 'closed' }, request.decisionReason ?? '')
}

/** What the inbox of approvals carries out here: the finance manager's yes is his signature, a no or a withdrawal gives the invoice back. */
export const supplierRequests: Readonly<Record<'supplier-payment', RequestHandler>> = { 'supplier-payment': { right: supplierPermissions.signPayment, carryOut: sign, turnDown: sendBack } }

export async function callOffPayment(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const statement = await lockSeen(deed, seen)
  refuseIf(whyNotCallOff(statement.status))
  await data.writeUnasked(deed.tx, deed.by.storeId, statement.id, reason)
  return said(deed, statement, 'payment-called-off', { status: 'closed' }, reason)
}

/** Whether who asks is who said yes to this payment. */
export const isOwnSignature = async ({ tx, by }: Pick<Deed, 'tx' | 'by'>, statementId: string): Promise<boolean> =>
  (await standingRequest(tx, by.storeId, 'supplier-payment', statementId))?.decidedBy === by.personId

export async function paySupplier(deed: Deed, { reference, ...seen }: Seen & { readonly reference: string }): Promise<{ version: number; number: string }> {
  const { tx, by, now } = deed
  const statement = await lockSeen(deed, seen)
  refuseIf(whyNotPay({ status: statement.status, ownSignature: await isOwnSignature(deed, statement.id), reversed: await data.reversedSince(tx, by.storeId, statement) }))
  const fen = (statement.agreedFen ?? 0) + (statement.taxFen ?? 0)
  const payment = { id: deed.newId(), number: await nextNumber(deed, 'SP'), fen, at: now, personName: by.name, reference, takesBack: null, reason: '' }
  await insertPayment(tx, by.storeId, statement.id, payment)
  await data.writePaid(tx, by.storeId, statement.id)
  return { ...said(deed, statement, 'paid', { payment: payment.number, fen, reference }), number: payment.number }
}

/** By a counter-entry; the signature stands, and it may be paid anew. */
export async function takeBackPayment(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number; number: string }> {
  const { tx, by, now } = deed
  const statement = await lockSeen(deed, seen)
  refuseIf(whyNotTakeBack(statement.status))
  const paid = found(await standingPayment(tx, by.storeId, statement.id), 'payment')
  const counter = { id: deed.newId(), number: await nextNumber(deed, 'SP'), fen: -paid.fen, at: now, personName: by.name, reference: paid.reference, takesBack: paid.id, reason }
  await insertPayment(tx, by.storeId, statement.id, counter)
  await data.writeUnpaid(tx, by.storeId, statement.id, reason)
  return { ...said(deed, statement, 'payment-taken-back', { payment: paid.number, counter: counter.number, fen: counter.fen }, reason), number: counter.number }
}
