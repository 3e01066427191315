import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { findPartByBarcode } from '../../catalogue/public.ts'
import { freeToMove } from '../../stock/domain/bins.ts'
import { availabilityOf, lotsForIssue, partOfLot } from '../../stock/public.ts'
import type { BinRow, BinView, listMoves as movesRoute, listWaiting as waitingRoute, MoveRow, readCode as codeRoute, seeMap as mapRoute } from '../contract.ts'
import * as data from '../data/bins.ts'
import * as moves from '../data/moves.ts'
import { addressOf, adviseBins, brokenRule, daysOfIssues, presetRule, usualClasses, type StorageClass } from '../domain/storage.ts'

/** What the store's bins are judged by. */
export type Layout = { readonly zones: ReadonlyMap<string, data.ZoneData>; readonly rule: data.RuleData }

export async function layoutOf({ tx, by }: Pick<Reading, 'tx' | 'by'>): Promise<Layout> {
  const [zones, rule] = await Promise.all([data.listZones(tx, by.storeId), data.findRule(tx, by.storeId)])
  return { zones: new Map(zones.map((zone) => [zone.code, zone])), rule: rule ?? { ...presetRule, version: 0 } }
}

/** The storage rule that such a part breaks in this bin. */
export const brokenIn = ({ zones, rule }: Layout, code: string, storage: StorageClass) => {
  const { zone, level } = addressOf(code)
  return brokenRule({ storage, level, zone: zones.get(zone) ?? null, rule })
}

function rowOf(layout: Layout, place: data.PlaceData, fill: readonly data.FillData[]): BinRow {
  const sum = (rows: readonly data.FillData[]) => rows.reduce((total, { parts }) => total + parts, 0)
  return { ...place, ...addressOf(place.code), parts: sum(fill), misplaced: sum(fill.filter(({ storage }) => brokenIn(layout, place.code, storage) !== null)) }
}

async function allBins({ tx, by }: Reading, layout: Layout): Promise<BinRow[]> {
  const [places, fill] = await Promise.all([data.listBins(tx, by.storeId), data.fillOfBins(tx, by.storeId, usualClasses)])
  const byPlace = Map.groupBy(fill, ({ placeId }) => placeId)
  return places.map((place) => rowOf(layout, place, byPlace.get(place.placeId) ?? []))
}

/** Zones that a bin's code names and nobody has described yet stand there with nothing said. */
export async function seeMap(reading: Reading): Promise<AnswerOf<typeof mapRoute>> {
  const layout = await layoutOf(reading)
  const bins = await allBins(reading, layout)
  const codes = [...new Set([...bins.map(({ zone }) => zone), ...layout.zones.keys()])].toSorted()
  return { zones: codes.map((code) => layout.zones.get(code) ?? { code, name: '', holds: [], near: false, staging: false, fullAt: 8, version: 0 }), rule: layout.rule, bins }
}

const moveRow = ({ fromPlace: _, toPlace: __, ...move }: moves.BinMoveData): MoveRow => ({ ...move, at: move.at.toISOString() })

export async function seeBin(reading: Reading, placeId: string): Promise<BinView> {
  const { tx, by } = reading
  const place = found(await data.findBin(tx, by.storeId, placeId), 'bin')
  const layout = await layoutOf(reading)
  const [fill, here, latest] = await Promise.all([data.fillOfBins(tx, by.storeId, usualClasses, placeId), data.lotsInBin(tx, by.storeId, placeId), moves.movesOfBin(tx, by.storeId, placeId, 20)])
  const partIds = [...new Set(here.map(({ partId }) => partId))]
  const parts = new Map((await data.partsStored(tx, by.storeId, partIds, usualClasses)).map((part) => [part.partId, part]))
  const free = await freeOf(reading, partIds)
  return {
    bin: rowOf(layout, place, fill), moves: latest.map(moveRow),
    lots: here.map(({ partId, lotId, receivedOn, here: thousandths }) => {
      const part = found(parts.get(partId), 'part')
      return { ...part, lotId, receivedOn, here: thousandths, free: free(partId, lotId, placeId), broken: brokenIn(layout, place.code, part.storage) }
    }).toSorted((a, b) => (a.partNumber < b.partNumber ? -1 : 1)),
  }
}

