import { halfUp, toFen, type Fen } from '../../../kernel/money.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { refusedLine, type ImportOutcome } from '../../../platform/import-outcome.ts'
import { partsByNumber } from '../../catalogue/public.ts'
import * as data from '../data/import-opening.ts'
import { lockParts } from '../data/ledger.ts'
import { insertPlaces, outsidePlaces } from '../data/places.ts'
import { receiveParts, type ReceiptLine } from './receive-parts.ts'

/** Cost per unit in millionths of a yuan, net of VAT; the bin's code is normal already. */
export type ImportedOpening = { readonly line: number; readonly number: string; readonly bin: string; readonly thousandths: number; readonly unitCostMillionths: number; readonly receivedOn: string }

/** The whole lot, rounded once: thousandths × millionths of a yuan are 10⁻⁹ yuan, a fen is 10⁷ of them. */
export const openingCost = (thousandths: number, unitCostMillionths: number): Fen => toFen(halfUp(BigInt(thousandths) * BigInt(unitCostMillionths), 10_000_000n))

type Planned = Omit<ReceiptLine, 'placeId'> & { readonly bin: string }

export const judgeOpening = async (reading: Reading, rows: readonly ImportedOpening[]): Promise<ImportOutcome[]> => (await plan(reading, rows)).outcomes

/** Each line becomes a lot of its own day and cost. Bins that are new are added. A part's lot of one bin and day comes in once. */
export async function importOpening(deed: Deed, rows: readonly ImportedOpening[], importId: string): Promise<ImportOutcome[]> {
  const { tx, by } = deed
  const parts = await partsByNumber(tx, rows.map(({ number }) => number))
  await lockParts(tx, by.storeId, parts.map(({ id }) => id))
  const { outcomes, lines } = await plan(deed, rows)
  const places = await furnished(deed, lines.map(({ bin }) => bin))
  const receipt = lines.map(({ bin, ...line }) => ({ ...line, placeId: places.get(bin) ?? '' }))
  const done = receipt.length === 0 ? null : await receiveParts(deed, { from: 'opening', reference: '期初导入', lines: receipt })
  deed.record({ subject: 'opening-stock-import', subjectId: importId, after: { number: done?.number ?? null, added: lines.length } })
  return outcomes
}

/** The places that every store has, where it was founded without them, and the bins that are new. */
async function furnished({ tx, by, newId }: Deed, bins: readonly string[]): Promise<Map<string, string>> {
  const kinds = new Set(await data.kindsOfPlaces(tx, by.storeId))
  const outside = outsidePlaces.filter(([kind]) => !kinds.has(kind)).map(([kind, code]) => ({ id: newId(), kind, code }))
  const known = await data.placesByCode(tx, by.storeId, bins)
  const codes = new Set(known.map(({ code }) => code))
  const added = [...new Set(bins)].filter((code) => !codes.has(code)).map((code) => ({ id: newId(), kind: 'bin' as const, code }))
  if (outside.length + added.length > 0) await insertPlaces(tx, by.storeId, [...outside, ...added])
  return new Map([...known, ...added].map(({ code, id }) => [code, id]))
}

async function plan({ tx, by, now }: Reading, rows: readonly ImportedOpening[]): Promise<{ outcomes: ImportOutcome[]; lines: Planned[] }> {
  const today = localDay(now, by.timeZone)
  const parts = new Map((await partsByNumber(tx, rows.map(({ number }) => number))).map((part) => [part.number, part]))
  const places = new Map((await data.placesByCode(tx, by.storeId, rows.map(({ bin }) => bin))).map((place) => [place.code, place]))
  const lots = new Map((await data.openingLots(tx, by.storeId, [...parts.values()].map(({ id }) => id))).map((lot) => [`${lot.partId} ${lot.placeId} ${lot.receivedOn}`, lot]))
  const lines: Planned[] = []
  const outcomes = rows.map((row): ImportOutcome => {
    const part = parts.get(row.number)
    const place = places.get(row.bin)
    if (part === undefined) return refusedLine(row.line, 'number', new Refusal('catalogue.unknown-part', { number: row.number }))
    if (place !== undefined && !(place.kind === 'bin' && place.active)) return refusedLine(row.line, 'bin', new Refusal('stock.not-a-bin', { bin: row.bin }))
    if (row.receivedOn > today) return refusedLine(row.line, 'receivedOn', new Refusal('stock.received-in-future', { day: row.receivedOn }))
    const costFen = openingCost(row.thousandths, row.unitCostMillionths)
    const known = place === undefined ? undefined : lots.get(`${part.id} ${place.id} ${row.receivedOn}`)
    if (known === undefined) {
      lines.push({ partId: part.id, bin: row.bin, thousandths: row.thousandths, costFen, receivedOn: row.receivedOn })
      return { line: row.line, result: 'new' }
    }
    return known.thousandths === row.thousandths && known.costFen === costFen ? { line: row.line, result: 'unchanged' }
      : refusedLine(row.line, 'thousandths', new Refusal('stock.opening-known', { bin: row.bin, day: row.receivedOn, quantity: known.thousandths / 1000 }))
  })
  return { outcomes, lines }
}
