import { sumOf } from '../../../kernel/money.ts'
import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as data from '../data/added-work.ts'
import { insertLines, listLines, touchOrder } from '../data/lines.ts'
import { lockOrder, type OrderData } from '../data/orders.ts'
import { findAuthorisation } from '../data/receptions.ts'
import { whyNotDecide, whyNotPriceAdded, whyNotReportMore, whyNotWithdraw, type DecisionWay, type Urgency } from '../domain/added-work.ts'
import { whyNotPromise } from '../domain/outlook.ts'
import { earlyOf, refuseMovedPromise, writeAuthorisation, type AuthoriseWish, type Choices } from './authorise-work.ts'
import { chooseNumbers } from './choose-numbers.ts'
import { moveOrder } from './move-order.ts'
import { lookPast } from './outlook.ts'
import { priceBook, pricedLine, type LineWish } from './price-lines.ts'

/** Somebody at the car finds what was not asked for (SAD-1.7.3). Nothing is priced, and nobody works on it yet. */
export async function reportAddedWork(deed: Deed, { orderId, findings, urgency, askedPart = null }: { orderId: string; findings: string; urgency: Urgency; askedPart?: data.AskedPart | null }): Promise<{ id: string; number: number; version: number }> {
  const { tx, by, now } = deed
  const order = found(await lockOrder(tx, by.storeId, orderId), 'repair order')
  refuseIf(whyNotReportMore(order))
  const work = { id: deed.newId(), orderId, plate: order.plate, findings, urgency, foundAt: now, foundBy: by.personId, foundByName: by.name, askedPart }
  const { number } = await data.insertAddedWork(tx, by.storeId, work)
  await done(deed, order, work.id, 'found', { after: { findings, urgency, number, ...(askedPart === null ? {} : { askedPart }) } })
  return { id: work.id, number, version: 1 }
}

type Known = { readonly order: OrderData; readonly work: data.AddedWorkData }

/** Locks the order first, as everybody does; then the work is read as it is now. */
async function lockWork({ tx, by }: Deed, { addedWorkId, version }: { addedWorkId: string; version: number }): Promise<Known> {
  const seen = found(await data.findAddedWork(tx, by.storeId, addedWorkId), 'added work')
  const order = found(await lockOrder(tx, by.storeId, seen.orderId), 'repair order')
  const work = found(await data.findAddedWork(tx, by.storeId, addedWorkId), 'added work')
  refuseStale(work.version, version)
  return { order, work }
}

async function done(deed: Deed, order: OrderData, addedWorkId: string, status: string, entry: { before?: unknown; after: unknown; reason?: string }): Promise<void> {
  await data.countOpenWork(deed.tx, deed.by.storeId, order.id)
  deed.record({ subject: 'added-work', subjectId: addedWorkId, ...entry })
  deed.announce({ event: `repair-order.added-work-${status}`, subjectId: order.id, facts: { addedWorkId, plate: order.plate, advisorId: order.advisorId, advisorName: order.advisorName } })
}

export type PriceWish = { readonly addedWorkId: string; readonly version: number; readonly add: readonly LineWish[]; readonly remove: readonly string[] }

/** Lines with their price by payer and rule, as in an estimate; without any it waits for its price again. */
export async function priceAddedWork(deed: Deed, wish: PriceWish): Promise<{ version: number; totalFen: number }> {
  const { tx, by } = deed
  const { order, work } = await lockWork(deed, wish)
  refuseIf(whyNotPriceAdded(order, work))
  refuseIf(wish.remove.every((gone) => work.lines.some(({ id }) => id === gone)) ? null : new Refusal('platform.not-found', { what: 'line' }))
  const chosen = await chooseNumbers(deed, wish.add)
  const book = await priceBook(deed, order.insurerName, chosen)
  const lines = [...work.lines.filter(({ id }) => !wish.remove.includes(id)), ...chosen.map((line) => pricedLine(deed, order.id, book, line))]
  const status = lines.length === 0 ? 'found' : 'priced'
  const totalFen = sumOf(lines.map(({ amountFen }) => amountFen))
  await data.priceWork(tx, by.storeId, { id: work.id, status, lines, totalFen, pricedByName: by.name })
  await done(deed, order, work.id, 'priced', { before: { lines: work.lines }, after: { status, lines, totalFen } })
  return { version: work.version + 1, totalFen }
}

