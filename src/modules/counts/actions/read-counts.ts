import { may } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import { addDays, localDay, spanOfMonth, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { findParts } from '../../catalogue/public.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import type { CountRow, LineRow, listCounts as listRoute, listLines as linesRoute, seeAccuracy as accuracyRoute, seeCount as seeRoute } from '../contract.ts'
import * as data from '../data/counts.ts'
import * as lines from '../data/lines.ts'
import { accuracyByMonth } from '../data/rolling.ts'
import { accuracyOf } from '../domain/differences.ts'
import { isBlind } from '../domain/life.ts'
import { settingsOf } from './settings.ts'

const seesCost = ({ by }: Reading): boolean => may(by, stockPermissions.seeCost.permission)

function rowOf(reading: Reading, count: data.CountData, { listed, counted }: { listed: number; counted: number }): CountRow {
  const { id, number, kind, status, day, plannedByName, version } = count
  const known = count.enteredAt !== null && !isBlind(status)
  const cost = known && seesCost(reading)
  return {
    id, number, kind, status, day, plannedByName, version, lines: listed, counted, right: known ? count.linesRight : null, accuracy: known ? accuracyOf(count.linesRight, count.lines) : null,
    netFen: cost ? count.netFen : null, absoluteFen: cost ? count.absoluteFen : null,
  }
}

export async function listCounts(reading: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const { tx, by } = reading
  const found = await data.listCounts(tx, by.storeId, { group: query.group, kind: query.kind ?? null, find: query.find, entered: query.month === undefined ? null : spanOfMonth(query.month, by.timeZone), after: query.after ?? null, limit: query.limit + 1 })
  const rows = found.slice(0, query.limit).map((count) => rowOf(reading, count, count))
  return { rows, next: found.length > query.limit ? rows.at(-1)?.id ?? null : null }
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export async function seeCount(reading: Reading, countId: string): Promise<AnswerOf<typeof seeRoute>> {
  const { tx, by } = reading
  const count = found(await data.findCount(tx, by.storeId, countId), 'count')
  const sums = await lines.sumsOf(tx, by.storeId, countId)
  const counters = await data.countersOf(tx, by.storeId, countId)
  const blind = isBlind(count.status)
  return {
    ...rowOf(reading, count, { listed: sums.lines, counted: sums.lines - sums.uncounted }), briefing: count.briefing, plannedAt: count.plannedAt.toISOString(), plannedBy: count.plannedBy, agreedAt: iso(count.agreedAt), agreedByName: count.agreedByName,
    preparedAt: iso(count.preparedAt), preparedByName: count.preparedByName, startedAt: iso(count.startedAt), enteredAt: iso(count.enteredAt), askedAt: iso(count.askedAt), approvedAt: iso(count.approvedAt),
    approvedByName: count.approvedByName, adjustedAt: iso(count.adjustedAt), adjustedByName: count.adjustedByName, document: count.document, adjustedFen: seesCost(reading) ? count.adjustedFen : null,
    endedAt: iso(count.endedAt), endedByName: count.endedByName, endReason: count.endReason, toRecount: sums.toRecount, different: blind ? null : sums.different, unexplained: blind ? null : sums.unexplained,
    counters: counters.map((counter) => ({ ...counter, readAt: iso(counter.readAt) })), mineRead: counters.some(({ personId, readAt }) => personId === by.personId && readAt !== null),
  }
}

/** Where the page before ended: bin, part number and id, as one text. */
const markOf = ({ bin, partNumber, id }: lines.LinePlace): string => [bin, partNumber, id].join('\n')
function placeOf(mark: string | undefined): lines.LinePlace | null {
  const [bin, partNumber, id] = mark?.split('\n') ?? []
  return bin === undefined || partNumber === undefined || id === undefined || !/^[0-9a-f-]{36}$/.test(id) ? null : { bin, partNumber, id }
}

export async function listLines(reading: Reading, { params, query }: InputOf<typeof linesRoute>): Promise<AnswerOf<typeof linesRoute>> {
  const { tx, by } = reading
  const count = found(await data.findCount(tx, by.storeId, params.countId), 'count')
  // Which shelves differ is told to nobody before the counting is complete.
  const group = isBlind(count.status) && query.group === 'different' ? 'recount' : query.group
  const listed = await lines.listLines(tx, by.storeId, count.id, { group, after: placeOf(query.after), limit: query.limit + 1 })
  const page = listed.slice(0, query.limit)
  const last = page.at(-1)
  return { rows: await shown(reading, count, page), next: listed.length > query.limit && last !== undefined ? markOf(last) : null }
}

/** Quantities and values only once the count is no longer blind; value for who may see cost. */
export async function shown(reading: Reading, count: data.CountData, page: readonly lines.LineData[]): Promise<LineRow[]> {
  const { tx, by } = reading
  const parts = new Map((await findParts(tx, page.map(({ partId }) => partId))).map((part) => [part.id, part]))
  const entries = await lines.entriesOf(tx, by.storeId, page.map(({ id }) => id))
  const open = !isBlind(count.status) && count.status !== 'cancelled'
  const cost = open && seesCost(reading)
  return page.map((line) => {
    const { number, nameZh, nameEn, unit } = found(parts.get(line.partId), 'part')
    const known = open && line.entries > 0
    return {
      id: line.id, partId: line.partId, number, nameZh, nameEn, unit, bin: line.bin, found: line.found, entries: line.entries, recount: line.recount, why: line.why, book: open ? line.book : null,
      moved: known ? (line.expected ?? 0) - line.book : null, counted: known ? line.counted : null, difference: known ? line.difference : null, valueFen: cost && line.entries > 0 ? line.valueFen : null,
      adjustedFen: cost ? line.adjustedFen : null, reason: line.reason, words: line.words, explainedByName: line.explainedByName,
      said: entries.filter(({ lineId }) => lineId === line.id).map((entry) => ({ name: entry.personName, at: entry.at.toISOString(), counted: open ? entry.counted : null, difference: open ? entry.counted - entry.expected : null })),
    }
  })
}

const monthsBack = 400

export async function seeAccuracy(reading: Reading): Promise<AnswerOf<typeof accuracyRoute>> {
  const { tx, by, now } = reading
  const { accuracyTarget } = await settingsOf(tx, by.storeId)
  const rows = await accuracyByMonth(tx, by.storeId, startOfDay(addDays(localDay(now, by.timeZone), -monthsBack), by.timeZone), by.timeZone)
  const cost = seesCost(reading)
  return { target: accuracyTarget, rows: rows.map((row) => ({ ...row, accuracy: accuracyOf(row.right, row.lines), netFen: cost ? row.netFen : null, absoluteFen: cost ? row.absoluteFen : null })) }
}
