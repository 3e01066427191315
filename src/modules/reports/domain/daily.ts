import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'
import type { Payer } from '../../catalogue/domain/payers.ts'
import type { Way } from '../../settlement/domain/till.ts'
import { figureCodes, valueOf, type FigureCode, type Sums } from './figures.ts'

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
  readonly figures: DailyFigure[]
  readonly output: OutputRow[]
  readonly receipts: ReceiptRow[]
}

export type OutputRow = { readonly payer: Payer; readonly kind: 'labour' | 'part' | 'sublet'; readonly fen: number }
export type ReceiptRow = { readonly way: Way; readonly fen: number }

type DailyFacts = Pick<DailyReport, 'day' | 'inShop' | 'askedParts' | 'output' | 'receipts'> & { readonly ofDay: Sums; readonly ofMonth: Sums; readonly ofLastMonth: Sums }

export const dailyReport = ({ ofDay, ofMonth, ofLastMonth, ...facts }: DailyFacts): DailyReport => ({
  ...facts, complaints: ofDay.complaints ?? 0, booked: ofDay.booked ?? 0, came: ofDay.came ?? 0,
  figures: figureCodes.map((code) => ({ code, day: valueOf(code, ofDay), month: valueOf(code, ofMonth), lastMonth: valueOf(code, ofLastMonth) })),
})

export type IssueFacts = { readonly day: LocalDay; readonly today: LocalDay; readonly lastEdition: number; /** The edition that the screen showed. */ readonly seenEdition: number; readonly reason: string }

/** Null means the report may be issued. What was issued is never changed: another edition supersedes it and says why. */
export function whyNotIssue({ day, today, lastEdition, seenEdition, reason }: IssueFacts): Refusal | null {
  if (day > today) return new Refusal('reports.day-not-come')
  if (seenEdition !== lastEdition) return new Refusal('reports.issued-meanwhile', { edition: lastEdition })
  return lastEdition > 0 && reason.trim() === '' ? new Refusal('reports.reason-missing') : null
}
