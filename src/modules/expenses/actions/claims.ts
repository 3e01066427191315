import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { found, invariant, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { askApproval, type RequestData, type RequestHandler } from '../../approvals/public.ts'
import { photosOfSubject } from '../../photos/public.ts'
import { moveCash } from '../../settlement/public.ts'
import * as data from '../data/claims.ts'
import * as ious from '../data/ious.ts'
import { nextStep, paidAtSettling, stepLeadsTo, whyNotAgain, whyNotClaim, whyNotReverse, whyNotSettle, whyNotSign, type Step } from '../domain/claim.ts'
import { whyNotUse } from '../domain/iou.ts'
import { accountOf, needsReceipt, whyNotOfKind, type Kind } from '../domain/rule.ts'
import { expensePermissions } from '../permissions.ts'
import { ruleOf } from './rule.ts'

export type Seen = { readonly claimId: string; readonly version: number }
type Done = { version: number }

/** Each step waits in the inbox of those who hold its right. */
export const kindOfStep = { signature: 'expense-signature', approval: 'expense-approval' } as const

function said(deed: Deed, claim: Pick<data.ClaimData, 'id' | 'number' | 'status' | 'version' | 'personId' | 'personName' | 'positions'>, event: string, after: object, reason?: string): Done {
  deed.record({ subject: 'expense', subjectId: claim.id, before: { status: claim.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `expense.${event}`, subjectId: claim.id, facts: { number: claim.number, personId: claim.personId, personName: claim.personName, positions: claim.positions } })
  return { version: claim.version + 1 }
}

async function lockSeen({ tx, by }: Deed, { claimId, version }: Seen): Promise<data.ClaimData> {
  const claim = found(await data.lockClaim(tx, by.storeId, claimId), 'expense claim')
  refuseStale(claim.version, version)
  return claim
}

/** One's own, as it was sent back. */
async function lockOwn(deed: Deed, seen: Seen): Promise<data.ClaimData> {
  const claim = await lockSeen(deed, seen)
  if (claim.personId !== deed.by.personId) refuse(new Refusal('expenses.not-your-claim'))
  refuseIf(whyNotAgain(claim.status))
  return claim
}

async function judge(deed: Deed, wish: data.Wish, own: string | null): Promise<void> {
  const { tx, by, now } = deed
  refuseIf(whyNotOfKind((await ruleOf(deed)).kinds, wish.kind) ?? whyNotClaim({ spentOn: wish.spentOn, today: localDay(now, by.timeZone) }))
  if (wish.iouId === null) return
  const iou = found(await ious.lockIou(tx, by.storeId, wish.iouId), 'IOU')
  refuseIf(whyNotUse({ status: iou.status, owner: iou.personId, personId: by.personId, usedBy: iou.claimId === own ? null : iou.usedBy }))
}

const ask = (deed: Deed, step: Step, claim: Pick<data.ClaimData, 'id' | 'number' | 'amountFen' | 'purpose' | 'personName'>) =>
  askApproval(deed, { kind: kindOfStep[step], subjectId: claim.id, orderId: null, about: `${claim.number} ${claim.personName}`, amountFen: claim.amountFen, reason: claim.purpose })

/** What was spent for the house, with the IOU it was drawn on, goes to the station manager (PTS-6.1). */
export async function claimExpense(deed: Deed, wish: data.Wish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  await judge(deed, wish, null)
  const claim = { ...wish, id: deed.newId(), number: await nextNumber(deed, 'EC'), personId: by.personId, personName: by.name, positions: [...by.positions], askedAt: now }
  await data.insertClaim(tx, by.storeId, claim)
  await ask(deed, 'signature', claim)
  said(deed, { ...claim, status: 'asked', version: 0 }, 'asked', { number: claim.number, ...wish }, wish.purpose)
  return { id: claim.id, number: claim.number, version: 1 }
}

/** Put right after it was sent back: both sign it anew. */
export async function claimAgain(deed: Deed, { claimId, version, ...wish }: Seen & data.Wish): Promise<Done> {
  const claim = await lockOwn(deed, { claimId, version })
  await judge(deed, wish, claim.id)
  await data.writeAskedAgain(deed.tx, deed.by.storeId, { ...wish, id: claim.id, at: deed.now })
  await ask(deed, 'signature', { ...claim, ...wish })
  return said(deed, claim, 'asked', wish, wish.purpose)
}

export async function withdrawClaim(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<Done> {
  const claim = await lockOwn(deed, seen)
  await data.writeWords(deed.tx, deed.by.storeId, claim.id, 'withdrawn', reason)
  return said(deed, claim, 'withdrawn', { status: 'withdrawn' }, reason)
}

const lockAsked = async ({ tx, by }: Deed, { subjectId }: RequestData): Promise<data.ClaimData> => found(await data.lockClaim(tx, by.storeId, subjectId), 'expense claim')

async function sign(deed: Deed, request: RequestData, step: Step): Promise<void> {
  const { tx, by, now } = deed
  const claim = await lockAsked(deed, request)
  refuseIf(whyNotSign({ ...claim, step, by: by.personId }))
  const hand = { id: claim.id, at: now, by: by.personId, byName: by.name }
  await (step === 'signature' ? data.writeSigned : data.writeApproved)(tx, by.storeId, hand)
  const next = nextStep(stepLeadsTo[step])
  if (next !== null) await ask(deed, next, claim)
  said(deed, claim, stepLeadsTo[step], { status: stepLeadsTo[step] })
}

async function sendBack(deed: Deed, request: RequestData): Promise<void> {
  const claim = await lockAsked(deed, request)
  const words = request.decisionReason ?? ''
  await data.writeWords(deed.tx, deed.by.storeId, claim.id, 'sent-back', words)
  said(deed, claim, 'sent-back', { status: 'sent-back' }, words)
}

const signing = (step: Step, right: PermissionEntry): RequestHandler => ({ right, carryOut: (deed, request) => sign(deed, request, step), turnDown: sendBack })

/** What the inbox of approvals carries out here: a yes is the signature of its step, a no sends the claim back. */
export const expenseRequests: Readonly<Record<(typeof kindOfStep)[Step], RequestHandler>> = {
  'expense-signature': signing('signature', expensePermissions.sign),
  'expense-approval': signing('approval', expensePermissions.approve),
}

/** Its kind asks for a picture of the invoice, and nobody took one. */
export const lacksReceipt = async ({ tx, by }: Pick<Reading, 'tx' | 'by'>, kinds: readonly Kind[], { id, kind }: Pick<data.ClaimData, 'id' | 'kind'>): Promise<boolean> =>
  needsReceipt(kinds, kind) && (await photosOfSubject(tx, by.storeId, 'expense', id)).every(({ occasion, removedAt }) => occasion !== 'receipt' || removedAt !== null)

/** The cashier checks it, pays out or takes back the difference to the advance, and hands the IOU back (PTS-6.2). */
export async function settleClaim(deed: Deed, seen: Seen): Promise<Done & { paidFen: number; movement: string | null }> {
  const { tx, by, now } = deed
  const claim = await lockSeen(deed, seen)
  const { kinds } = await ruleOf(deed)
  refuseIf(whyNotSettle({ ...claim, by: by.personId, receiptMissing: await lacksReceipt(deed, kinds, claim) }))
  const iou = claim.iouId === null ? null : found(await ious.lockIou(tx, by.storeId, claim.iouId), 'IOU')
  invariant(iou === null || iou.status === 'open', 'the IOU of an approved claim is not open')
  const paidFen = paidAtSettling(claim.amountFen, iou?.amountFen ?? null)
  const movement = await pay(deed, claim, -paidFen, claim.purpose)
  const account = accountOf(kinds, claim.kind)
  if (iou !== null) await ious.writeEnded(tx, by.storeId, { id: iou.id, status: 'settled', at: now, byName: by.name, words: claim.number })
  await data.writeSettled(tx, by.storeId, { id: claim.id, at: now, by: by.personId, byName: by.name, paidFen, account })
  return { ...said(deed, claim, 'settled', { status: 'settled', paidFen, account, iou: claim.iouNumber, movement }), paidFen, movement }
}

/** What the till gave it takes back, what it took it gives; the IOU is open again. */
export async function reverseClaim(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<Done> {
  const { tx, by, now } = deed
  const claim = await lockSeen(deed, seen)
  refuseIf(whyNotReverse({ ...claim, by: by.personId }))
  if (claim.iouId !== null) await ious.lockIou(tx, by.storeId, claim.iouId)
  const movement = await pay(deed, claim, claim.paidFen ?? 0, reason)
  if (claim.iouId !== null) await ious.writeOpenAgain(tx, by.storeId, claim.iouId, reason)
  await data.writeReversed(tx, by.storeId, { id: claim.id, at: now, words: reason })
  return said(deed, claim, 'reversed', { status: 'reversed', movement }, reason)
}

async function pay(deed: Deed, claim: data.ClaimData, amountFen: number, reason: string): Promise<string | null> {
  if (amountFen === 0) return null
  return (await moveCash(deed, { amountFen, subject: 'expense', subjectId: claim.id, about: `${claim.number} ${claim.personName}`, reason })).number
}
