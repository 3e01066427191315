import { found, Refusal, refuse, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { findPartByBarcode, findParts, partsByNumber } from '../../catalogue/public.ts'
import { balancesIn, findPlaces, latestCosts, lockParts, partOfLot, placesByCode } from '../../stock/public.ts'
import type { listBins as binsRoute, readCode as codeRoute, seeBin as binRoute } from '../contract.ts'
import * as data from '../data/counts.ts'
import * as lines from '../data/lines.ts'
import { needsRecount, valueOf, whyNotEnter, whyNotFind, type Entry } from '../domain/counting.ts'
import { settingsOf } from './settings.ts'

const briefed = async ({ tx, by }: Reading, count: data.CountData): Promise<boolean> => count.kind === 'rolling' || data.hasRead(tx, by.storeId, count.id, by.personId)

/** What is asked before the lock, so that whoever hands out the same part waits no longer than he must. */
type Before = { readonly count: data.CountData; readonly isBriefed: boolean; readonly settings: Awaited<ReturnType<typeof settingsOf>> }
const before = async (deed: Deed, countId: string): Promise<Before> => {
  const count = found(await data.holdCount(deed.tx, deed.by.storeId, countId), 'count')
  return { count, isBriefed: await briefed(deed, count), settings: await settingsOf(deed.tx, deed.by.storeId) }
}

export async function listBins(reading: Reading, countId: string): Promise<AnswerOf<typeof binsRoute>> {
  const { tx, by } = reading
  const count = found(await data.findCount(tx, by.storeId, countId), 'count')
  const rows = await lines.binsOf(tx, by.storeId, countId)
  const sum = (of: (row: lines.BinData) => number): number => rows.reduce((all, row) => all + of(row), 0)
  const { number, kind, status, version, briefing } = count
  return { number, kind, status, version, briefing, mineRead: await briefed(reading, count), lines: sum((row) => row.lines), counted: sum((row) => row.counted), toRecount: sum((row) => row.toRecount), rows }
}

/** Without a quantity: the count is blind. */
export async function seeBin({ tx, by }: Reading, { countId, placeId }: { readonly countId: string; readonly placeId: string }): Promise<AnswerOf<typeof binRoute>> {
  found(await data.findCount(tx, by.storeId, countId), 'count')
  const place = found((await findPlaces(tx, by.storeId, [placeId]))[0], 'bin')
  const rows = await lines.linesInBin(tx, by.storeId, countId, placeId)
  const parts = new Map((await findParts(tx, rows.map(({ partId }) => partId))).map((part) => [part.id, part]))
  return {
    placeId, bin: place.code,
    rows: rows.map(({ id, partId, entries, recount, lastBy }) => {
      const { number, nameZh, nameEn, unit } = found(parts.get(partId), 'part')
      return { lineId: id, partId, number, nameZh, nameEn, unit, entries, recount, mine: lastBy === by.personId }
    }),
  }
}

const anId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A bin's code, a lot's label, a part number or a barcode. A label tells the bin too where the count looks for the part in one bin alone. */
export async function readCode({ tx, by }: Reading, { countId, code }: { readonly countId: string; readonly code: string }): Promise<AnswerOf<typeof codeRoute>> {
  const place = (await placesByCode(tx, by.storeId, [code.toUpperCase()]))[0]
  if (place?.kind === 'bin') return { placeId: place.id, bin: place.code, part: null }
  const lotId = code.toLowerCase()
  const partId = (anId.test(lotId) ? await partOfLot(tx, by.storeId, lotId) : null) ?? (await partsByNumber(tx, [code.toUpperCase(), code]))[0]?.id ?? await findPartByBarcode(tx, code)
  if (partId === null) return refuse(new Refusal('counts.code-unknown', { code }))
  const { id, number, nameZh, nameEn, unit } = found((await findParts(tx, [partId]))[0], 'part')
  const places = await lines.placesOfPart(tx, by.storeId, countId, partId)
  const only = places.length === 1 ? places[0] : undefined
  return { placeId: only?.placeId ?? null, bin: only?.bin ?? null, part: { partId: id, number, nameZh, nameEn, unit } }
}

export type EntryWish = { readonly countId: string; readonly placeId: string; readonly partId: string; readonly thousandths: number }

/**
 * Several count at once while parts are handed out: what the books say is read at this moment, under the lock of this one part, so that it is what they
 * said at the start and all moves since, and no move is taken twice or left out. The store goes on.
 */
export async function enterCount(deed: Deed, { countId, placeId, partId, thousandths }: EntryWish): Promise<{ lineId: string; recount: boolean }> {
  const { tx, by } = deed
  const known = await before(deed, countId)
  const { count } = known
  const part = found((await findParts(tx, [partId]))[0], 'part')
  await lockParts(tx, by.storeId, [partId])
  const line = (await lines.lockLines(tx, by.storeId, countId, placeId, [partId]))[0] ?? await foundLine(deed, count, { placeId, partId, partNumber: part.number, thousandths })
  const [entered] = await enterAll(deed, known, placeId, [{ line, counted: thousandths }])
  deed.record({ subject: 'count-line', subjectId: line.id, after: { number: count.number, bin: line.bin, part: line.partNumber, counted: thousandths } })
  deed.announce({ event: 'count.line-counted', subjectId: count.id })
  return { lineId: line.id, recount: entered?.recount ?? false }
}

/** A part that lies where the list has none. */
async function foundLine(deed: Deed, count: data.CountData, { placeId, partId, partNumber, thousandths }: { placeId: string; partId: string; partNumber: string; thousandths: number }): Promise<lines.LineData> {
  const { tx, by } = deed
  const place = found((await findPlaces(tx, by.storeId, [placeId]))[0], 'bin')
  refuseIf(place.kind === 'bin' ? null : new Refusal('stock.not-a-bin', { bin: place.code }))
  refuseIf(whyNotFind(count.status, thousandths, await lines.isInAnotherCount(tx, by.storeId, count.id, { partId, placeId })))
  await lines.insertFound(tx, by.storeId, { id: deed.newId(), countId: count.id, partId, partNumber, placeId, bin: place.code })
  return found((await lines.lockLines(tx, by.storeId, count.id, placeId, [partId]))[0], 'line')
}

/** Everything of a bin that the caller has not counted is not there. */
export async function enterEmpty(deed: Deed, { countId, placeId }: { readonly countId: string; readonly placeId: string }): Promise<{ lines: number }> {
  const { tx, by } = deed
  const known = await before(deed, countId)
  const { count } = known
  const listed = await lines.linesInBin(tx, by.storeId, countId, placeId)
  const partIds = listed.map(({ partId }) => partId)
  await lockParts(tx, by.storeId, partIds)
  const open = (await lines.lockLines(tx, by.storeId, countId, placeId, partIds)).filter((line) => (count.status === 'recounting' ? line.recount && line.lastBy !== by.personId : line.entries === 0))
  refuseIf(open.length === 0 ? new Refusal('counts.nothing-open-here') : null)
  await enterAll(deed, known, placeId, open.map((line) => ({ line, counted: 0 })))
  deed.record({ subject: 'count', subjectId: countId, after: { number: count.number, bin: open[0]?.bin, empty: open.length } })
  deed.announce({ event: 'count.line-counted', subjectId: countId })
  return { lines: open.length }
}

/** Parts and lines are locked by then. */
async function enterAll(deed: Deed, { count, isBriefed, settings }: Before, placeId: string, said: readonly { readonly line: lines.LineData; readonly counted: number }[]): Promise<lines.Entered[]> {
  const { tx, by, now } = deed
  for (const { line } of said) refuseIf(whyNotEnter({ status: count.status, by: by.personId, lastBy: line.lastBy, recount: line.recount, briefed: isBriefed }))
  const partIds = said.map(({ line }) => line.partId)
  const books = new Map((await balancesIn(tx, by.storeId, placeId, partIds)).map((row) => [row.partId, row.thousandths]))
  const latest = new Map((await latestCosts(tx, by.storeId, partIds)).map((row) => [row.partId, row]))
  const earlier = await lines.entriesOf(tx, by.storeId, said.map(({ line }) => line.id))
  const rows = said.map(({ line, counted }): lines.Entered => {
    const entry: Entry = { personId: by.personId, expected: books.get(line.partId) ?? 0, counted }
    const valueFen = valueOf(counted - entry.expected, latest.get(line.partId))
    return { id: deed.newId(), lineId: line.id, expected: entry.expected, counted, valueFen, recount: needsRecount([...earlier.filter(({ lineId }) => lineId === line.id), entry], valueFen, settings) }
  })
  await lines.enter(tx, by.storeId, { at: now, personId: by.personId, personName: by.name }, rows)
  return rows
}
