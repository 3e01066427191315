import { may } from '../../../kernel/actor.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { openDeviations } from '../../repair-orders/public.ts'
import { settlementPermissions } from '../../settlement/permissions.ts'
import { openRequests, requestsOf, type ShownRequest } from '../../settlement/public.ts'
import type { Approval, listApprovals as listRoute } from '../contract.ts'

const mostWaiting = 200
const mostOwn = 50

const approvalOf = (request: ShownRequest): Approval => ({
  kind: request.kind, id: request.id, version: request.version, orderId: request.orderId, orderNumber: request.orderNumber, plate: request.plate,
  nameZh: request.statementNumber, nameEn: request.statementNumber, amountFen: request.amountFen, askedBy: request.personName, at: request.at.toISOString(), reason: request.reason,
})

/** What waits for the caller's decision, oldest first; and what he asked for, newest first. */
export async function listApprovals({ tx, by }: Reading): Promise<AnswerOf<typeof listRoute>> {
  const rightTo = { refund: may(by, settlementPermissions.refund.permission), reversal: may(by, settlementPermissions.reverse.permission) }
  const requests = rightTo.refund || rightTo.reversal ? await openRequests(tx, by.storeId, mostWaiting) : []
  const deviations = may(by, repairOrderPermissions.approveDeviation.permission) ? await openDeviations(tx, by.storeId) : []
  const mine = await requestsOf(tx, by.storeId, by.personId, mostOwn)
  return {
    waiting: [
      ...deviations.filter(({ advisorId }) => advisorId !== by.personId).map((line): Approval => ({
        kind: 'price-deviation', id: line.id, version: line.version, orderId: line.orderId, orderNumber: line.number, plate: line.plate, nameZh: `${line.nameZh} ${line.code}`,
        nameEn: `${line.nameEn} ${line.code}`, amountFen: line.unitPriceFen, askedBy: line.advisorName, at: null, reason: line.deviationReason ?? '',
      })),
      ...requests.filter(({ kind, personId }) => rightTo[kind] && personId !== by.personId).map(approvalOf),
    ],
    mine: mine.map((request) => ({ ...approvalOf(request), state: request.state, decidedBy: request.decidedByName, decisionReason: request.decisionReason })),
  }
}
