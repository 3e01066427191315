import { Refusal } from '../../../kernel/refusal.ts'

export const workKinds = ['maintenance', 'repair', 'body'] as const
export type WorkKind = (typeof workKinds)[number]

/** Bays of each kind, until a store sets its own. */
export const presetBays: Readonly<Record<WorkKind, number>> = { maintenance: 4, repair: 3, body: 2 }

/** What a visit usually takes, in minutes, and whose bay. */
export const usual = {
  maintenance: { kind: 'maintenance', minutes: 60 }, repair: { kind: 'repair', minutes: 120 }, warranty: { kind: 'repair', minutes: 90 },
  accident: { kind: 'body', minutes: 120 }, accessories: { kind: 'maintenance', minutes: 60 },
} as const satisfies Readonly<Record<string, { kind: WorkKind; minutes: number }>>

/** Milliseconds since 1970, the end not included. */
export type Span = { readonly from: number; readonly until: number }

export const slotMinutes = 30
const minute = 60_000

/** The most cars at one moment of a span, of those booked. */
export function mostAtOnce(booked: readonly Span[], span: Span): number {
  const inside = booked.filter(({ from, until }) => from < span.until && until > span.from)
  const moments = [span.from, ...inside.map(({ from }) => from).filter((from) => from > span.from)]
  return Math.max(0, ...moments.map((at) => inside.filter(({ from, until }) => from <= at && until > at).length))
}

export type Slot = Span & { readonly free: number }

export type DayFacts = { readonly open: Span | null; readonly bays: number; readonly booked: readonly Span[]; readonly minutes: number; readonly now: number }

/** Every half hour at which the work can begin and end within the hours of the day, with how many bays are free throughout. Past ones are left out. */
export function slotsOf({ open, bays, booked, minutes, now }: DayFacts): Slot[] {
  if (open === null) return []
  const slots: Slot[] = []
  for (let from = open.from; from + minutes * minute <= open.until; from += slotMinutes * minute) {
    const span = { from, until: from + minutes * minute }
    if (from >= now) slots.push({ ...span, free: Math.max(0, bays - mostAtOnce(booked, span)) })
  }
  return slots
}

/** Null means a car can be booked for this span: ahead, while the house is open, with a bay free all the time. */
export function whyNotBook({ open, bays, booked, now }: Omit<DayFacts, 'minutes'>, span: Span): Refusal | null {
  if (span.from < now) return new Refusal('appointments.in-past')
  if (open === null || span.from < open.from || span.until > open.until) return new Refusal('appointments.closed-then')
  return mostAtOnce(booked, span) >= bays ? new Refusal('appointments.slot-full') : null
}
