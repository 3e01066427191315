import { may } from '../../../kernel/actor.ts'
import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { findPayment } from '../data/payments.ts'
import * as data from '../data/requests.ts'
import { findStatement } from '../data/statements.ts'
import { whyNotDecide, whyNotWithdraw, type RequestKind, type RequestState } from '../domain/request.ts'
import { settlementPermissions } from '../permissions.ts'
import { refundPayment } from './payments.ts'
import { reverseStatement } from './settle-order.ts'

type Asked = { readonly kind: RequestKind; readonly statementId: string; readonly paymentId: string | null; readonly amountFen: number; readonly orderId: string; readonly reason: string }

/** Who may not refund himself asks, with the reason; finance or the station manager decides in the inbox. */
export async function askRefund(deed: Deed, { paymentId, reason }: { paymentId: string; reason: string }): Promise<{ id: string }> {
  const { tx, by } = deed
  const payment = found(await findPayment(tx, by.storeId, paymentId), 'payment')
  refuseIf(payment.refunds !== null || payment.refunded > 0 ? new Refusal('settlement.already-refunded') : null)
  const statement = found(payment.statementId === null ? null : await findStatement(tx, by.storeId, payment.statementId), 'statement')
  return ask(deed, { kind: 'refund', statementId: statement.id, paymentId, amountFen: payment.amountFen, orderId: statement.orderId, reason })
}

export async function askReversal(deed: Deed, { statementId, reason }: { statementId: string; reason: string }): Promise<{ id: string }> {
  const { tx, by } = deed
  const statement = found(await findStatement(tx, by.storeId, statementId), 'statement')
  refuseIf(statement.reversedAt === null ? null : new Refusal('settlement.reversed'))
  return ask(deed, { kind: 'reversal', statementId, paymentId: null, amountFen: statement.totalFen, orderId: statement.orderId, reason })
}

async function ask(deed: Deed, { orderId, ...asked }: Asked): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const id = deed.newId()
  const added = await data.insertRequest(tx, by.storeId, { ...asked, id, at: now, personId: by.personId, personName: by.name })
  refuseIf(added === 0 ? new Refusal('settlement.asked-already') : null)
  deed.record({ subject: 'settlement-request', subjectId: id, after: asked, reason: asked.reason })
  deed.announce({ event: 'statement.asked', subjectId: orderId })
  return { id }
}

type Decision = { readonly requestId: string; readonly version: number; readonly reason: string }

/** The yes: the counter-entry is made in the approver's own transaction, by the same rules as when he does it himself. */
export async function approveRequest(deed: Deed, decision: Decision): Promise<{ version: number }> {
  const request = await openRequest(deed, decision)
  const { tx, by } = deed
  await decide(deed, request, 'approved', decision.reason)
  if (request.paymentId !== null) await refundPayment(deed, { paymentId: request.paymentId, reason: request.reason })
  else {
    const { version } = found(await findStatement(tx, by.storeId, request.statementId), 'statement')
    await reverseStatement(deed, { statementId: request.statementId, version, reason: request.reason })
  }
  return { version: request.version + 1 }
}

export async function refuseRequest(deed: Deed, decision: Decision): Promise<{ version: number }> {
  const request = await openRequest(deed, decision)
  await decide(deed, request, 'refused', decision.reason)
  return { version: request.version + 1 }
}

export async function withdrawRequest(deed: Deed, { requestId, version }: { requestId: string; version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const request = found(await data.lockRequest(tx, by.storeId, requestId), 'request')
  refuseStale(request.version, version)
  refuseIf(whyNotWithdraw({ ...request, by: by.personId }))
  await decide(deed, request, 'withdrawn', '')
  return { version: request.version + 1 }
}

/** The right to a decision is the right to the deed itself. */
async function openRequest({ tx, by }: Deed, { requestId, version }: Decision): Promise<data.RequestData> {
  const request = found(await data.lockRequest(tx, by.storeId, requestId), 'request')
  const needs = request.kind === 'refund' ? settlementPermissions.refund : settlementPermissions.reverse
  if (!may(by, needs.permission)) refuse(new Refusal('settlement.not-yours-to-decide'))
  refuseStale(request.version, version)
  refuseIf(whyNotDecide({ ...request, by: by.personId }))
  return request
}

async function decide(deed: Deed, request: data.RequestData, state: RequestState, reason: string): Promise<void> {
  const { tx, by, now } = deed
  await data.decideRequest(tx, by.storeId, { id: request.id, state, at: now, by: by.personId, byName: by.name, reason })
  deed.record({ subject: 'settlement-request', subjectId: request.id, before: { state: request.state }, after: { state }, reason })
  deed.announce({ event: 'statement.decided', subjectId: request.statementId })
}
