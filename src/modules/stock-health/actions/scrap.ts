import type { PermissionEntry } from '../../../kernel/permissions.ts'
import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { askApproval, type RequestData, type RequestHandler } from '../../approvals/public.ts'
import { findParts } from '../../catalogue/public.ts'
import { findPlaces, judgeScrap, reverseAdjustment, scrapParts } from '../../stock/public.ts'
import * as data from '../data/scrap.ts'
import { nextStep, stepLeadsTo, whyNotAskAgain, whyNotReverse, whyNotSign, whyNotTheseLines, type Cause, type Step, type Wished } from '../domain/scrap.ts'
import { stockHealthPermissions } from '../permissions.ts'

export type ScrapLine = Wished & { readonly cause: Cause }
export type ScrapWish = { readonly reason: string; readonly lines: readonly ScrapLine[] }
export type Seen = { readonly scrapId: string; readonly version: number }

/** Each step waits in the inbox of those who hold its right. */
export const kindOfStep = { check: 'scrap-check', approval: 'scrap-approval', signature: 'scrap-signature' } as const

function said(deed: Deed, scrap: Pick<data.ScrapData, 'id' | 'number' | 'status' | 'version'>, event: string, after: object, reason?: string): { version: number } {
  deed.record({ subject: 'scrap', subjectId: scrap.id, before: { status: scrap.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `scrap.${event}`, subjectId: scrap.id, facts: { number: scrap.number } })
  return { version: scrap.version + 1 }
}

async function lockSeen({ tx, by }: Deed, { scrapId, version }: Seen): Promise<data.ScrapData> {
  const scrap = found(await data.lockScrap(tx, by.storeId, scrapId), 'scrap application')
  refuseStale(scrap.version, version)
  return scrap
}

/** With names of parts and places, and what the lots would give away now. */
async function judged(deed: Deed, wished: readonly ScrapLine[]): Promise<Omit<data.LineData, 'costFen'>[]> {
  const { tx, by } = deed
  refuseIf(whyNotTheseLines(wished))
  const parts = new Map((await findParts(tx, wished.map(({ partId }) => partId))).map((part) => [part.id, part]))
  const places = new Map((await findPlaces(tx, by.storeId, wished.map(({ placeId }) => placeId))).map((place) => [place.id, place]))
  const lines = wished.map((line) => ({ ...line, id: deed.newId(), partNumber: found(parts.get(line.partId), 'part').number, bin: found(places.get(line.placeId), 'bin').code }))
  const costs = await judgeScrap(deed, lines.map((line) => ({ ...line, key: line.id })))
  return lines.map((line) => ({ ...line, expectedFen: costs.get(line.id) ?? 0 }))
}

const ask = (deed: Deed, step: Step, scrap: Pick<data.ScrapData, 'id' | 'number' | 'expectedFen' | 'reason'>) =>
  askApproval(deed, { kind: kindOfStep[step], subjectId: scrap.id, orderId: null, about: scrap.number, amountFen: scrap.expectedFen, reason: scrap.reason })

/** The parts supervisor proposes; nothing leaves the shelves yet (PTS-7.4). */
export async function askScrap(deed: Deed, { reason, lines }: ScrapWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const listed = await judged(deed, lines)
  const scrap = { id: deed.newId(), number: await nextNumber(deed, 'SA'), reason, askedAt: now, askedBy: by.personId, askedByName: by.name, expectedFen: sumOf(listed.map(({ expectedFen }) => expectedFen)) }
  await data.insertScrap(tx, by.storeId, scrap)
  await data.insertLines(tx, by.storeId, scrap.id, 1, listed)
  await ask(deed, 'check', scrap)
  said(deed, { ...scrap, status: 'asked', version: 0 }, 'asked', { number: scrap.number, lines: listed.length, expectedFen: scrap.expectedFen }, reason)
  return { id: scrap.id, number: scrap.number, version: 1 }
}

/** Put right after it was sent back; what was signed before counts no more. */
export async function askScrapAgain(deed: Deed, { reason, lines, ...seen }: Seen & ScrapWish): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const scrap = await lockSeen(deed, seen)
  refuseIf(whyNotAskAgain(scrap.status))
  const listed = await judged(deed, lines)
  const again = { id: scrap.id, number: scrap.number, reason, askedAt: now, askedBy: by.personId, askedByName: by.name, expectedFen: sumOf(listed.map(({ expectedFen }) => expectedFen)) }
  await data.writeAskedAgain(tx, by.storeId, again)
  await data.insertLines(tx, by.storeId, scrap.id, scrap.round + 1, listed)
  await ask(deed, 'check', again)
  return said(deed, scrap, 'asked', { round: scrap.round + 1, lines: listed.length, expectedFen: again.expectedFen }, reason)
}

