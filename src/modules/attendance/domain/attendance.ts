import { Refusal } from '../../../kernel/refusal.ts'

/** From coming to going; null: still there. */
export type Spell = { readonly cameAt: Date; readonly leftAt: Date | null }

/** Whose work is clocked job by job: their attendance is the ground of the utilisation. */
export const isTechnician = (positions: readonly string[]): boolean => positions.some((position) => ['TEC', 'MTL', 'BTL'].includes(position))

/** Null means he may clock in: he is not there yet. */
export const whyNotComeIn = (open: { readonly since: string } | null): Refusal | null => (open === null ? null : new Refusal('attendance.in-already', { since: open.since }))

/** Null means he may clock out: he is there, and his clock runs on no job. */
export function whyNotGo({ isHere, runningOn }: { readonly isHere: boolean; /** The plate of the car. */ readonly runningOn: string | null }): Refusal | null {
  if (!isHere) return new Refusal('attendance.not-in')
  return runningOn === null ? null : new Refusal('attendance.job-clock-runs', { plate: runningOn })
}

/** What lies longer back stays: its day is summed up soon (reports). */
export const daysCorrectable = 31
const longestHours = 24
const hour = 3_600_000

export type CorrectFacts = {
  /** As it was recorded; null where the spell is missing. */ readonly before: Spell | null
  readonly came: Date
  readonly left: Date
  readonly now: Date
  readonly others: readonly Spell[]
  readonly byHimself: boolean
}

/** Null means a supervisor may put the times right: another's, over, and not twice at once. */
export function whyNotCorrect({ before, came, left, now, others, byHimself }: CorrectFacts): Refusal | null {
  if (byHimself) return new Refusal('attendance.own-times')
  if (before !== null && before.leftAt === null && before.cameAt.getTime() > now.getTime() - hour) return new Refusal('attendance.just-came')
  if (left <= came) return new Refusal('attendance.backwards')
  if (left > now) return new Refusal('attendance.in-future')
  if (left.getTime() - came.getTime() > longestHours * hour) return new Refusal('attendance.too-long', { hours: longestHours })
  if (now.getTime() - Math.min(came.getTime(), before?.cameAt.getTime() ?? Infinity) > daysCorrectable * 24 * hour) return new Refusal('attendance.too-old', { days: daysCorrectable })
  return others.some(({ cameAt, leftAt }) => cameAt < left && (leftAt === null || leftAt > came)) ? new Refusal('attendance.overlaps') : null
}

export const standings = ['here', 'left', 'missing', 'expected', 'away', 'off'] as const
export type Standing = (typeof standings)[number]

export type DayFacts = {
  readonly spells: readonly Spell[]
  /** When he should come; null where he is off or absent. */ readonly expectedAt: Date | null
  readonly absent: boolean
  readonly now: Date
}

/** How somebody stands on a day: what was clocked beats what was planned. */
export function standingOf({ spells, expectedAt, absent, now }: DayFacts): Standing {
  if (spells.some(({ leftAt }) => leftAt === null)) return 'here'
  if (spells.length > 0) return 'left'
  if (expectedAt === null) return absent ? 'away' : 'off'
  return expectedAt < now ? 'missing' : 'expected'
}

/** Whole minutes after the time he should have come. Who has not come yet is late until now; once his shift is over he was not late, he was missing. */
export function minutesLate({ spells, expected, now }: Pick<DayFacts, 'spells' | 'now'> & { readonly expected: { readonly from: Date; readonly until: Date } | null }): number {
  if (expected === null || (spells.length === 0 && now >= expected.until)) return 0
  const came = spells.reduce<Date | null>((first, { cameAt }) => (first === null || cameAt < first ? cameAt : first), null) ?? now
  return Math.max(0, Math.floor((came.getTime() - expected.from.getTime()) / 60_000))
}

/** Hundredths of a percent, rounded once; of nothing there is no share. */
export const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part * 10_000) / whole))

export const monthOf = (day: string): string => day.slice(0, 7)
export const firstDayOf = (month: string): string => `${month}-01`
/** The first day of the month after it. */
export function firstDayAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${String(year + 1)}-01-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}-01`
}
