import type { Fen } from '../../../kernel/money.ts'
import type { LocalDay } from '../../../kernel/time.ts'

export const reviewedFigures = ['attainment', 'turnover', 'dead-stock'] as const
export type ReviewedFigure = (typeof reviewedFigures)[number]

/** What the trade wants (practice.md, 5.3), in hundredths of a percent. */
export const attainmentTarget = 9_000
/** Months that a page shows. */
export const shownMonths = 13

/** Lines served at once from stock ÷ lines asked, in hundredths of a percent; of nothing there is none. */
export const attainmentOf = (lines: number, short: number): number | null => (lines === 0 ? null : Math.round(((lines - short) * 10_000) / lines))

export type MonthSum = { readonly month: LocalDay; readonly costFen: Fen; readonly valueFen: Fen }
export type Turnover = MonthSum & { /** Hundredths. */ readonly turnover: number | null; readonly monthsOfSupply: number | null; /** Months that it is made of. */ readonly months: number }

export const yearMonths = 12

/**
 * Turnover: cost of what was handed out in the twelve months up to this one ÷ average value at their ends, fewer months scaled to a year. Months of supply: value at the end of the month ÷ what a month hands out on average.
 * 896 a year and 280 in stock turn 3.20 times and last 3.75 months. A denominator of nought says nothing.
 */
export function turnoverOf(sums: readonly MonthSum[]): Turnover[] {
  return sums.map((sum, at) => {
    const year = sums.slice(Math.max(0, at + 1 - yearMonths), at + 1)
    const cost = year.reduce((total, { costFen }) => total + costFen, 0)
    const value = year.reduce((total, { valueFen }) => total + valueFen, 0)
    const months = year.length
    return {
      ...sum, months, turnover: value === 0 ? null : Math.round((cost * yearMonths * 100) / value),
      monthsOfSupply: cost <= 0 ? null : Math.round((sum.valueFen * months * 100) / cost),
    }
  })
}

/** Days since the lot was received: up to 90, 180, 360, 720, and beyond. */
export const ageBounds = [90, 180, 360, 720] as const
export const ages = ['0', '1', '2', '3', '4'] as const
export type Age = (typeof ages)[number]
/** From the day after the one bound to the other; null where there is none. */
export function daysOfAge(age: Age): { readonly from: number; readonly until: number | null } {
  const at = ages.indexOf(age)
  return { from: at === 0 ? 0 : (ageBounds[at - 1] ?? 0) + 1, until: ageBounds[at] ?? null }
}

export const variationClasses = ['X', 'Y', 'Z'] as const
export type VariationClass = (typeof variationClasses)[number]
/** Standard deviation ÷ average of the months' quantities, months without any included, in hundredths: up to 50 is X (steady), up to 100 Y, beyond Z. */
export const variationBounds = { x: 50, y: 100 } as const
