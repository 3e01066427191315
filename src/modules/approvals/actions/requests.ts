import { may, type Actor } from '../../../kernel/actor.ts'
import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { found, invariant, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as data from '../data/requests.ts'
import { requestKinds, whyNotDecide, whyNotWithdraw, type RequestKind, type RequestState } from '../domain/request.ts'

/** Who may say yes to a kind of request, and what then happens, in the approver's own transaction and by the rules of the module that owns it. */
export type RequestHandler = { readonly right: PermissionEntry; carryOut(deed: Deed, request: data.RequestData): Promise<void> }

const handlers = new Map<RequestKind, RequestHandler>()

/** A port: the modules whose deeds can be asked for register themselves at the start. */
export function registerRequestKinds(kinds: Readonly<Partial<Record<RequestKind, RequestHandler>>>): void {
  for (const kind of requestKinds) if (kinds[kind] !== undefined) handlers.set(kind, kinds[kind])
}

function handlerOf(kind: RequestKind): RequestHandler {
  const handler = handlers.get(kind)
  invariant(handler !== undefined, `nobody carries out requests of the kind ${kind}`)
  return handler
}

/** The kinds on which this person decides. */
export const kindsOf = (by: Actor): RequestKind[] => requestKinds.filter((kind) => may(by, handlerOf(kind).right.permission))

export type Asked = { readonly kind: RequestKind; readonly subjectId: string; readonly orderId: string; /** A number or name that says what it is about. */ readonly about: string; readonly amountFen: number; readonly reason: string }

/** Who may not do it himself asks, with the reason; it waits in the inbox of those who may. */
export async function askApproval(deed: Deed, asked: Asked): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const id = deed.newId()
  const added = await data.insertRequest(tx, by.storeId, { ...asked, id, at: now, personId: by.personId, personName: by.name })
  refuseIf(added === 0 ? new Refusal('approvals.asked-already') : null)
  deed.record({ subject: 'approval-request', subjectId: id, after: asked, reason: asked.reason })
  deed.announce({ event: 'approval.asked', subjectId: asked.orderId })
  return { id }
}

type Decision = { readonly requestId: string; readonly version: number; readonly reason: string }

/** The yes: what was asked for is done in the approver's own transaction, by the same rules as when he does it himself. */
export async function approveRequest(deed: Deed, decision: Decision): Promise<{ version: number }> {
  const request = await openRequest(deed, decision)
  await decide(deed, request, 'approved', decision.reason)
  await handlerOf(request.kind).carryOut(deed, { ...request, decisionReason: decision.reason })
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
  if (!may(by, handlerOf(request.kind).right.permission)) refuse(new Refusal('approvals.not-yours-to-decide'))
  refuseStale(request.version, version)
  refuseIf(whyNotDecide({ ...request, by: by.personId }))
  return request
}

async function decide(deed: Deed, request: data.RequestData, state: RequestState, reason: string): Promise<void> {
  const { tx, by, now } = deed
  await data.decideRequest(tx, by.storeId, { id: request.id, state, at: now, by: by.personId, byName: by.name, reason })
  deed.record({ subject: 'approval-request', subjectId: request.id, before: { state: request.state }, after: { state }, reason })
  deed.announce({ event: 'approval.decided', subjectId: request.orderId })
}
