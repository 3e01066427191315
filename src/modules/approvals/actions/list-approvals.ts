import { may } from '../../../kernel/actor.ts'
import type { Permission } from '../../../kernel/permissions.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { isAbove } from '../../organisation/domain/limits.ts'
import { limitsHere } from '../../organisation/public.ts'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { openDeviations, rulePrices } from '../../repair-orders/public.ts'
import type { Approval, listApprovals as listRoute } from '../contract.ts'
import { openRequests, requestsOf, type ShownRequest } from '../data/requests.ts'
import { absentBehind, decidingPositions } from './deputy.ts'
import { kindsOf, limitToDecide, pricesAsked, rightToDecide } from './requests.ts'

const mostWaiting = 200
const mostOwn = 50

const approvalOf = (request: ShownRequest, prices: Approval['prices']): Approval => ({
  kind: request.kind, id: request.id, version: request.version, subjectId: request.subjectId, orderId: request.orderId, orderNumber: request.orderNumber, plate: request.plate,
  nameZh: request.about, nameEn: request.about, amountFen: request.amountFen, ruleFen: null, detail: request.detail, prices, askedBy: request.personName, at: request.at.toISOString(), reason: request.reason,
})

/** What waits for the caller's decision, oldest first; and what he asked for, newest first. */
export async function listApprovals(reading: Reading): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by } = reading
  const behind = await absentBehind(reading)
  const mayDecide = (permission: Permission) => may(by, permission) || behind.some(({ permissions }) => permissions.includes(permission))
  const kinds = kindsOf(mayDecide)
  const requests = kinds.length === 0 ? [] : await openRequests(tx, by.storeId, kinds, mostWaiting)
  const deviations = mayDecide(repairOrderPermissions.approveDeviation.permission) ? await openDeviations(tx, by.storeId) : []
  const ruleOf = deviations.length === 0 ? new Map<string, number | null>() : await rulePrices(reading, deviations)
  const limitOf = await limitsHere(reading)
  /** Above the limit of who would say yes it waits for others: his yes would be refused (rules.md, Approvals). */
  const covers = ({ kind, amountFen, personId }: ShownRequest): boolean => {
    const limit = limitToDecide(kind)
    return limit === null || !isAbove(amountFen, limitOf(decidingPositions(by, behind, rightToDecide(kind), personId), limit))
  }
  const mine = await requestsOf(tx, by.storeId, by.personId, mostOwn)
  const waiting = requests.filter((request) => request.personId !== by.personId && covers(request))
  return {
    waiting: [
      ...deviations.filter(({ advisorId }) => advisorId !== by.personId).map((line): Approval => ({
        kind: 'price-deviation', id: line.id, version: line.version, orderId: line.orderId, subjectId: line.id, orderNumber: line.number, plate: line.plate, nameZh: `${line.nameZh} ${line.code}`,
        nameEn: `${line.nameEn} ${line.code}`, amountFen: line.unitPriceFen, ruleFen: ruleOf.get(line.id) ?? null, detail: '', prices: [], askedBy: line.advisorName, at: null, reason: line.deviationReason ?? '',
      })),
      ...await Promise.all(waiting.map(async (request) => approvalOf(request, await pricesAsked(reading, request)))),
    ],
    mine: mine.map((request) => ({ ...approvalOf(request, []), state: request.state, decidedBy: request.decidedByName, decisionReason: request.decisionReason })),
  }
}
