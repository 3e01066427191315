import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { done, fen, filledText, id, moment, text, version } from '../../platform/shapes.ts'
import { requestKinds, requestStates } from './domain/request.ts'
import { approvalPermissions } from './permissions.ts'

export const approvalKinds = ['price-deviation', ...requestKinds] as const

const lowPrice = z.object({ id, partNumber: z.string(), nameZh: z.string(), nameEn: z.string(), unit: z.string(), thousandths: z.number().int(), priceFen: fen, /** What the store's floor asks at least. */ floorFen: fen, /** Null for who may not see cost, or where none is known. */ costFen: fen.nullable() })

const approval = z.object({
  kind: z.enum(approvalKinds), id, version, /** What it is about, where no car is. */ subjectId: id, orderId: id.nullable(), orderNumber: z.string(), plate: z.string(), nameZh: z.string(), nameEn: z.string(), amountFen: fen, /** Of a price off its rule: what the rule says; null where it knows no price, and of everything else. */ ruleFen: fen.nullable(), /** Of a refused claim: to which payer; of a count: what it found. */ detail: z.string(),
  /** The parts whose prices are asked for. */ prices: z.array(lowPrice), askedBy: z.string(), at: moment.nullable(), reason: z.string(),
})
export type Approval = z.output<typeof approval>

const ownRequest = approval.extend({ state: z.enum(requestStates), decidedBy: z.string().nullable(), decisionReason: z.string().nullable() })
export type OwnRequest = z.output<typeof ownRequest>

export const listApprovals = route({
  does: 'List what waits for my decision, and what I asked for', method: 'GET', path: '/approvals', needs: approvalPermissions.see,
  gives: z.object({ waiting: z.array(approval), mine: z.array(ownRequest) }),
})

const line = { params: z.strictObject({ lineId: id }) }
const deviationRefusals = ['approvals.not-yours-to-decide', 'repair-orders.nothing-to-approve', 'repair-orders.own-request']
export const approveDeviation = route({
  does: 'Approve a price off its rule', method: 'POST', path: '/approvals/deviations/:lineId/approve', needs: approvalPermissions.see, ...line, body: z.strictObject({ version }), gives: done,
  refuses: [...deviationRefusals, 'repair-orders.deviation-above-limit'],
})
export const refuseDeviation = route({
  does: 'Refuse a price off its rule, with the reason', method: 'POST', path: '/approvals/deviations/:lineId/refuse', needs: approvalPermissions.see, ...line, body: z.strictObject({ version, reason: filledText(300) }), gives: done,
  refuses: deviationRefusals,
})

const request = { params: z.strictObject({ requestId: id }) }
const decisionRefusals = ['approvals.decided-already', 'approvals.own-request', 'approvals.not-yours-to-decide']

export const approveRequest = route({
  does: 'Approve a request: what was asked for is done at once', method: 'POST', path: '/approvals/:requestId/approve', needs: approvalPermissions.see, ...request,
  body: z.strictObject({ version, reason: text(300).default('') }), gives: done,
  // The refusals of the deed itself may come as well: see the routes of the refund, the reversal, the allowance, the credit and the parts order.
  refuses: decisionRefusals,
})
export const refuseRequest = route({
  does: 'Refuse a request, with the reason', method: 'POST', path: '/approvals/:requestId/refuse', needs: approvalPermissions.see, ...request,
  body: z.strictObject({ version, reason: filledText(300) }), gives: done, refuses: decisionRefusals,
})
export const withdrawRequest = route({
  does: 'Withdraw an own request', method: 'POST', path: '/approvals/:requestId/withdraw', needs: approvalPermissions.see, ...request,
  body: z.strictObject({ version }), gives: done, refuses: ['approvals.decided-already', 'approvals.not-your-request'],
})
