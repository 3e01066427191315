import { Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { countOf, refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import type { seeCalendar as seeRoute } from '../contract.ts'
import * as data from '../data/calendar.ts'
import { monthOf, whyNotAnnounce, whyNotDays, type OrderDay } from '../domain/calendar.ts'
import { kindsOf } from './suppliers.ts'

/** No month has more days. */
const endOf = (month: string): string => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
const daysOf = ({ tx, by }: Pick<Reading, 'tx' | 'by'>, month: string): Promise<OrderDay[]> => data.daysBetween(tx, by.storeId, `${month}-01`, endOf(month))

export async function seeCalendar(reading: Reading, month: string): Promise<AnswerOf<typeof seeRoute>> {
  const [known] = await data.findMonths(reading.tx, reading.by.storeId, [month])
  return {
    days: await daysOf(reading, month), loadedAt: known?.loadedAt.toISOString() ?? null, loadedByName: known?.loadedByName ?? null, announcedAt: known?.announcedAt?.toISOString() ?? null, announcedByName: known?.announcedByName ?? null, version: known?.version ?? 0,
  }
}

/** PPL-1.1: the days as they stand now; what was announced of the month counts no more. */
export async function setCalendar(deed: Deed, { month, version, days }: { readonly month: string; readonly version: number; readonly days: readonly OrderDay[] }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const [known] = await data.lockMonths(tx, by.storeId, [month])
  refuseStale(known?.version ?? 0, version)
  refuseIf(whyNotDays({ month, days, kinds: await kindsOf(deed) }))
  const before = await daysOf(deed, month)
  await data.deleteDays(tx, by.storeId, `${month}-01`, endOf(month))
  if (days.length > 0) await data.insertDays(tx, by.storeId, days)
  await data.loadMonths(tx, by.storeId, [month], now, by.name)
  deed.record({ subject: 'order-calendar', subjectId: by.storeId, before: { month, days: before }, after: { month, days } })
  deed.announce({ event: 'order-calendar.loaded', subjectId: by.storeId, facts: { month } })
  return { version: version + 1 }
}

/** PTS-1.1: by the 30th the desk knows next month's days. */
export async function announceCalendar(deed: Deed, { month, version }: { readonly month: string; readonly version: number }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const [known] = await data.lockMonths(tx, by.storeId, [month])
  refuseStale(known?.version ?? 0, version)
  const days = await daysOf(deed, month)
  refuseIf(whyNotAnnounce({ days: days.length, announced: known?.announcedAt !== null && known !== undefined }))
  await data.announceMonth(tx, by.storeId, month, now, by.name)
  deed.record({ subject: 'order-calendar', subjectId: by.storeId, after: { month, announced: days } })
  deed.announce({ event: 'order-calendar.announced', subjectId: by.storeId, facts: { month, version: version + 1, days: days.map(({ day, kind }) => `${day.slice(5)} ${kind}`).join(', ') } })
  return { version: version + 1 }
}

export type ImportedOrderDay = OrderDay & { readonly line: number }

export const judgeOrderDays = async (reading: Reading, rows: readonly ImportedOrderDay[]): Promise<ImportOutcome[]> => (await plan(reading, rows)).outcomes

/** The maker's calendar from its sheet; days that stand already stay as they are. */
export async function importOrderDays(deed: Deed, rows: readonly ImportedOrderDay[], importId: string): Promise<ImportOutcome[]> {
  const { tx, by, now } = deed
  const months = [...new Set(rows.map(({ day }) => monthOf(day)))]
  await data.lockMonths(tx, by.storeId, months)
  const { outcomes, added } = await plan(deed, rows)
  if (added.length > 0) {
    await data.insertDays(tx, by.storeId, added)
    await data.loadMonths(tx, by.storeId, [...new Set(added.map(({ day }) => monthOf(day)))], now, by.name)
  }
  deed.record({ subject: 'order-calendar', subjectId: importId, after: { months, added: countOf(outcomes, 'new') } })
  deed.announce({ event: 'order-calendar.loaded', subjectId: importId, facts: { months } })
  return outcomes
}

async function plan(reading: Reading, rows: readonly ImportedOrderDay[]): Promise<{ outcomes: ImportOutcome[]; added: OrderDay[] }> {
  if (rows.length === 0) return { outcomes: [], added: [] }
  const kinds = await kindsOf(reading)
  const sorted = rows.map(({ day }) => day).toSorted()
  const known = new Set((await data.daysBetween(reading.tx, reading.by.storeId, sorted[0] ?? '', sorted.at(-1) ?? '')).map(({ day, kind }) => `${day} ${kind}`))
  const added: OrderDay[] = []
  const outcomes = rows.map(({ line, day, kind }): ImportOutcome => {
    if (!kinds.some(({ code, calendarBound }) => code === kind && calendarBound)) return refusedLine(line, 'kind', new Refusal('parts-orders.kind-without-calendar', { kind }))
    if (known.has(`${day} ${kind}`)) return { line, result: 'unchanged' }
    added.push({ day, kind })
    return { line, result: 'new' }
  })
  return { outcomes, added }
}
