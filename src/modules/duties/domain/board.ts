import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

/** What the board of the house groups by; a person once for each position he did duties for, a team by who was in it on the day a duty was due. */
export const boardGroupings = ['position', 'team', 'person', 'duty', 'week'] as const
export type BoardGrouping = (typeof boardGroupings)[number]

/** How duties ended that were due in a period. */
export type Ended = { readonly done: number; readonly late: number; readonly missed: number; readonly excused: number; readonly byData: number }

/** With what is open and past its deadline at this moment; it is in no rate, for it may still be done. */
export type OnBoard = Ended & { readonly overdue: number }

const mostDays = 400

/** Null means the board of these days, both included, can be asked for. */
export function whyNotBoard({ from, to }: { readonly from: LocalDay; readonly to: LocalDay }): Refusal | null {
  if (from > to) return new Refusal('duties.period-backwards')
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 >= mostDays ? new Refusal('duties.period-too-long', { days: mostDays }) : null
}

/** All lines together: the store's own line. */
export function totalOf(rows: readonly OnBoard[]): OnBoard & { readonly rate: number | null } {
  const sum = (count: keyof OnBoard): number => rows.reduce((all, row) => all + row[count], 0)
  const total = { done: sum('done'), late: sum('late'), missed: sum('missed'), excused: sum('excused'), byData: sum('byData'), overdue: sum('overdue') }
  return { ...total, rate: rateOf(total) }
}

/** In time of what had to be done, in hundredths of a percent; an excused duty had not to be, and of nothing there is no share. */
export function rateOf({ done, late, missed }: Pick<Ended, 'done' | 'late' | 'missed'>): number | null {
  const due = done + late + missed
  return due === 0 ? null : Math.round((10_000 * done) / due)
}
