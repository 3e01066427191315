import type { Actor } from '../../../kernel/actor.ts'
import type { Permission, PermissionEntry } from '../../../kernel/permissions.ts'
import { found, invariant, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { LimitKind } from '../../organisation/domain/limits.ts'
import * as data from '../data/requests.ts'
import { requestKinds, whyNotDecide, whyNotWithdraw, type RequestKind, type RequestState } from '../domain/request.ts'
import { decider } from './deputy.ts'

export type PriceAsked = { readonly id: string; readonly partNumber: string; readonly nameZh: string; readonly nameEn: string; readonly unit: string; readonly thousandths: number; readonly priceFen: number; readonly floorFen: number; readonly costFen: number | null }

/** Who may say yes to a kind of request, and what then happens, in the approver's own transaction and by the rules of the module that owns it. */
export type RequestHandler = { readonly right: PermissionEntry; /** Of who says yes it must cover the amount; what it does not cover waits for others. */ readonly limit?: LimitKind; carryOut(deed: Deed, request: data.RequestData): Promise<void>; /** Where a no or a withdrawal changes something too. */ turnDown?(deed: Deed, request: data.RequestData): Promise<void>; /** Where prices are asked for: the facts to decide on, as the reader may see them. */ pricesOf?(reading: Reading, request: data.RequestData): Promise<PriceAsked[]> }

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

export const pricesAsked = async (reading: Reading, request: data.RequestData): Promise<PriceAsked[]> => (await handlerOf(request.kind).pricesOf?.(reading, request)) ?? []

export const limitToDecide = (kind: RequestKind): LimitKind | null => handlerOf(kind).limit ?? null
export const rightToDecide = (kind: RequestKind): Permission => handlerOf(kind).right.permission

/** The kinds on which somebody with these rights decides. */
export const kindsOf = (may: (permission: Permission) => boolean): RequestKind[] => requestKinds.filter((kind) => may(rightToDecide(kind)))

export type Asked = { readonly kind: RequestKind; readonly subjectId: string; /** Null: it is not about a car. */ readonly orderId: string | null; /** A number or name that says what it is about. */ readonly about: string; readonly amountFen: number; readonly reason: string; readonly detail?: string }

/** Who may not do it himself asks, with the reason; it waits in the inbox of those who may. */
export async function askApproval(deed: Deed, asked: Asked): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const id = deed.newId()
  const added = await data.insertRequest(tx, by.storeId, { detail: '', ...asked, id, at: now, personId: by.personId, personName: by.name })
  refuseIf(added === 0 ? new Refusal('approvals.asked-already') : null)
  deed.record({ subject: 'approval-request', subjectId: id, after: asked, reason: asked.reason })
  deed.announce({ event: 'approval.asked', subjectId: asked.orderId ?? asked.subjectId, facts: { requestId: id, kind: asked.kind, about: asked.about, right: rightToDecide(asked.kind) } })
  return { id }
}

type Decision = { readonly requestId: string; readonly version: number; readonly reason: string }

/** The yes: what was asked for is done in the approver's own transaction, by the same rules as when he does it himself. */
export async function approveRequest(deed: Deed, decision: Decision): Promise<{ version: number }> {
  const { request, as, name } = await openRequest(deed, decision)
  await decide(deed, request, { state: 'approved', reason: decision.reason, name })
  await handlerOf(request.kind).carryOut({ ...deed, by: as }, { ...request, decisionReason: decision.reason })
  return { version: request.version + 1 }
}

export async function refuseRequest(deed: Deed, decision: Decision): Promise<{ version: number }> {
  const { request, name } = await openRequest(deed, decision)
  await decide(deed, request, { state: 'refused', reason: decision.reason, name })
  await handlerOf(request.kind).turnDown?.(deed, { ...request, decisionReason: decision.reason })
  return { version: request.version + 1 }
}

export async function withdrawRequest(deed: Deed, { requestId, version }: { requestId: string; version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const request = found(await data.lockRequest(tx, by.storeId, requestId), 'request')
  refuseStale(request.version, version)
  refuseIf(whyNotWithdraw({ ...request, by: by.personId }))
  await decide(deed, request, { state: 'withdrawn', reason: '', name: by.name })
  await handlerOf(request.kind).turnDown?.(deed, request)
  return { version: request.version + 1 }
}

/** What was asked for cannot come any more, since the thing itself is gone: the request leaves the inbox with the reason. None waits, none leaves. */
export async function dropRequest(deed: Deed, kind: RequestKind, subjectId: string, reason: string): Promise<void> {
  const request = await data.lockWaiting(deed.tx, deed.by.storeId, kind, subjectId)
  if (request !== null) await decide(deed, request, { state: 'withdrawn', reason, name: deed.by.name })
}

/** The right to a decision is the right to the deed itself: one's own, or that of somebody absent for whom one stands in. */
async function openRequest(deed: Deed, { requestId, version }: Decision): Promise<{ request: data.RequestData; as: Actor; name: string }> {
  const { tx, by } = deed
  const request = found(await data.lockRequest(tx, by.storeId, requestId), 'request')
  const decides = (await decider(deed, handlerOf(request.kind).right, request.personId)) ?? refuse(new Refusal('approvals.not-yours-to-decide'))
  refuseStale(request.version, version)
  refuseIf(whyNotDecide({ ...request, by: by.personId }))
  return { request, ...decides }
}

async function decide(deed: Deed, request: data.RequestData, { state, reason, name }: { state: RequestState; reason: string; name: string }): Promise<void> {
  const { tx, by, now } = deed
  await data.decideRequest(tx, by.storeId, { id: request.id, state, at: now, by: by.personId, byName: name, reason })
  deed.record({ subject: 'approval-request', subjectId: request.id, before: { state: request.state }, after: { state }, reason })
  deed.announce({ event: 'approval.decided', subjectId: request.orderId ?? request.subjectId, facts: { requestId: request.id, kind: request.kind, about: request.about, subjectId: request.subjectId, state, name, reason, askedBy: request.personId } })
}
