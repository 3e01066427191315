import { Refusal } from '../../../kernel/refusal.ts'

export const workKinds = ['maintenance', 'repair', 'body'] as const
export type WorkKind = (typeof workKinds)[number]

/** Bays of each kind, until a store sets its own. */
export const presetBays: Readonly<Record<WorkKind, number>> = { maintenance: 4, repair: 3, body: 2 }

/** Whoever may do one of these trades can take such a car. */
const tradesOf: Readonly<Record<WorkKind, readonly string[]>> = { maintenance: ['mechanical'], repair: ['mechanical', 'electrical', 'diagnosis'], body: ['body', 'paint'] }
export const kindsOf = (trades: readonly string[]): WorkKind[] => workKinds.filter((kind) => tradesOf[kind].some((trade) => trades.includes(trade)))

/** What a visit usually takes, in minutes, and whose bay. */
export const usual = {
  maintenance: { kind: 'maintenance', minutes: 60 }, repair: { kind: 'repair', minutes: 120 }, warranty: { kind: 'repair', minutes: 90 },
  accident: { kind: 'body', minutes: 120 }, accessories: { kind: 'maintenance', minutes: 60 },
} as const satisfies Readonly<Record<string, { kind: WorkKind; minutes: number }>>

/** Milliseconds since 1970, the end not included. */
export type Span = { readonly from: number; readonly until: number }
export type Booked = Span & { readonly kind: WorkKind }
/** Somebody of the workshop: when he is there, what he can do, and when the board has him busy. */
export type Hand = Span & { readonly kinds: readonly WorkKind[]; readonly busy: readonly Span[] }

export const slotMinutes = 30
const minute = 60_000

const covers = ({ from, until }: Span, at: number): boolean => from <= at && until > at

export const slotReasons = ['bays-taken', 'nobody-there', 'hands-taken'] as const
export type SlotReason = (typeof slotReasons)[number]

export type ShopDay = { readonly kind: WorkKind; readonly bays: number; readonly booked: readonly Booked[]; readonly hands: readonly Hand[] }
type Room = { readonly free: number; readonly whyNot: SlotReason | null }

/**
 * What is left for a kind of work at one moment: its bays, those who are there and can do it, and of all who are there as many as cars of every
 * kind are booked. Whoever can do several trades counts once for the house.
 */
export function roomAt({ kind, bays, booked, hands }: ShopDay, at: number): Room & { readonly taken: number; readonly able: number } {
  const cars = booked.filter((car) => covers(car, at))
  const taken = cars.filter((car) => car.kind === kind).length
  const there = hands.filter((hand) => covers(hand, at) && !hand.busy.some((span) => covers(span, at)))
  const able = there.filter(({ kinds }) => kinds.includes(kind)).length
  const people = Math.min(able - taken, there.length - cars.length)
  const free = Math.max(0, Math.min(bays - taken, people))
  return { free, taken, able, whyNot: free > 0 ? null : able === 0 ? 'nobody-there' : bays - taken <= 0 ? 'bays-taken' : 'hands-taken' }
}

/** What is left throughout a span: the tightest of its moments. Only beginnings and ends change anything. */
export function roomFor(shop: ShopDay, span: Span): Room {
  const edges = [...shop.booked, ...shop.hands, ...shop.hands.flatMap(({ busy }) => busy)].flatMap(({ from, until }) => [from, until]).filter((at) => at > span.from && at < span.until)
  return [span.from, ...edges].map((at) => roomAt(shop, at)).reduce<Room>((least, room) => (room.free < least.free || (room.free === 0 && least.whyNot === null) ? { free: room.free, whyNot: room.whyNot } : least), { free: Number.MAX_SAFE_INTEGER, whyNot: null })
}

export type Slot = Span & Room

export type DayFacts = ShopDay & { readonly open: Span | null; readonly now: number }

/** Every half hour at which the work can begin and end within the hours of the day, with how many cars fit throughout, or why none does. Past ones are left out. */
export function slotsOf({ open, now, ...shop }: DayFacts, minutes: number): Slot[] {
  if (open === null) return []
  const slots: Slot[] = []
  for (let from = open.from; from + minutes * minute <= open.until; from += slotMinutes * minute) {
    const span = { from, until: from + minutes * minute }
    if (from >= now) slots.push({ ...span, ...roomFor(shop, span) })
  }
  return slots
}

const refusals: Readonly<Record<SlotReason, string>> = { 'bays-taken': 'appointments.slot-full', 'nobody-there': 'appointments.nobody-there', 'hands-taken': 'appointments.hands-taken' }

/** Null means a car can be booked for this span: ahead, while the house is open, with a bay and somebody who can do it all the time. */
export function whyNotBook({ open, now, ...shop }: DayFacts, span: Span): Refusal | null {
  if (span.from < now) return new Refusal('appointments.in-past')
  if (open === null || span.from < open.from || span.until > open.until) return new Refusal('appointments.closed-then')
  const { whyNot } = roomFor(shop, span)
  return whyNot === null ? null : new Refusal(refusals[whyNot])
}
