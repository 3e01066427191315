import type { Actor } from '../../../kernel/actor.ts'
import { found, Refusal, refuse, refuseIf } from '../../../kernel/refusal.ts'
import { localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import type { seeDaily as dailyRoute } from '../contract.ts'
import * as data from '../data/daily.ts'
import { dailyReport, whyNotIssue, type DailyReport } from '../domain/daily.ts'
import type { Sums } from '../domain/figures.ts'
import { firstOfMonth, sameDayOfLastMonth, type Period } from '../domain/period.ts'
import { countAll, scopeOf } from './read-figures.ts'

type Asking = { readonly tx: Tx; readonly by: Pick<Actor, 'storeId' | 'timeZone'>; readonly now: Date }
type SumsOf = (period: Period) => Promise<Sums> | Sums

/** The day as its records stand now. */
export async function composeDaily(asking: Asking, day: string, sumsOf: SumsOf = (period) => countAll(asking, period)): Promise<DailyReport> {
  const { tx, by: { storeId }, now } = asking
  const scope = scopeOf(asking, { from: day, to: day }, null)
  const before = sameDayOfLastMonth(day)
  return dailyReport({
    day, ofDay: await sumsOf({ from: day, to: day }), ofMonth: await sumsOf({ from: firstOfMonth(day), to: day }), ofLastMonth: await sumsOf({ from: firstOfMonth(before), to: before }),
    inShop: await data.inShopAt(tx, storeId, scope.until < now ? scope.until : now), askedParts: await data.askedPartsOf(tx, scope), output: await data.outputOf(tx, scope), receipts: await data.receiptsOf(tx, storeId, day),
  })
}

/** As it stands now, or as an edition was issued. */
export async function readDaily(reading: Reading, { day, edition }: { day: string; edition?: number | undefined }): Promise<AnswerOf<typeof dailyRoute>> {
  const { tx, by } = reading
  const editions = await data.editionsOf(tx, by.storeId, day)
  const report = edition === undefined ? await composeDaily(reading, day) : found(await data.findEdition(tx, by.storeId, day, edition), 'daily report').snapshot
  return { report, editions: editions.map((row) => ({ ...row, at: row.at.toISOString() })) }
}

/** INF-1.6: the day's report goes to the general manager, and stays as it was. */
export async function issueDaily(deed: Deed, { day, seenEdition, reason }: { day: string; seenEdition: number; reason: string }): Promise<{ edition: number }> {
  const { tx, by, now } = deed
  const [last] = await data.editionsOf(tx, by.storeId, day)
  const lastEdition = last?.edition ?? 0
  refuseIf(whyNotIssue({ day, today: localDay(now, by.timeZone), lastEdition, seenEdition, reason }))
  const [id, edition] = [deed.newId(), lastEdition + 1]
  const snapshot = await composeDaily(deed, day)
  const written = await data.insertEdition(tx, by.storeId, {
    id, day, edition, dayBegins: startOfDay(day, by.timeZone), at: now, personId: by.personId, personName: by.name, reason: lastEdition === 0 ? '' : reason, snapshot,
  })
  if (written === 0) return refuse(new Refusal('reports.issued-meanwhile', { edition }))
  deed.record({ subject: 'daily-report', subjectId: id, after: { day, edition, reason, report: snapshot } })
  deed.announce({ event: 'report.issued', subjectId: id, facts: { day, edition } })
  return { edition }
}
