import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { fen, id, moment, version } from '../../platform/shapes.ts'
import { requestStates } from '../settlement/domain/request.ts'
import { approvalPermissions } from './permissions.ts'

export const approvalKinds = ['price-deviation', 'refund', 'reversal'] as const

const approval = z.object({
  kind: z.enum(approvalKinds), id, version, orderId: id, orderNumber: z.string(), plate: z.string(), nameZh: z.string(), nameEn: z.string(), amountFen: fen,
  askedBy: z.string(), at: moment.nullable(), reason: z.string(),
})
export type Approval = z.output<typeof approval>

const ownRequest = approval.extend({ state: z.enum(requestStates), decidedBy: z.string().nullable(), decisionReason: z.string().nullable() })
export type OwnRequest = z.output<typeof ownRequest>

export const listApprovals = route({
  does: 'List what waits for my decision, and what I asked for', method: 'GET', path: '/approvals', needs: approvalPermissions.see,
  gives: z.object({ waiting: z.array(approval), mine: z.array(ownRequest) }), example: {},
})
