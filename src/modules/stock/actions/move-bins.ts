import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import * as ledger from '../data/ledger.ts'
import { findPlaces } from '../data/places.ts'
import { freeToMove, whyNotMoveBin } from '../domain/bins.ts'

export type BinMoveWish = {
  readonly partId: string; /** For sentences. */ readonly partNumber: string; readonly lotId: string
  readonly fromPlace: string; readonly toPlace: string; readonly thousandths: number; readonly document: string; readonly reason: string
}

/** Part of a lot goes from one bin into another: the books keep its quantity and its cost, and know its new bin. */
export async function moveBetweenBins(deed: Deed, wish: BinMoveWish): Promise<void> {
  const { tx, by, now } = deed
  const [part] = await ledger.lockKnownParts(tx, by.storeId, [wish.partId])
  const [lots, places] = await Promise.all([ledger.lotsForIssue(tx, by.storeId, [wish.partId]), findPlaces(tx, by.storeId, [wish.fromPlace, wish.toPlace])])
  const from = found(places.find(({ id }) => id === wish.fromPlace), 'bin')
  const to = found(places.find(({ id }) => id === wish.toPlace), 'bin')
  const here = lots.filter(({ lotId, placeId }) => lotId === wish.lotId && placeId === from.id).reduce((sum, lot) => sum + lot.here, 0)
  refuseIf(whyNotMoveBin({ from, to, part: wish.partNumber, asked: wish.thousandths, here, free: freeToMove(lots, part?.reserved ?? 0, { lotId: wish.lotId, placeId: from.id }) }))
  await ledger.postMoves(tx, { storeId: by.storeId, at: now, personId: by.personId, document: wish.document, reason: wish.reason }, [{
    id: deed.newId(), partId: wish.partId, lotId: wish.lotId, fromPlace: from.id, toPlace: to.id, thousandths: wish.thousandths, costFen: 0, orderId: null, lineId: null, takesBack: null,
  }])
  deed.record({ subject: 'stock-lot', subjectId: wish.lotId, after: { from: from.code, to: to.code, thousandths: wish.thousandths, document: wish.document }, ...(wish.reason === '' ? {} : { reason: wish.reason }) })
  deed.announce({ event: 'stock.moved', subjectId: wish.partId })
}
