import { found, invariant, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { isAbove } from '../../organisation/domain/limits.ts'
import { ownLimit } from '../../organisation/public.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import * as lines from '../data/lines.ts'
import { lockOrder, type OrderData } from '../data/orders.ts'
import { whyNotPriceDiagnosis } from '../domain/diagnosis.ts'
import { repairOrderCan } from '../domain/life.ts'
import { amountOf, whyNotDiscount, whyNotEditLines } from '../domain/lines.ts'
import { whyNotShare, type Share } from '../domain/shares.ts'
import { chooseNumbers } from './choose-numbers.ts'
import { moveOrder } from './move-order.ts'
import { priceBook, pricedLine, type LineWish, type ManualPrice } from './price-lines.ts'

/** A line on which another number of the chain is used than the one asked for. */
type Instead = { readonly lineId: string; readonly asked: string; readonly used: string }
export type Edited = { readonly version: number; readonly totalFen: number }

export async function openEstimate(deed: Deed, orderId: string, version: number): Promise<OrderData> {
  const order = found(await lockOrder(deed.tx, deed.by.storeId, orderId), 'repair order')
  refuseStale(order.version, version)
  refuseIf(whyNotEditLines(order))
  return order
}

/** An order with lines has an estimate: the first line moves it on. */
export async function closeEdit(deed: Deed, order: OrderData): Promise<Edited> {
  const [, touched] = await Promise.all([order.status === 'received' ? moveOrder(deed, order, 'estimated') : null, lines.touchOrder(deed.tx, deed.by.storeId, order.id)])
  deed.announce({ event: 'repair-order.lines-changed', subjectId: order.id })
  return touched
}

/** Adds lines, priced by payer and rule (SAD-1.4.2, SAD-1.4.3). All of them or none. */
export async function addLines(deed: Deed, wish: { orderId: string; version: number; lines: readonly LineWish[] }): Promise<Edited & { lineIds: string[]; instead: Instead[] }> {
  const [order, chosen] = await Promise.all([openEstimate(deed, wish.orderId, wish.version), chooseNumbers(deed, wish.lines)])
  const book = await priceBook(deed, order.insurerName, chosen)
  const priced = chosen.map((line) => pricedLine(deed, order.id, book, line))
  deed.record({ subject: 'repair-order', subjectId: order.id, after: { lines: priced } })
  const [, edited] = await Promise.all([lines.insertLines(deed.tx, deed.by.storeId, priced), closeEdit(deed, order)])
  const instead = priced.flatMap(({ id: lineId, code: used, insteadOf }) => (insteadOf === null ? [] : [{ lineId, asked: insteadOf, used }]))
  return { ...edited, lineIds: priced.map(({ id }) => id), instead }
}

export type LineChangeWish = {
  readonly orderId: string; readonly lineId: string; readonly version: number
  readonly payer: Payer; readonly quantityThousandths: number; readonly discountFen: number; readonly manual?: ManualPrice | undefined
  readonly shares: readonly Share[]
}

/** Another payer, quantity, discount or price: the line is priced anew, and an approval it had is gone. */
export async function changeLine(deed: Deed, wish: LineChangeWish): Promise<Edited> {
  const order = await openEstimate(deed, wish.orderId, wish.version)
  const line = found(await lines.findLine(deed.tx, deed.by.storeId, wish.lineId), 'line')
  refuseIf(line.orderId === order.id ? null : new Refusal('platform.not-found', { what: 'line' }))
  const { fen, rule, reason } = await priceAnew(deed, order, line, wish)
  const { quantityThousandths, discountFen, payer } = wish
  refuseIf(whyNotDiscount({ kind: line.kind, unitPriceFen: fen, quantityThousandths }, discountFen))
  if (discountFen > line.discountFen) await refuseAboveLimit(deed, 'discount', discountFen, 'repair-orders.discount-above-limit')
  const change = {
    id: line.id, payer, quantityThousandths, unitPriceFen: fen, discountFen, amountFen: amountOf(fen, quantityThousandths, discountFen), priceRule: rule, deviationReason: reason, shares: wish.shares,
  }
  refuseIf(whyNotShare(change))
  await lines.updateLine(deed.tx, deed.by.storeId, change)
  deed.record({ subject: 'repair-order-line', subjectId: line.id, before: line, after: change })
  return closeEdit(deed, order)
}

/** Somebody else pays these lines, all of them and no part to another: a comeback that was decided. A price off its rule falls back to it. */
export async function setPayer(deed: Deed, orderId: string, lineIds: readonly string[], payer: Payer): Promise<void> {
  const order = found(await lockOrder(deed.tx, deed.by.storeId, orderId), 'repair order')
  refuseIf(whyNotEditLines(order))
  for (const line of (await lines.listLines(deed.tx, deed.by.storeId, order.id)).filter(({ id }) => lineIds.includes(id))) {
    const { fen, rule, reason } = await priceAnew(deed, order, line, { payer, quantityThousandths: line.quantityThousandths })
    const discountFen = whyNotDiscount({ ...line, unitPriceFen: fen }, line.discountFen) === null ? line.discountFen : 0
    const change = { ...line, payer, unitPriceFen: fen, discountFen, amountFen: amountOf(fen, line.quantityThousandths, discountFen), priceRule: rule, deviationReason: reason, shares: [] }
    await lines.updateLine(deed.tx, deed.by.storeId, change)
    deed.record({ subject: 'repair-order-line', subjectId: line.id, before: { payer: line.payer, unitPriceFen: line.unitPriceFen }, after: { payer, unitPriceFen: fen } })
  }
  await closeEdit(deed, order)
}

/** Every line at the price its rule gives today; a price off the rule falls back to the rule. Answers how many changed. */
export async function priceLinesAnew(deed: Deed, order: OrderData): Promise<number> {
  let changed = 0
  for (const line of await lines.listLines(deed.tx, deed.by.storeId, order.id)) {
    const { fen, rule, reason } = await priceAnew(deed, order, line, line)
    if (fen === line.unitPriceFen && rule === line.priceRule) continue
    const discountFen = whyNotDiscount({ ...line, unitPriceFen: fen }, line.discountFen) === null ? line.discountFen : 0
    const change = { ...line, unitPriceFen: fen, discountFen, amountFen: amountOf(fen, line.quantityThousandths, discountFen), priceRule: rule, deviationReason: reason }
    await lines.updateLine(deed.tx, deed.by.storeId, change)
    deed.record({ subject: 'repair-order-line', subjectId: line.id, before: { unitPriceFen: line.unitPriceFen, priceRule: line.priceRule }, after: { unitPriceFen: fen, priceRule: rule } })
    changed += 1
  }
  return changed
}

type Repriced = { readonly payer: Payer; readonly quantityThousandths: number; readonly manual?: ManualPrice | undefined }

async function priceAnew(deed: Deed, order: OrderData, line: lines.LineData, { payer, manual, quantityThousandths }: Repriced) {
  if (line.partId !== null) {
    const wish = { kind: 'part' as const, partId: line.partId, payer, quantityThousandths }
    return (await priceBook(deed, order.insurerName, [wish])).priceOf(line.partId, payer, manual)
  }
  if (line.operationId !== null && line.priceRule !== 'follows') {
    return (await priceBook(deed, order.insurerName, [{ kind: 'labour', operationId: line.operationId, payer }])).rateOf(payer)
  }
  return { fen: line.unitPriceFen, rule: line.priceRule, reason: null }
}

/** The fault is known: the line has its hours at the rate of its payer. What the customer signed stays as he saw it; what he said to the price is kept with the deed (SAD-1.4.5). */
export async function priceDiagnosis(deed: Deed, wish: { lineId: string; version: number; hoursThousandths: number; words: string }): Promise<{ version: number }> {
  const { tx, by } = deed
  const { order, line } = await lockLine(deed, wish)
  refuseIf(whyNotPriceDiagnosis({ order, line, words: wish.words }))
  const { fen, rule } = (await priceBook(deed, order.insurerName, [{ kind: 'labour', operationId: found(line.operationId, 'operation'), payer: line.payer }])).rateOf(line.payer)
  const change = { ...line, quantityThousandths: wish.hoursThousandths, unitPriceFen: fen, discountFen: 0, amountFen: amountOf(fen, wish.hoursThousandths, 0), priceRule: rule }
  refuseIf(whyNotShare(change))
  await lines.updateLine(tx, by.storeId, change)
  const touched = await lines.touchOrder(tx, by.storeId, order.id)
  deed.record({ subject: 'repair-order-line', subjectId: line.id, before: { quantityThousandths: line.quantityThousandths, priceRule: line.priceRule }, after: { quantityThousandths: wish.hoursThousandths, unitPriceFen: fen, priceRule: rule }, reason: wish.words })
  deed.announce({ event: 'repair-order.lines-changed', subjectId: order.id })
  return { version: touched.version }
}

export async function removeLine(deed: Deed, { orderId, lineId, version }: { orderId: string; lineId: string; version: number }): Promise<Edited> {
  const order = await openEstimate(deed, orderId, version)
  const line = found(await lines.findLine(deed.tx, deed.by.storeId, lineId), 'line')
  refuseIf(line.orderId === order.id ? null : new Refusal('platform.not-found', { what: 'line' }))
  const removed = await lines.deleteLine(deed.tx, deed.by.storeId, line.id)
  invariant(removed === 1, 'a line of a locked order vanished')
  deed.record({ subject: 'repair-order-line', subjectId: line.id, before: line })
  return closeEdit(deed, order)
}

/** Fen by which the line is cheaper or dearer than its rule says, where the rule knows no price all of it; or by which it stays below the store's floor, if that is more. */
async function offTheRule(deed: Deed, order: OrderData, line: lines.LineData): Promise<number> {
  const partId = found(line.partId, 'part')
  const book = await priceBook(deed, order.insurerName, [{ kind: 'part', partId, payer: line.payer, quantityThousandths: line.quantityThousandths }])
  const price = book.ruleOf(partId, line.payer)
  const byRule = price === null ? 0 : amountOf(price.fen, line.quantityThousandths, 0)
  const asked = amountOf(line.unitPriceFen, line.quantityThousandths, 0)
  return Math.max(Math.abs(byRule - asked), amountOf(book.leastOf(partId, line.payer).fen, line.quantityThousandths, 0) - asked)
}

/** Above what the person's positions may grant, somebody with a higher limit decides (rules.md, Approvals). */
async function refuseAboveLimit(deed: Deed, kind: 'discount' | 'deviation', fen: number, code: string): Promise<void> {
  const limit = await ownLimit(deed, kind)
  refuseIf(isAbove(fen, limit) ? new Refusal(code, { limit: (limit ?? 0) / 100 }) : null)
}

/** Locks a price that waits for a decision by somebody else than the order's advisor (rules.md, Approvals). */
async function lockDeviation(deed: Deed, wish: { lineId: string; version: number }): Promise<{ order: OrderData; line: lines.LineData }> {
  const { order, line } = await lockLine(deed, wish)
  refuseIf(line.priceRule === 'manual' && line.approvedBy === null && line.refusedReason === null ? null : new Refusal('repair-orders.nothing-to-approve'))
  refuseIf(order.advisorId === deed.by.personId ? new Refusal('repair-orders.own-request') : null)
  return { order, line }
}

/** The line as it stands once its order is locked: who waited for the lock must see what was done meanwhile. */
async function lockLine({ tx, by }: Deed, { lineId, version }: { lineId: string; version: number }): Promise<{ order: OrderData; line: lines.LineData }> {
  const seen = found(await lines.findLine(tx, by.storeId, lineId), 'line')
  const order = found(await lockOrder(tx, by.storeId, seen.orderId), 'repair order')
  const line = found(await lines.findLine(tx, by.storeId, lineId), 'line')
  refuseStale(line.version, version)
  return { order, line }
}

export async function approveDeviation(deed: Deed, wish: { lineId: string; version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  const { order, line } = await lockDeviation(deed, wish)
  await refuseAboveLimit(deed, 'deviation', await offTheRule(deed, order, line), 'repair-orders.deviation-above-limit')
  await lines.approveLine(tx, by.storeId, { id: line.id, by: by.personId, byName: by.name })
  const touched = await lines.touchOrder(tx, by.storeId, order.id)
  deed.record({ subject: 'repair-order-line', subjectId: line.id, after: { approvedBy: by.personId, unitPriceFen: line.unitPriceFen }, reason: line.deviationReason ?? '' })
  deed.announce({ event: 'repair-order.deviation-approved', subjectId: order.id })
  return { version: touched.version }
}

/** The no stands on the line with its reason until the advisor changes the price. */
export async function refuseDeviation(deed: Deed, wish: { lineId: string; version: number; reason: string }): Promise<{ version: number }> {
  const { tx, by } = deed
  const { order, line } = await lockDeviation(deed, wish)
  await lines.refuseLine(tx, by.storeId, { id: line.id, byName: by.name, reason: wish.reason })
  const touched = await lines.touchOrder(tx, by.storeId, order.id)
  deed.record({ subject: 'repair-order-line', subjectId: line.id, after: { refusedBy: by.personId, unitPriceFen: line.unitPriceFen }, reason: wish.reason })
  deed.announce({ event: 'repair-order.deviation-refused', subjectId: order.id })
  return { version: touched.version }
}

/** Sublet work leaves the shop and comes back (外协). */
export async function markSublet(deed: Deed, { step, ...wish }: { lineId: string; version: number; step: 'out' | 'back' }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { order, line } = await lockLine(deed, wish)
  refuseIf(line.kind === 'sublet' && (step === 'out' ? line.outAt === null : line.outAt !== null && line.backAt === null) ? null : new Refusal('repair-orders.sublet-step'))
  refuseIf(repairOrderCan.haveSubletMarked(order) ? null : new Refusal('repair-orders.not-authorised'))
  await lines.markSublet(tx, by.storeId, { id: line.id, outAt: step === 'out' ? now : line.outAt, backAt: step === 'back' ? now : null })
  deed.record({ subject: 'repair-order-line', subjectId: line.id, after: { [step]: now } })
  deed.announce({ event: 'repair-order.sublet', subjectId: order.id })
  return { version: line.version + 1 }
}
