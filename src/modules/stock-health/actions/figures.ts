import { may } from '../../../kernel/actor.ts'
import { found } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { findParts } from '../../catalogue/public.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import type * as routes from '../contract.ts'
import * as data from '../data/figures.ts'
import { attainmentIn, findSummed } from '../data/sums.ts'
import { monthsBefore } from '../domain/dead-stock.ts'
import { ages, attainmentOf, attainmentTarget, daysOfAge, shownMonths, turnoverOf, yearMonths } from '../domain/figures.ts'
import { monthOf, spanOf } from './sum-up.ts'

export const seesCost = ({ by }: Reading): boolean => may(by, stockPermissions.seeCost.permission)
const ifSeen = (reading: Reading, fen: number): number | null => (seesCost(reading) ? fen : null)

const runningMonthOf = ({ by, now }: Reading): string => monthOf(localDay(now, by.timeZone))
const shown = (month: string): string => month.slice(0, 7)

export async function seeAttainment(reading: Reading): Promise<AnswerOf<typeof routes.seeAttainment>> {
  const { tx, by } = reading
  const running = runningMonthOf(reading)
  const now = (await attainmentIn(tx, by.storeId, spanOf(running, by.timeZone))).map((row) => ({ ...row, month: running }))
  const past = (await data.attainmentSince(tx, by.storeId, monthsBefore(running, shownMonths))).filter(({ month }) => month < running)
  const rows = [...now, ...past].map((row) => ({ ...row, month: shown(row.month), attainment: attainmentOf(row.lines, row.short) }))
  const months = [...new Set(rows.map(({ month }) => month))].map((month) => {
    const own = rows.filter((row) => row.month === month)
    const [lines, short] = [own.reduce((sum, row) => sum + row.lines, 0), own.reduce((sum, row) => sum + row.short, 0)]
    return { month, lines, short, attainment: attainmentOf(lines, short) }
  })
  return { target: attainmentTarget, months, rows }
}

export async function listShort({ tx, by }: Reading, { query }: InputOf<typeof routes.listShort>): Promise<AnswerOf<typeof routes.listShort>> {
  const span = spanOf(`${query.month}-01`, by.timeZone)
  const rows = await data.shortIn(tx, by.storeId, { ...span, make: query.make ?? null, after: query.after ?? null, limit: query.limit + 1 })
  const page = rows.slice(0, query.limit).map((row) => ({ ...row, askedAt: row.askedAt.toISOString() }))
  return { rows: page, next: rows.length > query.limit ? page.at(-1)?.id ?? null : null }
}

/** A year before the first month that is shown is read along, because each month speaks of twelve. */
export async function seeTurnover(reading: Reading): Promise<AnswerOf<typeof routes.seeTurnover>> {
  const { tx, by } = reading
  const running = runningMonthOf(reading)
  const past = (await data.totalsSince(tx, by.storeId, monthsBefore(running, shownMonths + yearMonths))).filter(({ month }) => month < running)
  const now = await soFar(reading, spanOf(running, by.timeZone).from)
  // What has run of this month is no month yet: it stands there with its sums, and turns nothing.
  const rows = [...turnoverOf(past).slice(-shownMonths), { ...now, month: running, months: 0, turnover: null, monthsOfSupply: null }]
  return { rows: rows.toReversed().map((row) => ({ ...row, month: shown(row.month), costFen: ifSeen(reading, row.costFen), valueFen: ifSeen(reading, row.valueFen), running: row.month === running })) }
}

/** What was summed up today and what moved since: to the fen what the whole month and the whole stock would give. */
async function soFar({ tx, by, now }: Reading, from: Date): Promise<{ costFen: number; valueFen: number }> {
  const summed = await findSummed(tx, by.storeId)
  if (summed === null || summed.classedAt === null || summed.costSoFar === null || summed.valueSoFar === null || summed.classedOn !== localDay(now, by.timeZone)) return data.runningMonth(tx, by.storeId, from)
  const { costFen, valueFen } = await data.movedInValue(tx, by.storeId, { from: summed.classedAt > from ? summed.classedAt : from, since: summed.classedAt })
  return { costFen: summed.costSoFar + costFen, valueFen: summed.valueSoFar + valueFen }
}

/** What lies here now. */
export const valueHere = async (reading: Reading): Promise<number> => (await soFar(reading, spanOf(runningMonthOf(reading), reading.by.timeZone).from)).valueFen