export async function withdrawScrap(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const scrap = await lockSeen(deed, seen)
  refuseIf(whyNotAskAgain(scrap.status))
  await data.writeWords(deed.tx, deed.by.storeId, { id: scrap.id, status: 'withdrawn', words: reason })
  return said(deed, scrap, 'withdrawn', { status: 'withdrawn' }, reason)
}

/** A second person decides on it in the inbox. */
export async function askReversal(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const scrap = await lockSeen(deed, seen)
  refuseIf(whyNotReverse(scrap.status))
  await askApproval(deed, { kind: 'scrap-reversal', subjectId: scrap.id, orderId: null, about: scrap.number, amountFen: scrap.costFen ?? 0, reason })
  await data.writeStatus(deed.tx, deed.by.storeId, scrap.id, scrap.status)
  return said(deed, scrap, 'reversal-asked', { document: scrap.document }, reason)
}

const lockAsked = async ({ tx, by }: Deed, { subjectId }: RequestData): Promise<data.ScrapData> => found(await data.lockScrap(tx, by.storeId, subjectId), 'scrap application')

async function signScrap(deed: Deed, request: RequestData, step: Step): Promise<void> {
  const { tx, by, now } = deed
  const scrap = await lockAsked(deed, request)
  const signers = (await data.signaturesOf(tx, by.storeId, scrap)).map(({ personId }) => personId)
  refuseIf(whyNotSign({ ...scrap, step, signers, by: by.personId }))
  await data.insertSignature(tx, by.storeId, scrap, { step, at: now, personId: by.personId, personName: by.name })
  const status = stepLeadsTo[step]
  if (status === 'scrapped') return moveOut(deed, scrap)
  await data.writeStatus(tx, by.storeId, scrap.id, status)
  const next = nextStep(status)
  if (next !== null) await ask(deed, next, scrap)
  said(deed, scrap, status, { status })
}

/** With the third signature the goods leave the books, at the cost of their lots; what was reserved or moved meanwhile is refused. */
async function moveOut(deed: Deed, scrap: data.ScrapData): Promise<void> {
  const { tx, by, now } = deed
  const lines = await data.linesOf(tx, by.storeId, scrap)
  const { document, costFen } = await scrapParts(deed, { reason: scrap.number, wishes: lines.map((line) => ({ ...line, key: line.id })) })
  await data.writeCosts(tx, by.storeId, [...costFen].map(([id, fen]) => ({ id, costFen: fen })))
  const whole = sumOf([...costFen.values()])
  await data.writeScrapped(tx, by.storeId, { id: scrap.id, document, at: now, costFen: whole })
  said(deed, scrap, 'scrapped', { document, costFen: whole })
}

async function reverse(deed: Deed, request: RequestData): Promise<void> {
  const { tx, by } = deed
  const scrap = await lockAsked(deed, request)
  refuseIf(whyNotReverse(scrap.status))
  const lines = await data.linesOf(tx, by.storeId, scrap)
  const { document } = await reverseAdjustment(deed, { document: found(scrap.document, 'document'), at: found(scrap.movedAt, 'moment'), partIds: lines.map(({ partId }) => partId), reason: request.reason, kind: 'SX' })
  await data.writeReversed(tx, by.storeId, { id: scrap.id, counter: document, words: request.reason })
  said(deed, scrap, 'reversed', { document }, request.reason)
}

async function sendBack(deed: Deed, request: RequestData): Promise<void> {
  const scrap = await lockAsked(deed, request)
  const words = request.decisionReason ?? ''
  await data.writeWords(deed.tx, deed.by.storeId, { id: scrap.id, status: 'sent-back', words })
  said(deed, scrap, 'sent-back', { status: 'sent-back' }, words)
}

const signing = (step: Step, right: PermissionEntry): RequestHandler => ({ right, carryOut: (deed, request) => signScrap(deed, request, step), turnDown: sendBack })

/** What the inbox of approvals carries out here: a yes is the signature of its step, a no sends the application back. */
export const scrapRequests: Readonly<Record<(typeof kindOfStep)[Step] | 'scrap-reversal', RequestHandler>> = {
  'scrap-check': signing('check', stockHealthPermissions.checkScrap),
  'scrap-approval': signing('approval', stockHealthPermissions.approveScrap),
  'scrap-signature': signing('signature', stockHealthPermissions.signScrap),
  'scrap-reversal': { right: stockHealthPermissions.reverseScrap, carryOut: reverse },
}
