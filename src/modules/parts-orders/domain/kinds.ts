import { shareOf, type Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'
import type { PartUrgency, Source } from '../../purchasing/domain/request.ts'

/** A kind of order, as data: the makers name and price theirs differently. */
export type OrderKind = {
  readonly code: string; readonly nameZh: string; readonly nameEn: string; /** What a purchase request then says. */ readonly source: Source; /** Placed on the days of the calendar. */ readonly calendarBound: boolean
  /** Of the usual purchase price. */ readonly pricePercent: number; readonly promisedDays: number; /** Each line for a purchase request of a car, or of a counter sale with a deposit. */ readonly needsJob: boolean; /** The deposit, of the sale's price. */ readonly depositPercent: number; readonly active: boolean
}

/** The four letters of the job manual with neutral names, and purchases outside; what the letters cost and how long they take is the store's to say. */
export const presetKinds: readonly OrderKind[] = [
  { code: 'M', nameZh: '月度订单', nameEn: 'Monthly order', source: 'm-order', calendarBound: true, pricePercent: 100, promisedDays: 7, needsJob: false, depositPercent: 0, active: true },
  { code: 'S', nameZh: '补充订单', nameEn: 'Stock order', source: 'm-order', calendarBound: false, pricePercent: 102, promisedDays: 5, needsJob: false, depositPercent: 0, active: true },
  { code: 'J', nameZh: '急件订单', nameEn: 'Urgent order', source: 'j-order', calendarBound: false, pricePercent: 105, promisedDays: 3, needsJob: true, depositPercent: 30, active: true },
  { code: 'E', nameZh: '特急订单', nameEn: 'Emergency order', source: 'e-order', calendarBound: false, pricePercent: 110, promisedDays: 2, needsJob: true, depositPercent: 50, active: true },
  { code: 'W', nameZh: '外采订单', nameEn: 'Outside order', source: 'outside', calendarBound: false, pricePercent: 100, promisedDays: 1, needsJob: false, depositPercent: 0, active: true },
]

/** The store's own words and figures go before the presets; kinds of its own stand behind. */
export const withPresets = <Kind extends OrderKind>(own: readonly Kind[]): readonly (OrderKind | Kind)[] =>
  [...presetKinds.map((preset) => own.find(({ code }) => code === preset.code) ?? preset), ...own.filter(({ code }) => !presetKinds.some((preset) => preset.code === code))]

/** An outside purchase goes outside, everything else to the maker. */
export const whyNotKindFor = (kind: Pick<OrderKind, 'source' | 'active'>, supplier: { readonly kind: 'maker' | 'outside'; readonly active: boolean }): Refusal | null => {
  if (!supplier.active || !kind.active) return new Refusal('parts-orders.not-in-use')
  return (kind.source === 'outside') === (supplier.kind === 'outside') ? null : new Refusal('parts-orders.kind-of-another-supplier')
}

export type SaleFacts = { readonly number: string; readonly priceFen: Fen; /** Held for the customer. */ readonly depositFen: Fen }

export const depositFor = ({ needsJob, depositPercent }: Pick<OrderKind, 'needsJob' | 'depositPercent'>, priceFen: Fen): Fen => (needsJob ? shareOf(priceFen, depositPercent * 100) : 0)

/** Null means a part may be ordered by this kind for a customer at the counter: he gave the deposit that it asks for (PTS-1.3). */
export function whyNotWithoutDeposit(kind: Pick<OrderKind, 'code' | 'needsJob' | 'depositPercent'>, { number, priceFen, depositFen }: SaleFacts): Refusal | null {
  const neededFen = depositFor(kind, priceFen)
  return depositFen >= neededFen ? null : new Refusal('parts-orders.deposit-missing', { number, kind: kind.code, deposit: neededFen / 100, held: depositFen / 100 })
}

export const costBy = (unitCostFen: number, { pricePercent }: Pick<OrderKind, 'pricePercent'>): number => Math.round((unitCostFen * pricePercent) / 100)

export type Offer = { readonly code: string; readonly source: Source; readonly orderOn: LocalDay; readonly eta: LocalDay; readonly unitCostFen: number }
type OfferFacts = { readonly kinds: readonly OrderKind[]; readonly nextDayOf: (code: string) => LocalDay | null; readonly today: LocalDay; readonly unitCostFen: number }

/** Each kind in use that can be placed: one bound to the calendar on its next day, the others today. */
const offersOf = ({ kinds, nextDayOf, today, unitCostFen }: OfferFacts): Offer[] => kinds.filter(({ active }) => active).flatMap((kind) => {
  const orderOn = kind.calendarBound ? nextDayOf(kind.code) : today
  return orderOn === null ? [] : [{ code: kind.code, source: kind.source, orderOn, eta: addDays(orderOn, kind.promisedDays), unitCostFen: costBy(unitCostFen, kind) }]
})

const cheapestFirst = (a: Offer, b: Offer): number => a.unitCostFen - b.unitCostFen || a.eta.localeCompare(b.eta)

/** What a source offers: its cheapest kind that can be placed, the earlier of two at one cost (PTS-1.3). Null where no kind of order comes from there. */
export const offerFrom = (facts: OfferFacts, source: Source): Offer | null => offersOf(facts).filter((offer) => offer.source === source).toSorted(cheapestFirst)[0] ?? null

export type Advice = Omit<Offer, 'source' | 'unitCostFen'> & { /** Null: nobody knows what a unit costs. */ readonly unitCostFen: number | null; readonly advised: boolean }

/**
 * Where a part may come from, with its day and its cost (PTS-1.3): who stands on the road takes the earliest, the cheaper of two that come on one day;
 * who waits takes the cheapest that comes at most two days after the earliest; nobody in a hurry takes the cheapest, the earlier of two at one price.
 */
export function adviseSource({ urgency, unitCostFen, ...facts }: Omit<OfferFacts, 'unitCostFen'> & { readonly unitCostFen: number | null; readonly urgency: PartUrgency }): Advice[] {
  // Where the cost is not known, the factors of the kinds still tell the cheaper one.
  const options = offersOf({ ...facts, unitCostFen: unitCostFen ?? 10_000 })
  const byDay = options.toSorted((a, b) => a.eta.localeCompare(b.eta) || a.unitCostFen - b.unitCostFen)
  const byCost = options.toSorted(cheapestFirst)
  const [earliest] = byDay
  const latest = earliest === undefined ? facts.today : addDays(earliest.eta, 2)
  const best = urgency === 'off-road' ? earliest : urgency === 'waiting' ? byCost.find(({ eta }) => eta <= latest) : byCost[0]
  return byDay.map((option) => ({ code: option.code, orderOn: option.orderOn, eta: option.eta, unitCostFen: unitCostFen === null ? null : option.unitCostFen, advised: option === best }))
}
