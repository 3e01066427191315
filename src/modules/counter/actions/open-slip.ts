import { found, Refusal, refuse, refuseIf } from '../../../kernel/refusal.ts'
import { sumOf } from '../../../kernel/money.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { partPrice } from '../../catalogue/domain/price-by-payer.ts'
import { findParts, partPricesOn, vatRatesOn } from '../../catalogue/public.ts'
import { findCustomers } from '../../customers/public.ts'
import { isAbove } from '../../organisation/domain/limits.ts'
import { ownLimit } from '../../organisation/public.ts'
import { findOrder } from '../../repair-orders/public.ts'
import { reserveForOrder } from '../../stock/public.ts'
import * as data from '../data/slips.ts'
import { isPriced, priced, whyNotOpen, type SlipKind } from '../domain/slip.ts'
import { wantedOf } from './slip-deed.ts'

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
  const facts = await pricedParts(deed, wish, today)
  const { amounts, allowances } = priced(facts, allowanceFen)
  const linesFen = sumOf(amounts)
  refuseIf(whyNotOpen({ ...wish, today, linesFen, partTwice: new Set(wish.lines.map(({ partId }) => partId)).size < wish.lines.length }))
  refuseIf(kind === 'accessory' && await data.isServed(tx, by.storeId, paperNumber) ? new Refusal('counter.paper-served', { paper: paperNumber }) : null)
  const order = wish.orderId === null ? null : found(await findOrder(tx, by.storeId, wish.orderId), 'repair order')
  const vatPercent = (await vatRatesOn(tx, by.storeId, today)).find(({ lineKind }) => lineKind === 'part')?.percent ?? refuse(new Refusal('settlement.no-vat-rate', { kind: 'part' }))
  const id = deed.newId()
  const lines = facts.map((fact, at) => ({ ...fact, id: deed.newId(), amountFen: amounts[at] ?? 0, allowanceFen: allowances[at] ?? 0, issuedThousandths: 0, returnedThousandths: 0, consumedThousandths: 0 }))
  const short = await reserveForOrder(deed, id, wantedOf(lines))
  const number = await nextNumber(deed, numberKinds[kind])
  await data.insertSlip(tx, by.storeId, {
    id, kind, number, customerId: wish.customerId, name: wish.name, phone: wish.phone, paperNumber, orderId: order?.id ?? null, orderNumber: order?.number ?? '', plate: order?.plate ?? '', dueOn: wish.dueOn, note: wish.note, vatPercent,
    allowanceFen, allowanceReason: wish.allowanceReason, totalFen: linesFen - allowanceFen, openedAt: now, openedBy: by.personId, openedByName: by.name,
  })
  await data.insertLines(tx, by.storeId, id, lines)
  deed.record({ subject: 'counter-slip', subjectId: id, after: { number, kind, name: wish.name, paperNumber, totalFen: linesFen - allowanceFen, lines: lines.map(({ partNumber, thousandths }) => ({ partNumber, thousandths })) } })
  deed.announce({ event: 'counter.opened', subjectId: id, facts: { kind, number, name: wish.name, paperNumber } })
  return { id, number, version: 1, short: short.length }
}

/** The parts by their numbers; with the customer's price of the day where the slip has one: the cap exactly, else the retail list. */
async function pricedParts({ tx }: Deed, { kind, lines }: OpenWish, today: string) {
  const partIds = lines.map(({ partId }) => partId)
  const parts = new Map((await findParts(tx, partIds)).map((part) => [part.id, part]))
  const prices = new Map((isPriced(kind) ? await partPricesOn(tx, partIds, today) : []).map((price) => [price.id, price]))
  return lines.map(({ partId, thousandths }) => {
    const { number: partNumber, nameZh, nameEn, unit } = found(parts.get(partId), 'part')
    const bare = { partId, partNumber, nameZh, nameEn, unit, thousandths }
    if (!isPriced(kind)) return { ...bare, unitPriceFen: 0, priceRule: null }
    const price = partPrice({ payer: 'customer', capFen: null, retailFen: null, claimFen: null, ...prices.get(partId), costFen: null })
    if (price instanceof Refusal) return refuse(price)
    return { ...bare, unitPriceFen: price.fen, priceRule: price.rule === 'cap' ? 'cap' as const : 'retail' as const }
  })
}
