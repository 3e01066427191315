import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'
import { isOpen, weekdayOf, type OpeningTimes } from '../../organisation/domain/opening.ts'
import { daysBack, type AbsenceKind } from './absence.ts'

export type Pattern = { readonly personId: string; readonly since: LocalDay; /** From Monday: a shift's code or 'off'; null: no pattern from that day on. */ readonly days: readonly string[] | null; readonly version: number }
export type Entry = { readonly personId: string; readonly day: LocalDay; /** Null: a day off. */ readonly shift: string | null; readonly version: number }
export type Away = { readonly personId: string; readonly fromDay: LocalDay; readonly untilDay: LocalDay; readonly kind: AbsenceKind; readonly deputyId: string | null; readonly deputyName: string }

/** What a span of days is read from. */
export type RosterFacts = { readonly patterns: readonly Pattern[]; readonly entries: readonly Entry[]; readonly absences: readonly Away[]; readonly opening: OpeningTimes }

export type Work = {
  /** The shift's code; null where the person has none: at work as long as the store is open, or off. */
  readonly shift: string | null
  readonly off: boolean
  readonly absent: boolean
  readonly absence: Away | null
  readonly deputyId: string | null
  /** The single day that is not as usual, where there is one. */
  readonly entry: Entry | null
}

export type Roster = { on(personId: string, day: LocalDay): Work; /** Whether the store is open. */ isOpen(day: LocalDay): boolean }

/** Who is there: neither off nor absent. */
export const isAtWork = ({ off, absent }: Pick<Work, 'off' | 'absent'>): boolean => !off && !absent

const grouped = <Row extends { readonly personId: string }>(rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.personId, [...groups.get(row.personId) ?? [], row])
  return groups
}

/** The usual week on a day: the newest pattern that had begun. */
export function patternOn(patterns: readonly Pattern[], day: LocalDay): Pattern | null {
  const begun = patterns.filter(({ since }) => since <= day)
  return begun.reduce<Pattern | null>((newest, pattern) => (newest === null || pattern.since > newest.since ? pattern : newest), null)
}

/** A single day beats the usual week; without either one works whenever the store is open. On a closed day only who was planned for that very day works. */
function planned(patterns: readonly Pattern[], entry: Entry | null, day: LocalDay, open: boolean): Pick<Work, 'shift' | 'off'> {
  if (entry !== null) return { shift: entry.shift, off: entry.shift === null }
  const usual = patternOn(patterns, day)?.days?.[weekdayOf(day) - 1] ?? null
  return open && usual !== 'off' ? { shift: usual, off: false } : { shift: null, off: true }
}

/** Answers for any person and day of the span that the facts were read for. */
export function rosterOf({ patterns, entries, absences, opening }: RosterFacts): Roster {
  const patternsOf = grouped(patterns)
  const absencesOf = grouped(absences)
  const entryOf = new Map(entries.map((entry) => [`${entry.personId} ${entry.day}`, entry]))
  return {
    isOpen: (day) => isOpen(opening, day),
    on: (personId, day) => {
      const entry = entryOf.get(`${personId} ${day}`) ?? null
      const absence = (absencesOf.get(personId) ?? []).find(({ fromDay, untilDay }) => fromDay <= day && day <= untilDay) ?? null
      return { ...planned(patternsOf.get(personId) ?? [], entry, day, isOpen(opening, day)), absent: absence !== null, absence, deputyId: absence?.deputyId ?? null, entry }
    },
  }
}

export const mondayOf = (day: LocalDay): LocalDay => addDays(day, 1 - weekdayOf(day))
export const daysFrom = (from: LocalDay, count: number): LocalDay[] => Array.from({ length: count }, (_, index) => addDays(from, index))

const daysAhead = 366

/** Null means a plan may still say something about that day. */
export function whyNotPlan(day: LocalDay, today: LocalDay): Refusal | null {
  if (day < addDays(today, -daysBack)) return new Refusal('rosters.too-long-ago', { days: daysBack })
  return day > addDays(today, daysAhead) ? new Refusal('rosters.too-far-ahead', { days: daysAhead }) : null
}

/** Null means every one of these is a shift on offer, or a day off. */
export function whyNotShifts(wanted: readonly string[], offered: readonly { readonly code: string; readonly active: boolean }[]): Refusal | null {
  return wanted.every((code) => code === 'off' || offered.some((shift) => shift.code === code && shift.active)) ? null : new Refusal('rosters.no-such-shift')
}

/** What the days of a week must say so that they are like those a week before; `usual` where the usual week says the same. */
export function likeLastWeek({ patterns, entries, opening }: Omit<RosterFacts, 'absences'>, people: readonly string[], week: readonly LocalDay[]): { personId: string; day: LocalDay; shift: string | null; usual: boolean }[] {
  const lastWeek = new Map(entries.map((entry) => [`${entry.personId} ${addDays(entry.day, 7)}`, entry]))
  const usual = rosterOf({ patterns, entries: [], absences: [], opening })
  return people.flatMap((personId) => week.map((day) => {
    const before = lastWeek.get(`${personId} ${day}`)
    const now = usual.on(personId, day)
    return { personId, day, shift: before?.shift ?? null, usual: before === undefined || (before.shift === now.shift && (before.shift === null) === now.off) }
  }))
}

/** Whether somebody does this person's work that day: he himself, or the deputy who is there for him. */
function isCovered(roster: Roster, personId: string, day: LocalDay): boolean {
  const planned = roster.on(personId, day)
  return isAtWork(planned) || (planned.deputyId !== null && isAtWork(roster.on(planned.deputyId, day)))
}

/** Positions that somebody holds and nobody at work covers that day, himself or by a deputy. */
export function uncovered(roster: Roster, held: ReadonlyMap<string, readonly { readonly id: string }[]>, day: LocalDay): string[] {
  return [...held].filter(([, people]) => !people.some(({ id }) => isCovered(roster, id, day))).map(([position]) => position)
}
