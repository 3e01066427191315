import { found, Refusal, refuse, refuseIf } from '../../../kernel/refusal.ts'
import { sumOf } from '../../../kernel/money.ts'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { askApproval, type RequestHandler } from '../../approvals/public.ts'
import { findParts, vatRatesOn } from '../../catalogue/public.ts'
import { findCustomers } from '../../customers/public.ts'
import { isAbove } from '../../organisation/domain/limits.ts'
import { ownLimit, peopleByPosition } from '../../organisation/public.ts'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { findOrder, priceBook } from '../../repair-orders/public.ts'
import { reserveForOrder } from '../../stock/public.ts'
import type { seePrice as priceRoute } from '../contract.ts'
import * as data from '../data/slips.ts'
import { belowLeast, isPriced, priced, slipPriceRules, whyNotOpen, whyNotPick, type SlipKind } from '../domain/slip.ts'
import { changeSlip, wantedOf } from './slip-deed.ts'

export type WishedLine = { readonly partId: string; readonly thousandths: number }
export type OpenWish = {
  readonly kind: SlipKind; readonly customerId: string | null; readonly name: string; readonly phone: string; readonly paperNumber: string; readonly orderId: string | null; readonly dueOn: string | null; readonly note: string
  readonly lines: readonly WishedLine[]; readonly allowanceFen: number; readonly allowanceReason: string
}
type Opened = { id: string; number: string; version: number; short: number }

const numberKinds: Readonly<Record<SlipKind, string>> = { sale: 'CS', accessory: 'AY', consumable: 'CN', loan: 'LN' }

/** A counter sale: the customer pays by the price rules, the seller may allow what his positions may (PPL-4.1; rules.md, Money). */
export async function openSale(deed: Deed, wish: Omit<OpenWish, 'kind' | 'paperNumber' | 'orderId' | 'dueOn'>): Promise<Opened> {
  const limit = await ownLimit(deed, 'allowance')
  refuseIf(isAbove(wish.allowanceFen, limit) ? new Refusal('counter.allowance-above-limit', { limit: (limit ?? 0) / 100 }) : null)
  const customer = wish.customerId === null ? null : found((await findCustomers(deed.tx, deed.by.storeId, [wish.customerId]))[0], 'customer')
  return writeSlip(deed, { ...wish, kind: 'sale', name: customer?.name ?? wish.name, paperNumber: '', orderId: null, dueOn: null })
}

export const openSlip = (deed: Deed, wish: Omit<OpenWish, 'customerId' | 'phone' | 'allowanceFen' | 'allowanceReason'>): Promise<Opened> =>
  writeSlip(deed, { ...wish, paperNumber: wish.kind === 'accessory' ? wish.paperNumber : '', orderId: wish.kind === 'accessory' ? null : wish.orderId, dueOn: wish.kind === 'loan' ? wish.dueOn : null, customerId: null, phone: '', allowanceFen: 0, allowanceReason: '' })

async function writeSlip(deed: Deed, wish: OpenWish): Promise<Opened> {
  const { tx, by, now } = deed
  const { kind, paperNumber, allowanceFen } = wish
  const today = localDay(now, by.timeZone)
  const parts = await pricedParts(deed, wish)
  const { amounts, allowances } = priced(parts, allowanceFen)
  const linesFen = sumOf(amounts)
  const consultants = kind === 'accessory' ? await consultantsOf(deed) : []
  refuseIf(whyNotOpen({ ...wish, today, linesFen, consultants, partTwice: new Set(wish.lines.map(({ partId }) => partId)).size < wish.lines.length }))
  refuseIf(kind === 'accessory' && await data.isServed(tx, by.storeId, paperNumber) ? new Refusal('counter.paper-served', { paper: paperNumber }) : null)
  const order = wish.orderId === null ? null : found(await findOrder(tx, by.storeId, wish.orderId), 'repair order')
  const vatPercent = (await vatRatesOn(tx, by.storeId, today)).find(({ lineKind }) => lineKind === 'part')?.percent ?? refuse(new Refusal('settlement.no-vat-rate', { kind: 'part' }))
  const id = deed.newId()
  const lines = parts.map((part, at) => ({ ...judged(part, amounts[at] ?? 0, allowances[at] ?? 0), id: deed.newId(), issuedThousandths: 0, returnedThousandths: 0, consumedThousandths: 0, approvedByName: null }))
  const short = await reserveForOrder(deed, id, wantedOf(lines))
  const number = await nextNumber(deed, numberKinds[kind])
  await data.insertSlip(tx, by.storeId, {
    id, kind, number, customerId: wish.customerId, name: wish.name, phone: wish.phone, paperNumber, orderId: order?.id ?? null, orderNumber: order?.number ?? '', plate: order?.plate ?? '', dueOn: wish.dueOn, note: wish.note, vatPercent,
    allowanceFen, allowanceReason: wish.allowanceReason, totalFen: linesFen - allowanceFen, openedAt: now, openedBy: by.personId, openedByName: by.name,
  })
  await data.insertLines(tx, by.storeId, id, lines)
  await askForPrices(deed, { id, number }, lines)
  deed.record({ subject: 'counter-slip', subjectId: id, after: { number, kind, name: wish.name, paperNumber, totalFen: linesFen - allowanceFen, lines: lines.map(({ partNumber, thousandths }) => ({ partNumber, thousandths })) } })
  deed.announce({ event: 'counter.opened', subjectId: id, facts: { kind, number, name: wish.name, paperNumber } })
  return { id, number, version: 1, short: short.length }
}

