import type { Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

export type DeadRule = { /** Without an issue to a job. */ readonly months: number; readonly minimumFen: Fen }

/** What a store has that said nothing else (practice.md, 5.3: seven months). */
export const presetRule: DeadRule = { months: 7, minimumFen: 5_000 }

/** The same day so many months ago; the last of the month where it has no such day. */
export function monthsBefore(day: LocalDay, months: number): LocalDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}

/** What was last issued on or before this day is dead; asked for longer ones, the later rule gives way. */
export const deadBefore = (today: LocalDay, rule: DeadRule, atLeastMonths: number | null): LocalDay => monthsBefore(today, Math.max(rule.months, atLeastMonths ?? 0))

export const whyNotExcept = (excepted: boolean): Refusal | null => (excepted ? new Refusal('stock-health.excepted-already') : null)
