import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { FigureCode } from './figures.ts'

/** What of a figure stands in the daily report: the day, the month so far, and last month up to the same day. */
export type DailyFigure = { readonly code: FigureCode; readonly day: number | null; readonly month: number | null; readonly lastMonth: number | null }

/** The report of one day (INF-1.6), as it is shown and as it is kept when it is issued. */
export type DailyReport = {
  readonly day: LocalDay
  readonly inShop: number
  /** Parts asked of purchasing on the day. */ readonly askedParts: number
  readonly complaints: number
  readonly booked: number
  readonly came: number
  readonly figures: readonly DailyFigure[]
  readonly output: readonly { readonly payer: string; readonly kind: string; readonly fen: number }[]
  readonly receipts: readonly { readonly way: string; readonly fen: number }[]
}

export type IssueFacts = { readonly day: LocalDay; readonly today: LocalDay; readonly lastEdition: number; /** The edition that the screen showed. */ readonly seenEdition: number; readonly reason: string }

/** Null means the report may be issued. What was issued is never changed: another edition supersedes it and says why. */
export function whyNotIssue({ day, today, lastEdition, seenEdition, reason }: IssueFacts): Refusal | null {
  if (day > today) return new Refusal('reports.day-not-come')
  if (seenEdition !== lastEdition) return new Refusal('reports.issued-meanwhile', { edition: lastEdition })
  return lastEdition > 0 && reason.trim() === '' ? new Refusal('reports.reason-missing') : null
}