export async function seeAges(reading: Reading): Promise<AnswerOf<typeof routes.seeAges>> {
  const { tx, by, now } = reading
  const sums = await data.agesOfLots(tx, by.storeId, { today: localDay(now, by.timeZone), keptAt: (await findSummed(tx, by.storeId))?.agedAt ?? null })
  return {
    rows: ages.map((age, at) => {
      const sum = sums.find((one) => one.at === at)
      return { age, ...daysOfAge(age), lots: sum?.lots ?? 0, valueFen: ifSeen(reading, sum?.valueFen ?? 0) }
    }),
  }
}

export async function seeClasses(reading: Reading): Promise<AnswerOf<typeof routes.seeClasses>> {
  const { tx, by } = reading
  const summed = await findSummed(tx, by.storeId)
  const rows = await data.classSums(tx, by.storeId, await movedIds(reading, summed?.classedAt ?? reading.now))
  return { classedOn: summed?.classedOn ?? null, rows: rows.map((row) => ({ ...row, valueFen: ifSeen(reading, row.valueFen), yearFen: ifSeen(reading, row.yearFen) })) }
}

const movedIds = async ({ tx, by }: Reading, since: Date): Promise<string[]> => (await data.movedSince(tx, by.storeId, since)).map(({ partId }) => partId)

/** Where the page before ended, as one text. */
export const textOf = ({ fen, partId }: data.Mark): string => `${String(fen)} ${partId}`
export function markOf(text: string | undefined): data.Mark | null {
  const [fen, partId] = text?.split(' ') ?? []
  return partId === undefined || !/^-?\d{1,15}$/.test(fen ?? '') || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(partId) ? null : { fen: Number(fen), partId }
}

/** Adds to rows about parts what the catalogue calls them. */
export async function withNames<Row extends { readonly partId: string }>({ tx }: Pick<Reading, 'tx'>, rows: readonly Row[]): Promise<(Row & { number: string; nameZh: string; nameEn: string; unit: string })[]> {
  const parts = new Map((await findParts(tx, rows.map(({ partId }) => partId))).map((part) => [part.id, part]))
  return rows.map((row) => {
    const { number, nameZh, nameEn, unit } = found(parts.get(row.partId), 'part')
    return { ...row, number, nameZh, nameEn, unit }
  })
}

async function pageOfParts(reading: Reading, rows: readonly data.HealthPart[], limit: number, fenOf: (row: data.HealthPart) => number): Promise<AnswerOf<typeof routes.listAged>> {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const named = await withNames(reading, page)
  return {
    rows: named.map((row) => ({ ...row, valueFen: ifSeen(reading, row.valueFen), yearFen: ifSeen(reading, row.yearFen) })),
    next: rows.length > limit && last !== undefined ? textOf({ fen: fenOf(last), partId: last.partId }) : null,
  }
}

export async function listAged(reading: Reading, { query }: InputOf<typeof routes.listAged>): Promise<AnswerOf<typeof routes.listAged>> {
  const { tx, by, now } = reading
  const today = localDay(now, by.timeZone)
  const { from, until } = daysOfAge(query.age)
  const rows = await data.partsOfAge(tx, by.storeId, { from: until === null ? null : addDays(today, -until), until: addDays(today, -from), after: markOf(query.after), limit: query.limit + 1 })
  const years = new Map((await data.yearOf(tx, by.storeId, rows.map(({ partId }) => partId))).map(({ partId, yearFen }) => [partId, yearFen]))
  return pageOfParts(reading, rows.map((row) => ({ ...row, yearFen: years.get(row.partId) ?? 0 })), query.limit, ({ valueFen }) => valueFen)
}

export async function listClassed(reading: Reading, { query }: InputOf<typeof routes.listClassed>): Promise<AnswerOf<typeof routes.listClassed>> {
  const { tx, by, now } = reading
  const { valueClass, variationClass } = query
  const moved = await movedIds(reading, (await findSummed(tx, by.storeId))?.classedAt ?? now)
  const rows = await data.partsOfClass(tx, by.storeId, { valueClass, variationClass, moved, after: markOf(query.after), limit: query.limit + 1 })
  return pageOfParts(reading, rows, query.limit, ({ yearFen }) => yearFen)
}
