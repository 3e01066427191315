import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { askApproval, type RequestData, type RequestHandler } from '../../approvals/public.ts'
import { isAbove } from '../../organisation/domain/limits.ts'
import { ownLimit } from '../../organisation/public.ts'
import { findOrder } from '../../repair-orders/public.ts'
import { findPayment } from '../data/payments.ts'
import { findStatement, lockStatement, type StatementData } from '../data/statements.ts'
import { whyNotAskAllowance } from '../domain/statement.ts'
import { settlementPermissions } from '../permissions.ts'
import { putOnCredit } from './credit.ts'
import { refundPayment } from './payments.ts'
import { carryOutReallocation } from './reallocate.ts'
import { reverseStatement } from './settle-order.ts'

type StatementWish = { readonly statementId: string; readonly reason: string }

const statementOf = async ({ tx, by }: Deed, statementId: string): Promise<StatementData> => found(await findStatement(tx, by.storeId, statementId), 'statement')

/** Who may not refund himself asks, with the reason. */
export async function askRefund(deed: Deed, { paymentId, reason }: { paymentId: string; reason: string }): Promise<{ id: string }> {
  const { tx, by } = deed
  const payment = found(await findPayment(tx, by.storeId, paymentId), 'payment')
  refuseIf(payment.refunds !== null || payment.refunded > 0 ? new Refusal('settlement.already-refunded') : null)
  const { orderId, number } = found(payment.statementId === null ? null : await findStatement(tx, by.storeId, payment.statementId), 'statement')
  return askApproval(deed, { kind: 'refund', subjectId: paymentId, orderId, about: number, amountFen: payment.amountFen, reason })
}

export async function askReversal(deed: Deed, { statementId, reason }: StatementWish): Promise<{ id: string }> {
  const { orderId, number, totalFen, reversedAt } = await statementOf(deed, statementId)
  refuseIf(reversedAt === null ? null : new Refusal('settlement.reversed'))
  return askApproval(deed, { kind: 'reversal', subjectId: statementId, orderId, about: number, amountFen: totalFen, reason })
}

/** That the owner may owe what is due; limit and debtor are judged when it is granted. */
export async function askCredit(deed: Deed, { statementId, reason }: StatementWish): Promise<{ id: string }> {
  const { orderId, number, totalFen, paidFen, payer, reversedAt, creditDueOn } = await statementOf(deed, statementId)
  refuseIf(reversedAt === null ? null : new Refusal('settlement.reversed'))
  refuseIf(payer === 'customer' ? null : new Refusal('settlement.credit-customer-only'))
  refuseIf(creditDueOn === null ? null : new Refusal('settlement.on-credit-already'))
  refuseIf(totalFen > paidFen ? null : new Refusal('settlement.nothing-to-owe'))
  return askApproval(deed, { kind: 'credit', subjectId: statementId, orderId, about: number, amountFen: totalFen - paidFen, reason })
}

/** Before the settlement: an allowance above what the advisor may grant. */
export async function askAllowance(deed: Deed, { orderId, amountFen, reason }: { orderId: string; amountFen: number; reason: string }): Promise<{ id: string }> {
  const { tx, by } = deed
  const order = found(await findOrder(tx, by.storeId, orderId), 'repair order')
  refuseIf(whyNotAskAllowance(order))
  return askApproval(deed, { kind: 'allowance', subjectId: orderId, orderId, about: order.number, amountFen, reason })
}

/** The limit of who says yes counts, not of who asked. */
async function grantAllowance(deed: Deed, { amountFen }: RequestData): Promise<void> {
  const limit = await ownLimit(deed, 'allowance')
  refuseIf(isAbove(amountFen, limit) ? new Refusal('settlement.allowance-above-limit', { limit: (limit ?? 0) / 100 }) : null)
}

const { refund, reverse, allow, grantCredit, grantReallocation } = settlementPermissions

/** What the inbox of approvals carries out here. */
export const settlementRequests: Readonly<Record<'refund' | 'reversal' | 'allowance' | 'credit' | 'reallocation', RequestHandler>> = {
  refund: { right: refund, carryOut: async (deed, { subjectId, reason }) => { await refundPayment(deed, { paymentId: subjectId, reason }) } },
  reversal: {
    right: reverse,
    carryOut: async (deed, { subjectId, reason }) => {
      const { version } = await statementOf(deed, subjectId)
      await reverseStatement(deed, { statementId: subjectId, version, reason })
    },
  },
  allowance: { right: allow, limit: 'allowance', carryOut: grantAllowance },
  reallocation: { right: grantReallocation, limit: 'allowance', carryOut: carryOutReallocation },
  credit: {
    right: grantCredit,
    carryOut: async (deed, { subjectId, decisionReason }) => {
      await putOnCredit(deed, found(await lockStatement(deed.tx, deed.by.storeId, subjectId), 'statement'), decisionReason ?? '')
    },
  },
}
