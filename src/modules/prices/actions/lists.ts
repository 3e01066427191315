import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { askApproval, type RequestData, type RequestHandler } from '../../approvals/public.ts'
import { priceKinds } from '../../catalogue/domain/payers.ts'
import { beginOn } from '../../catalogue/public.ts'
import { effectOf } from '../data/differences.ts'
import * as lines from '../data/lines.ts'
import * as data from '../data/lists.ts'
import { whyNotApprove, whyNotAsk, whyNotDiscard, whyNotNow, whyNotPrepare, whyNotReverse, whyNotWithdraw } from '../domain/list.ts'
import { pricePermissions } from '../permissions.ts'
import { compare } from './compare.ts'
import { beginReversing, beginTaking, beginWithdrawing } from './take-up.ts'

type Seen = { readonly listId: string; readonly version: number }
type Locked = NonNullable<Awaited<ReturnType<typeof data.lockList>>>

const todayOf = ({ by, now }: Deed): string => localDay(now, by.timeZone)
const factsOf = (list: Locked) => ({ status: list.status, fromDay: list.fromDay, counts: list.stillCounts, counter: list.reverses !== null })

async function lockSeen(deed: Deed, { listId, version }: Seen): Promise<Locked> {
  const list = found(await data.lockList(deed.tx, listId, todayOf(deed)), 'price list')
  refuseStale(list.version, version)
  return list
}

function said(deed: Deed, list: Pick<Locked, 'id' | 'status' | 'version'>, event: string, after: unknown, reason?: string): { version: number } {
  deed.record({ subject: 'price-list', subjectId: list.id, before: { status: list.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `price-list.${event}`, subjectId: list.id })
  return { version: list.version + 1 }
}

/** Another day has other prices before it: the differences are found anew. */
export async function prepareList(deed: Deed, { name, fromDay, ...seen }: Seen & { readonly name: string; readonly fromDay: string }): Promise<{ version: number }> {
  const list = await lockSeen(deed, seen)
  refuseIf(whyNotPrepare({ status: list.status, fromDay, today: todayOf(deed) }))
  await data.setPrepared(deed.tx, { id: list.id, name, fromDay })
  if (fromDay !== list.fromDay) await compare(deed.tx, list.id, fromDay)
  return said(deed, list, 'prepared', { name, fromDay })
}

const saysNothing = ['gone', 'same']

export async function askForList(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const list = await lockSeen(deed, seen)
  const changed = list.counts.filter(({ change }) => !saysNothing.includes(change)).reduce((sum, { count }) => sum + count, 0)
  refuseIf(whyNotAsk({ status: list.status, fromDay: list.fromDay, today: todayOf(deed), lines: changed }))
  await data.setAsked(tx, { id: list.id, at: now, byName: by.name })
  await askApproval(deed, { kind: 'price-list', subjectId: list.id, orderId: null, about: `${list.name} · ${list.number}`.slice(0, 100), amountFen: await effectHere(deed, list), reason: `${list.fromDay ?? ''} · ${String(changed)}` })
  return said(deed, list, 'asked', { fromDay: list.fromDay, changed })
}

/** What it does to the sale value of what lies in the asking store, by the first kind of price it brings. */
async function effectHere({ tx, by, now }: Deed, list: Locked): Promise<number> {
  const kind = priceKinds.find((one) => list.counts.some((count) => count.kind === one)) ?? 'cap'
  const { beforeFen, afterFen } = await effectOf(tx, by.storeId, list.id, { kind, floor: { percent: 0, vat: 0 }, today: localDay(now, by.timeZone) })
  return afterFen - beforeFen
}

const lockAsked = async (deed: Deed, { subjectId }: RequestData): Promise<Locked> => found(await data.lockList(deed.tx, subjectId, todayOf(deed)), 'price list')

/** Its prices are written step by step (take-up.ts), each from its day: no job is needed then, the days decide (PPL-4.1). What is short is written here and now. */
async function approve(deed: Deed, request: RequestData): Promise<void> {
  const { tx } = deed
  const list = await lockAsked(deed, request)
  const day = list.fromDay ?? todayOf(deed)
  refuseIf(whyNotNow(await data.listUnderWay(tx)))
  refuseIf(whyNotApprove({ status: list.status, fromDay: list.fromDay, today: todayOf(deed), sameDay: await beginOn(tx, { source: lines.everyPrice(list.id), day }) }))
  await beginTaking(deed, list)
}

async function sendBack(deed: Deed, request: RequestData): Promise<void> {
  const list = await lockAsked(deed, request)
  await data.setSentBack(deed.tx, list.id, request.decisionReason ?? '')
  said(deed, list, 'sent-back', { status: 'draft' }, request.decisionReason ?? '')
}

/** What the inbox of approvals carries out here: somebody else than who asked says yes, and the list takes effect at its day; a no or a withdrawal gives the draft back. */
export const priceRequests: Readonly<Record<'price-list', RequestHandler>> = { 'price-list': { right: pricePermissions.approve, carryOut: approve, turnDown: sendBack } }

async function end(deed: Deed, list: Locked, status: 'discarded', words: string): Promise<{ version: number }> {
  await data.setEnded(deed.tx, { id: list.id, status, at: deed.now, byName: deed.by.name, words })
  return said(deed, list, status, { status }, words)
}

export async function discardList(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const list = await lockSeen(deed, seen)
  refuseIf(whyNotDiscard(list))
  return end(deed, list, 'discarded', reason)
}

export async function withdrawList(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const list = await lockSeen(deed, seen)
  refuseIf(whyNotNow(await data.listUnderWay(deed.tx)))
  refuseIf(whyNotWithdraw(factsOf(list), todayOf(deed)))
  await beginWithdrawing(deed, list, reason)
  return versionOf(deed, list.id)
}

const versionOf = async (deed: Deed, listId: string): Promise<{ version: number }> => ({ version: found(await data.lockList(deed.tx, listId, todayOf(deed)), 'price list').version })

/**
 * A counter list gives today the prices back that counted before, wherever those of the list still count; what was quoted or sold by it stays.
 * On the list's own first day its prices go out instead: two prices of one day could not both be in the books.
 */
export async function reverseList(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number; counterId: string; number: string }> {
  const { tx, by, now } = deed
  const today = todayOf(deed)
  const list = await lockSeen(deed, seen)
  refuseIf(whyNotNow(await data.listUnderWay(tx)))
  refuseIf(whyNotReverse(factsOf(list), today))
  const [counterId, number] = [deed.newId(), await nextNumber(deed, 'PL')]
  await data.insertList(tx, {
    id: counterId, number, importId: null, name: `↩ ${list.name}`.slice(0, 60), status: 'approved', fromDay: today, reverses: list.id, broughtAt: now, broughtBy: by.personId, broughtByName: by.name, approvedAt: now, words: reason,
  })
  await beginReversing(deed, { counterId, listId: list.id, out: list.fromDay === today, words: reason })
  return { ...await versionOf(deed, list.id), counterId, number }
}