/** Who works in the store as sales consultant today. */
export const consultantsOf = async ({ tx, by, now }: Pick<Reading, 'tx' | 'by' | 'now'>): Promise<string[]> =>
  ((await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)).get('SAL') ?? []).map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'zh'))

type Named = WishedLine & Pick<data.SlipLineData, 'partNumber' | 'nameZh' | 'nameEn' | 'unit' | 'unitPriceFen' | 'priceRule' | 'deviationReason'> & { /** What a piece brings at least, by the store's floor. */ readonly least: { readonly fen: number; readonly reason: string } }
type Judged = Named & { readonly amountFen: number; readonly allowanceFen: number; /** What the line is below the store's floor. */ readonly belowFen: number }

/** What a slip written now charges for a piece, by the rule that prices its lines. */
export async function seePrice(reading: Reading, partId: string): Promise<AnswerOf<typeof priceRoute>> {
  const { ruleOf } = await priceBook(reading, '', [{ kind: 'part', partId, payer: 'customer', quantityThousandths: 1_000 }])
  return { priceFen: ruleOf(partId, 'customer')?.fen ?? null }
}

/** The parts by their numbers; where the slip has prices, with the customer's of the day by the rule of repair orders: promotion, cap or retail, and the store's floor. */
async function pricedParts(deed: Deed, { kind, lines }: OpenWish): Promise<Named[]> {
  const partIds = lines.map(({ partId }) => partId)
  const parts = new Map((await findParts(deed.tx, partIds)).map((part) => [part.id, part]))
  const book = isPriced(kind) ? await priceBook(deed, '', lines.map(({ partId, thousandths }) => ({ kind: 'part', partId, payer: 'customer', quantityThousandths: thousandths }))) : null
  return lines.map(({ partId, thousandths }) => {
    const { number: partNumber, nameZh, nameEn, unit } = found(parts.get(partId), 'part')
    const bare = { partId, partNumber, nameZh, nameEn, unit, thousandths }
    if (book === null) return { ...bare, unitPriceFen: 0, priceRule: null, deviationReason: null, least: { fen: 0, reason: '' } }
    const { fen, rule, reason } = book.priceOf(partId, 'customer', undefined)
    const priceRule = found(slipPriceRules.find((known) => known === rule), 'price rule')
    return { ...bare, unitPriceFen: fen, priceRule, deviationReason: reason, least: leastFor(book, partId) }
  })
}

type Priced = Pick<Awaited<ReturnType<typeof priceBook>>, 'ruleOf' | 'leastOf'>

/** What a piece brings at least, by the store's floor. A promotion was priced under its own rule: only what an allowance takes off it as well is below. */
export function leastFor(book: Priced, partId: string): { readonly fen: number; readonly reason: string } {
  const [least, price] = [book.leastOf(partId, 'customer'), book.ruleOf(partId, 'customer')]
  return { ...least, fen: price?.rule === 'promotion' ? Math.min(price.fen, least.fen) : least.fen }
}

/** A line with its share of the allowance: what is left of it is what the store's floor looks at. */
function judged(part: Named, amountFen: number, allowanceFen: number): Judged {
  const belowFen = belowLeast({ amountFen, allowanceFen, thousandths: part.thousandths, leastFen: part.least.fen })
  return { ...part, amountFen, allowanceFen, belowFen, ...(belowFen > 0 ? { priceRule: 'manual', deviationReason: part.least.reason } : {}) }
}

/** Below the floor the sale waits in the inbox of those who approve price deviations. */
async function askForPrices(deed: Deed, slip: { readonly id: string; readonly number: string }, lines: readonly Judged[]): Promise<void> {
  const low = lines.filter(({ priceRule }) => priceRule === 'manual')
  const [first] = low
  if (first === undefined) return
  const amountFen = sumOf(low.map(({ belowFen }) => belowFen))
  await askApproval(deed, { kind: 'counter-price', subjectId: slip.id, orderId: null, about: slip.number, amountFen, reason: first.deviationReason ?? '' })
}

/** What the inbox of approvals carries out here: within the limit of who decides, as for a line of a repair order. */
export const counterRequests: Readonly<Record<'counter-price', RequestHandler>> = {
  'counter-price': {
    right: repairOrderPermissions.approveDeviation,
    carryOut: async (deed, { subjectId, amountFen }) => {
      const { tx, by } = deed
      const slip = found(await data.lockSlip(tx, by.storeId, subjectId), 'slip')
      const limit = await ownLimit(deed, 'deviation')
      refuseIf(whyNotPick(slip) ?? (isAbove(amountFen, limit) ? new Refusal('repair-orders.deviation-above-limit', { limit: (limit ?? 0) / 100 }) : null))
      await data.approvePrices(tx, by.storeId, slip.id, { id: by.personId, name: by.name })
      await changeSlip(deed, slip, {}, { event: 'price-approved' })
    },
  },
}
