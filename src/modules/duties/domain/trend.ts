import { addDays, type LocalDay } from '../../../kernel/time.ts'
import { areaOf } from './areas.ts'
import { weekOf } from './week.ts'

/** How one point of a checklist fared in one week. */
export type PointWeek = { readonly checklist: string; /** Who signed. */ readonly position: string; readonly point: string; readonly zh: string; readonly en: string; readonly week: LocalDay; readonly passed: number; readonly failed: number }

export type Counted = { readonly passed: number; readonly failed: number }
export type PointTrend = Counted & { readonly checklist: string; readonly point: string; readonly zh: string; readonly en: string; /** For each week asked for, the oldest first. */ readonly weeks: readonly Counted[] }
export type GroupTrend = Counted & { readonly code: string; readonly weeks: readonly Counted[]; readonly points: readonly PointTrend[] }

export const trendGroups = ['area', 'checklist'] as const
export type TrendGroup = (typeof trendGroups)[number]

export const trendSpans = [4, 8, 13, 26] as const

/** So many weeks, Monday to Sunday, this one the last. */
export function weeksUntil(today: LocalDay, count: number): LocalDay[] {
  const { from } = weekOf(today)
  return Array.from({ length: count }, (_, index) => addDays(from, -7 * (count - 1 - index)))
}

/** In whole percent, rounded down: beside a failure no hundred stands. */
export const passedPercent = ({ passed, failed }: Counted): number => Math.floor((100 * passed) / (passed + failed))

const sum = (rows: readonly Counted[]): Counted => ({ passed: rows.reduce((all, { passed }) => all + passed, 0), failed: rows.reduce((all, { failed }) => all + failed, 0) })
const byWeek = (rows: readonly PointWeek[], weeks: readonly LocalDay[]): Counted[] => weeks.map((week) => sum(rows.filter((row) => row.week === week)))

/** One line for each point of a list, the worst first: most failures, then the lowest share of passes. */
export function trendOf(rows: readonly PointWeek[], weeks: readonly LocalDay[]): PointTrend[] {
  const lines = [...Map.groupBy(rows, ({ checklist, point }) => `${checklist} ${point}`).values()].flatMap((those): PointTrend[] => {
    const [first] = those
    if (first === undefined) return []
    const { checklist, point, zh, en } = those.reduce((a, b) => (b.week >= a.week ? b : a), first) // a point that was renamed shows its last name
    return [{ checklist, point, zh, en, ...sum(those), weeks: byWeek(those, weeks) }]
  })
  return lines.toSorted((a, b) => b.failed - a.failed || a.passed - b.passed || (a.point < b.point ? -1 : 1))
}

/** By part of the house, or by list: each as a whole and with its points; the one with most failures first. */
export function groupsOf(rows: readonly PointWeek[], weeks: readonly LocalDay[], by: TrendGroup): GroupTrend[] {
  const groups = [...Map.groupBy(rows, (row): string => (by === 'area' ? areaOf(row) : row.checklist))]
  return groups.map(([code, those]) => ({ code, ...sum(those), weeks: byWeek(those, weeks), points: trendOf(those, weeks) })).toSorted((a, b) => b.failed - a.failed || (a.code < b.code ? -1 : 1))
}
