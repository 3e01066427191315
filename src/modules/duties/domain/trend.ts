import { addDays, type LocalDay } from '../../../kernel/time.ts'
import { weekOf } from './week.ts'

/** How one point of a checklist fared in one week. */
export type PointWeek = { readonly checklist: string; readonly point: string; readonly zh: string; readonly en: string; readonly week: LocalDay; readonly passed: number; readonly failed: number }

export type PointTrend = { readonly point: string; readonly zh: string; readonly en: string; readonly passed: number; readonly failed: number; /** For each week asked for, the oldest first. */ readonly weeks: readonly { readonly passed: number; readonly failed: number }[] }

export const trendSpans = [4, 8, 13, 26] as const

/** So many weeks, Monday to Sunday, this one the last. */
export function weeksUntil(today: LocalDay, count: number): LocalDay[] {
  const { from } = weekOf(today)
  return Array.from({ length: count }, (_, index) => addDays(from, -7 * (count - 1 - index)))
}

/** One line for each point, the worst first: most failures, then the lowest share of passes. */
export function trendOf(rows: readonly PointWeek[], weeks: readonly LocalDay[]): PointTrend[] {
  const lines = [...Map.groupBy(rows, ({ point }) => point)].map(([point, those]): PointTrend => {
    const newest = those.reduce((a, b) => (b.week >= a.week ? b : a)) // a point that was renamed shows its last name
    const sum = (counted: readonly PointWeek[]) => ({ passed: counted.reduce((all, { passed }) => all + passed, 0), failed: counted.reduce((all, { failed }) => all + failed, 0) })
    return { point, zh: newest.zh, en: newest.en, ...sum(those), weeks: weeks.map((week) => sum(those.filter((row) => row.week === week))) }
  })
  return lines.toSorted((a, b) => b.failed - a.failed || a.passed - b.passed || (a.point < b.point ? -1 : 1))
}
