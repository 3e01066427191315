import { addDays, localDay } from '../../../kernel/time.ts'
import type { Outlook, OutlookReason, WorkAhead } from '../../repair-orders/domain/outlook.ts'
import { bayKindOf, type BayKind } from './bays.ts'
import type { ClosingWork } from './closing-work.ts'
import { presetMinutes } from './plan.ts'
import { daysAhead, firstFree, piecesOf, workSpan, type Calendar, type Span } from './working-time.ts'

export type FreeBay = { readonly name: string; readonly kind: BayKind; readonly busy: readonly Span[] }
export type FreePerson = {
  readonly id: string; readonly name: string; readonly busy: readonly Span[]
  /** The house's calendar without the days on which he is not at work. */ readonly calendar: Calendar
  readonly trades: readonly string[]
}

export type ShopFacts = {
  readonly now: number
  readonly calendar: Calendar
  readonly bays: readonly FreeBay[]
  readonly people: readonly FreePerson[]
  /** When the car in the shop is done with what it has there already; null: it is not in the shop. */ readonly ownUntil: number | null
  /** Minutes of authorised work without a place on the board, by trade: it goes first. */ readonly waiting: ReadonlyMap<string, number>
  readonly closing: Pick<ClosingWork, 'inspectionMinutes' | 'washMinutes'>
}

/** Work that says no trade is mechanics' work. The order in which a car goes through the house. */
export const tradeOrder = ['diagnosis', 'mechanical', 'electrical', 'high-voltage', 'body', 'paint', 'wash'] as const
const tradeOf = (trade: string | null): string => trade ?? 'mechanical'

function minutesByTrade(labour: WorkAhead['labour']): (readonly [string, number])[] {
  const hours = Map.groupBy(labour, ({ trade }) => tradeOf(trade))
  const known = [...tradeOrder, ...[...hours.keys()].filter((trade) => !tradeOrder.some((one) => one === trade))]
  return known.flatMap((trade) => {
    const sum = (hours.get(trade) ?? []).reduce((total, line) => total + line.hoursThousandths, 0)
    return sum === 0 ? [] : [[trade, presetMinutes(sum)] as const]
  })
}

/** Not before the house opens on the day on which the last part is expected. */
function partsHere({ now, calendar }: ShopFacts, parts: WorkAhead['parts']): number {
  const last = parts.flatMap(({ day }) => (day === null ? [] : [day])).toSorted().at(-1)
  if (last === undefined) return now
  for (let ahead = 0, day = last; ahead <= daysAhead; ahead += 1, day = addDays(day, 1)) {
    const open = calendar.opening(day)
    if (open !== null) return Math.max(now, open.from)
  }
  return now
}

type Place = Span & { readonly reasons: readonly OutlookReason[] }

/** Whether a span lies where it should: a house or a person that never works again gives spans outside the opening hours. */
function isReal({ timeZone, opening }: Calendar, span: Span): boolean {
  const [first, last] = [opening(localDay(new Date(span.from), timeZone)), opening(localDay(new Date(span.until - 1), timeZone))]
  return first !== null && last !== null && first.from <= span.from && span.until <= last.until
}

/** The first time at which a bay of the kind and somebody who may do it are free together; null where there is nobody. */
function firstPlace(facts: ShopFacts, trade: string, { minutes, earliest }: { readonly minutes: number; readonly earliest: number }): Place | null {
  const able = facts.people.filter(({ trades }) => trades.includes(trade))
  const ofKind = facts.bays.filter(({ kind }) => kind === bayKindOf(trade))
  // A house that keeps no bays works in any.
  const bays: readonly (FreeBay | null)[] = facts.bays.length === 0 ? [null] : ofKind
  const queue = Math.ceil((facts.waiting.get(trade) ?? 0) / Math.max(1, Math.min(able.length, bays.length)))
  const start = queue === 0 ? earliest : Math.max(earliest, workSpan(facts.calendar, facts.now, queue).until)
  const places = bays.flatMap((bay) => able.flatMap((person) => {
    const span = firstFree(person.calendar, { earliest: start, minutes, inTheWay: [...person.busy, ...bay?.busy ?? []] })
    return isReal(person.calendar, span) ? [{ span, bay, person }] : []
  }))
  const best = places.reduce<(typeof places)[number] | null>((first, place) => (first === null || place.span.until < first.span.until ? place : first), null)
  if (best === null) return null
  const { span, bay, person } = best
  return { ...span, reasons: [
    ...(queue === 0 ? [] : [{ kind: 'queue' as const, trade, minutes: facts.waiting.get(trade) ?? 0 }]),
    ...(bay === null ? [] : [{ kind: 'bay' as const, bay: bay.name, from: firstFree(facts.calendar, { earliest: start, minutes, inTheWay: bay.busy }).from }]),
    { kind: 'technician', name: person.name, from: firstFree(person.calendar, { earliest: start, minutes, inTheWay: person.busy }).from },
    { kind: 'work', trade, minutes, from: span.from, until: span.until },
  ] }
}

/**
 * When a car could be ready: its parts come, and what it has in the shop is done, then trade after trade finds a bay and somebody certified at work, then inspection and wash,
 * all within the opening hours (SAD-1.5). A later or heavier load never makes it earlier.
 */
export function whenDone(facts: ShopFacts, { labour, parts, wash }: Pick<WorkAhead, 'labour' | 'parts' | 'wash'>): Outlook {
  const open = parts.some(({ day }) => day === null)
  const reasons: OutlookReason[] = parts.map((part) => ({ kind: 'part', ...part }))
  const trades = minutesByTrade(labour)
  if (trades.length === 0 && facts.ownUntil === null) return { earliest: null, open, reasons }
  let at = Math.max(partsHere(facts, parts), facts.ownUntil ?? 0)
  if (facts.ownUntil !== null && facts.ownUntil > facts.now) reasons.push({ kind: 'own', until: facts.ownUntil })
  for (const [trade, minutes] of trades) {
    const place = firstPlace(facts, trade, { minutes, earliest: at })
    if (place === null) return { earliest: null, open, reasons: [...reasons, { kind: 'nobody', trade }] }
    reasons.push(...place.reasons)
    at = place.until
  }
  const closing = { inspectionMinutes: facts.closing.inspectionMinutes, washMinutes: wash ? facts.closing.washMinutes : 0 }
  const minutes = closing.inspectionMinutes + closing.washMinutes
  if (minutes === 0) return { earliest: at, open, reasons }
  const until = piecesOf(facts.calendar, at, minutes).at(-1)?.until ?? at
  return { earliest: until, open, reasons: [...reasons, { kind: 'closing', ...closing }] }
}

