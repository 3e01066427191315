import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'

/** The days on which somebody is in a team; null: still. One that was ended before it began has no day. */
export type Period = { readonly id: string; readonly teamId: string; readonly teamName: string; readonly fromDay: LocalDay; readonly untilDay: LocalDay | null }

const furthest = 366

/** Null means something may be so from that day on: not in the past, since duties and figures of past days stay as they were. */
export function whyNotFrom(from: LocalDay, today: LocalDay): Refusal | null {
  if (from < today) return new Refusal('teams.in-the-past', { from, today })
  return from > addDays(today, furthest) ? new Refusal('teams.too-far-ahead', { days: furthest }) : null
}

const reaches = ({ fromDay, untilDay }: Period, from: LocalDay): boolean => untilDay === null || (untilDay >= from && untilDay >= fromDay)

export type JoinFacts = { readonly from: LocalDay; readonly today: LocalDay; /** From when the team is closed. */ readonly closedFrom: LocalDay | null; /** The person's, in whatever team. */ readonly periods: readonly Period[] }

/** Null means he may be in the team from that day on: nobody is in two teams on one day. */
export function whyNotJoin({ from, today, closedFrom, periods }: JoinFacts): Refusal | null {
  const day = whyNotFrom(from, today)
  if (day !== null) return day
  if (closedFrom !== null) return new Refusal('teams.closed', { from: closedFrom })
  const other = periods.find((period) => reaches(period, from))
  return other === undefined ? null : new Refusal('teams.in-a-team', { team: other.teamName, from: other.fromDay })
}

/** Null means the period may end before that day; it ends once. */
export function whyNotEnd(period: Period, from: LocalDay, today: LocalDay): Refusal | null {
  return whyNotFrom(from, today) ?? (period.untilDay === null ? null : new Refusal('teams.ended', { until: period.untilDay }))
}

/** The last day of a period that is to be over from a day on; one that had not begun keeps no day. */
export const lastDayOf = ({ fromDay }: Pick<Period, 'fromDay'>, from: LocalDay): LocalDay => addDays(from > fromDay ? from : fromDay, -1)

/** Null means he may go over to the other team on that day. */
export function whyNotMove(period: Period, toTeamId: string, { periods, ...facts }: JoinFacts): Refusal | null {
  if (period.teamId === toTeamId) return new Refusal('teams.same-team', { team: period.teamName })
  return whyNotEnd(period, facts.from, facts.today) ?? whyNotJoin({ ...facts, periods: periods.filter(({ id }) => id !== period.id) })
}
