import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import * as ledger from '../data/ledger.ts'
import { placeOfKind, transitPlace } from '../data/places.ts'

export type TransitEnd = {
  readonly lineId: string; readonly partId: string; readonly lotId: string; /** The move that sent it away. */ readonly moveId: string; readonly thousandths: number; readonly costFen: number; /** The bin it left. */ readonly fromPlace: string
}

export type EndTransit = { readonly transferId: string; readonly kind: 'back' | 'lost' | 'damaged'; readonly reason: string; readonly ends: readonly TransitEnd[] }

/** What another store did not get comes back, damaged goods into quarantine, or is written off from the road. The costs are the sender's: he knows what arrived of each lot. */
export async function endTransit(deed: Deed, { transferId, kind, reason, ends }: EndTransit): Promise<{ document: string; moves: string[] }> {
  const { tx, by, now } = deed
  await ledger.lockKnownParts(tx, by.storeId, [...new Set(ends.map(({ partId }) => partId))])
  const transit = await transitPlace(tx, by.storeId, deed.newId())
  const aside = kind === 'back' ? null : await placeOfKind(tx, by.storeId, kind === 'damaged' ? 'quarantine' : 'scrap')
  const document = await nextNumber(deed, kind === 'lost' ? 'TW' : 'TB')
  const moves = ends.map((end) => ({
    id: deed.newId(), partId: end.partId, lotId: end.lotId, fromPlace: transit.id, toPlace: aside?.id ?? end.fromPlace, thousandths: end.thousandths, costFen: end.costFen, orderId: transferId, lineId: end.lineId, takesBack: end.moveId,
  }))
  await ledger.postMoves(tx, { storeId: by.storeId, at: now, personId: by.personId, document, reason }, moves)
  deed.record({ subject: 'stock-transit', subjectId: transferId, after: { document, kind, ends }, reason })
  deed.announce({ event: kind === 'lost' ? 'stock.scrapped' : 'stock.returned', subjectId: transferId })
  return { document, moves: moves.map(({ id }) => id) }
}