/** How much of each lot may go: what waits for an order stays where its list says. */
async function freeOf({ tx, by }: Reading, partIds: readonly string[]): Promise<(partId: string, lotId: string, placeId: string) => number> {
  const [stock, all] = await Promise.all([availabilityOf(tx, by.storeId, partIds), lotsForIssue(tx, by.storeId, partIds)])
  const reserved = new Map(stock.map((part) => [part.partId, part.reserved]))
  const lots = Map.groupBy(all, ({ partId }) => partId)
  return (partId, lotId, placeId) => freeToMove(lots.get(partId) ?? [], reserved.get(partId) ?? 0, { lotId, placeId })
}

type Advice = { storage: StorageClass; fast: boolean; bins: { placeId: string; code: string; parts: number; own: boolean; near: boolean }[] }

/** Where a part is best put away, five bins at most. */
export async function adviseForPart(reading: Reading, partId: string): Promise<Advice> {
  const { tx, by, now } = reading
  const [part] = await data.partsStored(tx, by.storeId, [partId], usualClasses)
  const { storage } = found(part, 'part')
  const layout = await layoutOf(reading)
  const [bins, issues, lots] = await Promise.all([allBins(reading, layout), data.issuesSince(tx, by.storeId, [partId], new Date(now.getTime() - daysOfIssues * 86_400_000)), lotsForIssue(tx, by.storeId, [partId])])
  const own = new Set(lots.map(({ placeId }) => placeId))
  const fast = (issues[0]?.issues ?? 0) >= layout.rule.fastFrom
  const candidates = bins.map((bin) => ({ ...bin, zone: layout.zones.get(bin.zone) ?? null, own: own.has(bin.placeId) }))
  const best = adviseBins(candidates, { storage, fast, rule: layout.rule }, 5)
  return { storage, fast, bins: best.map(({ placeId, code, parts, own: here, zone }) => ({ placeId, code, parts, own: here, near: zone?.near ?? false })) }
}

const isId = (code: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(code)

/** A bin's code, a lot's label, a part's number or the barcode on its box. */
export async function readCode(reading: Reading, code: string): Promise<AnswerOf<typeof codeRoute>> {
  const { tx, by } = reading
  const place = await data.findBinByCode(tx, by.storeId, code.toUpperCase())
  if (place !== null) return { found: { kind: 'bin', ...rowOf(await layoutOf(reading), place, await data.fillOfBins(tx, by.storeId, usualClasses, place.placeId)) } }
  const lotId = isId(code) ? code.toLowerCase() : null
  const partId = lotId === null ? (await data.findPartByNumber(tx, code.toUpperCase()))?.id ?? await findPartByBarcode(tx, code) : await partOfLot(tx, by.storeId, lotId)
  if (partId === null) return { found: null }
  const [part] = await data.partsStored(tx, by.storeId, [partId], usualClasses)
  const { classVersion: _, ...facts } = found(part, 'part')
  const [free, lots, advice] = [await freeOf(reading, [partId]), await lotsForIssue(tx, by.storeId, [partId]), await adviseForPart(reading, partId)]
  return {
    found: {
      kind: 'part', ...facts, lotId, advice: advice.bins,
      lots: lots.filter((lot) => lotId === null || lot.lotId === lotId).map((lot) => ({ lotId: lot.lotId, placeId: lot.placeId, bin: lot.bin, receivedOn: lot.receivedOn, here: lot.here, free: free(partId, lot.lotId, lot.placeId) })),
    },
  }
}

export async function listMoves({ tx, by }: Reading, { after, limit }: { after?: string | undefined; limit: number }): Promise<AnswerOf<typeof movesRoute>> {
  const rows = await moves.listMoves(tx, by.storeId, after ?? null, limit + 1)
  return { rows: rows.slice(0, limit).map(moveRow), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

/** PTS-11.2: with how long it has been waiting. */
export async function listWaiting({ tx, by, now }: Reading): Promise<AnswerOf<typeof waitingRoute>> {
  const rows = await data.notPutAway(tx, by.storeId, now)
  return { rows: rows.map((row) => ({ ...row, since: row.since.toISOString(), minutes: Math.floor((now.getTime() - row.since.getTime()) / 60_000) })) }
}
