import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { latestCosts } from '../data/costs.ts'
import * as ledger from '../data/ledger.ts'
import { movesOfDocument } from '../data/moves.ts'
import { placeOfKind } from '../data/places.ts'
import { costByLatest } from '../domain/lots.ts'
import { takeOldest } from './take-oldest.ts'

/** What a count found more (above zero) or less in a bin than the books had. */
export type Difference = { readonly key: string; readonly partId: string; readonly placeId: string; /** For sentences. */ readonly partNumber: string; readonly bin: string; readonly thousandths: number }

export type Adjusted = { readonly document: string; /** By the key of each difference: what it did to the value of the stock. */ readonly costFen: ReadonlyMap<string, number> }

/**
 * Brings the books to what was counted, all differences in one document, to and from the count's place: what is missing leaves the oldest lots of its bin
 * at their cost, what was found comes in as a lot of today at the latest cost. Refuses stock.bin-holds-less: the books moved on, the shelf is counted anew.
 */
export async function adjustStock(deed: Deed, { reason, differences }: { reason: string; differences: readonly Difference[] }): Promise<Adjusted> {
  const { tx, by, now } = deed
  const partIds = differences.map(({ partId }) => partId)
  await ledger.lockParts(tx, by.storeId, partIds)
  const lots = await ledger.lotsForIssue(tx, by.storeId, partIds)
  const latest = new Map((await latestCosts(tx, by.storeId, partIds)).map((row) => [row.partId, row]))
  const { id: countId } = await placeOfKind(tx, by.storeId, 'count')
  const document = await nextNumber(deed, 'CA')
  const found: ledger.NewLot[] = []
  const costFen = new Map<string, number>()
  const moves = differences.flatMap(({ key, partId, placeId, partNumber, bin, thousandths }): ledger.NewMove[] => {
    const common = { partId, orderId: null, lineId: null, takesBack: null }
    if (thousandths > 0) {
      const lot = { id: deed.newId(), partId, receivedOn: localDay(now, by.timeZone), thousandths, costFen: costByLatest(latest.get(partId), thousandths) }
      found.push(lot)
      costFen.set(key, lot.costFen)
      return [{ ...common, id: deed.newId(), lotId: lot.id, fromPlace: countId, toPlace: placeId, thousandths, costFen: lot.costFen }]
    }
    const own = lots.filter((lot) => lot.partId === partId)
    const here = own.filter((lot) => lot.placeId === placeId).reduce((sum, lot) => sum + lot.here, 0)
    refuseIf(here < -thousandths ? new Refusal('stock.bin-holds-less', { part: partNumber, bin, here: here / 1000, missing: -thousandths / 1000 }) : null)
    const taken = takeOldest(own, -thousandths, placeId)
    costFen.set(key, -taken.reduce((sum, take) => sum + take.costFen, 0))
    return taken.map((take) => ({ ...common, id: deed.newId(), lotId: take.lotId, fromPlace: placeId, toPlace: countId, thousandths: take.thousandths, costFen: take.costFen }))
  })
  if (found.length > 0) await ledger.insertLots(tx, by.storeId, document, found)
  await ledger.postMoves(tx, { storeId: by.storeId, at: now, personId: by.personId, document, reason }, moves)
  const id = deed.newId()
  deed.record({ subject: 'stock-adjustment', subjectId: id, after: { document, moves: moves.length }, reason })
  deed.announce({ event: 'stock.adjusted', subjectId: id, facts: { document } })
  return { document, costFen }
}

/** A wrong adjustment, scrapping or return to a supplier is taken back by counter moves, each once; refuses stock.lot-already-used where found goods were handed out since. */
export async function reverseAdjustment(deed: Deed, { document, at, partIds, reason, kind = 'CX' }: { document: string; at: Date; partIds: readonly string[]; reason: string; kind?: 'CX' | 'SX' | 'RX' }): Promise<{ document: string }> {
  const { tx, by, now } = deed
  await ledger.lockParts(tx, by.storeId, partIds)
  const made = await movesOfDocument(tx, by.storeId, document, at)
  refuseIf(made.some(({ takenBack }) => takenBack) ? new Refusal('stock.already-taken-back') : null)
  const lots = await ledger.lotsForIssue(tx, by.storeId, partIds)
  const { id: countId } = await placeOfKind(tx, by.storeId, 'count')
  const gone = made.some((move) => move.fromPlace === countId && !lots.some(({ lotId, placeId, here }) => lotId === move.lotId && placeId === move.toPlace && here === move.thousandths))
  refuseIf(gone ? new Refusal('stock.lot-already-used') : null)
  const counter = await nextNumber(deed, kind)
  await ledger.postMoves(tx, { storeId: by.storeId, at: now, personId: by.personId, document: counter, reason }, made.map((move) => ({
    id: deed.newId(), partId: move.partId, lotId: move.lotId, fromPlace: move.toPlace, toPlace: move.fromPlace, thousandths: move.thousandths, costFen: move.costFen, orderId: null, lineId: null, takesBack: move.id,
  })))
  const id = deed.newId()
  deed.record({ subject: 'stock-adjustment', subjectId: id, before: { document }, after: { document: counter }, reason })
  deed.announce({ event: 'stock.taken-back', subjectId: id })
  return { document: counter }
}
