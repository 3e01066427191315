import { shareOf, type Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'
import type { Source } from '../../purchasing/domain/request.ts'

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

/** A kind in use that can be placed: one bound to the calendar on its next day, the others today. */
export type Placeable = { readonly kind: OrderKind; readonly orderOn: LocalDay; readonly eta: LocalDay }

export const placeable = (kinds: readonly OrderKind[], nextDayOf: (code: string) => LocalDay | null, today: LocalDay): Placeable[] => kinds.filter(({ active }) => active).flatMap((kind) => {
  const orderOn = kind.calendarBound ? nextDayOf(kind.code) : today
  return orderOn === null ? [] : [{ kind, orderOn, eta: addDays(orderOn, kind.promisedDays) }]
})