export type DecisionWish = {
  readonly addedWorkId: string; readonly version: number; readonly agreed: boolean; readonly way: DecisionWay
  readonly customerName: string; readonly customerPhone: string; readonly words: string; readonly signature: string | null
  /** The new promise that goes with a yes; with a no the old one stands. */
  readonly promisedAt: string
} & Pick<AuthoriseWish, 'earliest' | 'lookedAt' | 'earlyReason'>

/** The customer's answer: who, when, how. A yes makes lines of it, under an authorisation of its own; never before (SAD-1.7.3). */
export async function decideAddedWork(deed: Deed, wish: DecisionWish): Promise<{ version: number; short: number }> {
  const { tx, by, now } = deed
  const { order, work } = await lockWork(deed, wish)
  refuseIf(whyNotDecide({ ...wish, order, work, promisedAt: Date.parse(wish.promisedAt), now: now.getTime() }))
  if (wish.agreed) {
    refuseIf(whyNotPromise({ promisedAt: Date.parse(wish.promisedAt), ...earlyOf(wish) }))
    await refuseMovedPromise(deed, wish, () => lookPast(deed, order.id, work.lines))
  }
  const status = wish.agreed ? 'agreed' : 'refused'
  const { way, customerName, customerPhone, words } = wish
  const signature = way === 'call' ? null : wish.signature
  await data.decideWork(tx, by.storeId, { id: work.id, status, at: now, by: by.personId, byName: by.name, way, customerName, customerPhone, words, signature })
  const short = wish.agreed ? await becomeLines(deed, { order, work }, { ...wish, signature }) : 0
  await done(deed, order, work.id, status, { before: { status: work.status }, after: { status, way, customerName, words, totalFen: work.totalFen } })
  return { version: work.version + 1, short }
}

/** Answers how many part lines of the order are short. */
async function becomeLines(deed: Deed, { order, work }: Known, wish: DecisionWish): Promise<number> {
  const { tx, by } = deed
  await insertLines(tx, by.storeId, work.lines)
  const before = found(await findAuthorisation(tx, by.storeId, order.id), 'authorisation')
  invariant(order.pickUpCode !== null, 'an authorised order without a pick-up code')
  const { choices } = before.snapshot as { choices: Choices }
  const { short } = await writeAuthorisation(deed, order, await listLines(tx, by.storeId, order.id), {
    choices, promisedAt: wish.promisedAt, earliest: wish.earliest, earlyReason: wish.earlyReason, signature: wish.signature, unsignedReason: `${wish.customerName} ${wish.customerPhone} ${wish.words}`,
  })
  if (order.status === 'in_inspection') await moveOrder(deed, order, 'in_work', work.findings)
  await touchOrder(tx, by.storeId, order.id)
  const added = new Set(work.lines.map(({ id }) => id))
  return short.filter(({ lineId }) => added.has(lineId)).length
}

/** A false alarm, a mistake, or a recommendation that is no longer one. */
export async function withdrawAddedWork(deed: Deed, wish: { addedWorkId: string; version: number; reason: string }): Promise<{ version: number }> {
  const { order, work } = await lockWork(deed, wish)
  refuseIf(whyNotWithdraw(work))
  await data.withdrawWork(deed.tx, deed.by.storeId, { id: work.id, reason: wish.reason })
  await done(deed, order, work.id, 'withdrawn', { before: { status: work.status }, after: { status: 'withdrawn' }, reason: wish.reason })
  return { version: work.version + 1 }
}
