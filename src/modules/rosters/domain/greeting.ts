import { Refusal } from '../../../kernel/refusal.ts'
import type { Hours } from '../../organisation/domain/opening.ts'

/** Advisors stand in turn, and the information clerk with them (SAD-4.1, INF-2.1). */
export const greeters: readonly string[] = ['SAD', 'INF']

export const slotLengths = [30, 60] as const
export const presetSlotMinutes = 60
export const minutesEarly = 15

export type Slot = { readonly starts: string; readonly ends: string }

const minutesOf = (wall: string): number => Number(wall.slice(0, 2)) * 60 + Number(wall.slice(3, 5))
const wallOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The day from opening to closing in slots: those that somebody has stay as they were made (before opening and after closing too), the rest is cut anew. */
export function slotsOfDay<Taken extends Slot>(hours: Hours | null, length: number, taken: readonly Taken[]): (Slot & { readonly taken: Taken | null })[] {
  const slots: (Slot & { taken: Taken | null })[] = taken.map((slot) => ({ starts: slot.starts, ends: slot.ends, taken: slot }))
  if (hours !== null) {
    const closes = minutesOf(hours.closes)
    let at = minutesOf(hours.opens)
    for (const edge of [...taken.toSorted(byTime), { starts: hours.closes, ends: hours.closes }]) {
      const until = Math.min(minutesOf(edge.starts), closes)
      while (at < until) {
        const ends = Math.min(at + length, until)
        slots.push({ starts: wallOf(at), ends: wallOf(ends), taken: null })
        at = ends
      }
      at = Math.max(at, minutesOf(edge.ends))
    }
  }
  return slots.toSorted(byTime)
}

const byTime = (a: Slot, b: Slot): number => (a.starts < b.starts ? -1 : 1)
export const overlap = (a: Slot, b: Slot): boolean => a.starts < b.ends && b.starts < a.ends

export type Greeter = { readonly id: string; /** Slots of this month so far, planned ones too. */ readonly slots: number; /** When he is in the house that day. */ readonly from: string; readonly until: string }

/** Who has stood least this month goes first; of equals who did not stand just before. A slot for which nobody is there stays free. */
export function takeTurns(slots: readonly Slot[], people: readonly Greeter[]): { slot: Slot; personId: string }[] {
  const stood = new Map(people.map(({ id, slots: count }) => [id, count]))
  const last = new Map(people.map(({ id }, index) => [id, index - people.length]))
  return slots.flatMap((slot, turn) => {
    const there = people.filter(({ from, until }) => from <= slot.starts && slot.ends <= until)
    const [next] = there.toSorted((a, b) => (stood.get(a.id) ?? 0) - (stood.get(b.id) ?? 0) || (last.get(a.id) ?? 0) - (last.get(b.id) ?? 0))
    if (next === undefined) return []
    stood.set(next.id, (stood.get(next.id) ?? 0) + 1)
    last.set(next.id, turn)
    return [{ slot, personId: next.id }]
  })
}

export const greetingStatuses = ['planned', 'running', 'on-time', 'late', 'absent'] as const
export type GreetingStatus = (typeof greetingStatuses)[number]

export type GreetingTimes = { readonly startsAt: Date; readonly endsAt: Date; readonly checkedInAt: Date | null }

/** Whole minutes after the beginning; 0 is on time. */
export const minutesLate = (startsAt: Date, checkedInAt: Date): number => Math.max(0, Math.floor((checkedInAt.getTime() - startsAt.getTime()) / 60_000))

export function greetingStatus({ startsAt, endsAt, checkedInAt }: GreetingTimes, now: Date): GreetingStatus {
  if (checkedInAt !== null) return minutesLate(startsAt, checkedInAt) === 0 ? 'on-time' : 'late'
  if (now >= endsAt) return 'absent'
  return now >= startsAt ? 'running' : 'planned'
}

export type CheckInFacts = GreetingTimes & { readonly personId: string; readonly by: string; readonly now: Date }

/** Null means he may check in: his own slot, from a quarter of an hour before it until its end, once. */
export function whyNotCheckIn({ startsAt, endsAt, checkedInAt, personId, by, now }: CheckInFacts): Refusal | null {
  if (personId !== by) return new Refusal('rosters.another-slot')
  if (checkedInAt !== null) return new Refusal('rosters.checked-in')
  if (now >= endsAt) return new Refusal('rosters.slot-over')
  return now.getTime() < startsAt.getTime() - minutesEarly * 60_000 ? new Refusal('rosters.too-early', { minutes: minutesEarly }) : null
}

export type HandFacts = { readonly checkedInAt: Date | null; readonly endsAt: Date; readonly now: Date; /** Whether who shall stand there is at work then; null where the slot becomes free. */ readonly atWork: boolean | null }

/** Null means the slot may be given to somebody, to another, or to nobody: what is over or checked in stays. */
export function whyNotGive({ checkedInAt, endsAt, now, atWork }: HandFacts): Refusal | null {
  if (checkedInAt !== null) return new Refusal('rosters.checked-in')
  if (now >= endsAt) return new Refusal('rosters.slot-over')
  return atWork === false ? new Refusal('rosters.not-at-work') : null
}
