import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import * as ledger from '../data/ledger.ts'
import { findMove } from '../data/moves.ts'
import { findPlaces, placeOfKind, transitPlace } from '../data/places.ts'
import { loseReservations } from './reserve-parts.ts'

export type ReceiptLine = {
  readonly partId: string
  readonly placeId: string
  readonly thousandths: number
  /** Of the whole line, net of VAT. */
  readonly costFen: number
  /** Local day; null means today. Opening balances keep the day the goods really came. */
  readonly receivedOn: string | null
}

export type ReceiptWish = { readonly from: 'supplier' | 'opening' | 'transit'; readonly reference: string; readonly lines: readonly ReceiptLine[] }

const receiptNumbers = { opening: 'OB', supplier: 'GR', transit: 'TI' } as const

/** Goods come in: each line becomes a lot in its bin, brought by a move. Refuses stock.not-a-bin, stock.received-in-future. */
export async function receiveParts(deed: Deed, { from, reference, lines }: ReceiptWish): Promise<{ number: string; lots: string[]; moves: string[] }> {
  const { tx, by, now } = deed
  const today = localDay(now, by.timeZone)
  const places = new Map((await findPlaces(tx, by.storeId, lines.map(({ placeId }) => placeId))).map((place) => [place.id, place]))
  for (const line of lines) {
    const place = found(places.get(line.placeId), 'bin')
    refuseIf(place.kind === 'bin' && place.active && place.blocked === '' ? null : new Refusal('stock.not-a-bin', { bin: place.code }))
    refuseIf(line.receivedOn !== null && line.receivedOn > today ? new Refusal('stock.received-in-future', { day: line.receivedOn }) : null)
  }
  const source = from === 'transit' ? await transitPlace(tx, by.storeId, deed.newId()) : await placeOfKind(tx, by.storeId, from)
  await ledger.lockParts(tx, by.storeId, lines.map(({ partId }) => partId))
  const lots = lines.map((line) => ({ ...line, id: deed.newId(), moveId: deed.newId(), receivedOn: line.receivedOn ?? today }))
  const number = await nextNumber(deed, receiptNumbers[from])
  await ledger.insertLots(tx, by.storeId, number, lots)
  await ledger.postMoves(tx, { storeId: by.storeId, at: now, personId: by.personId, document: number, reason: reference }, lots.map((lot) => ({
    id: lot.moveId, partId: lot.partId, lotId: lot.id, fromPlace: source.id, toPlace: lot.placeId, thousandths: lot.thousandths, costFen: lot.costFen,
    orderId: null, lineId: null, takesBack: null,
  })))
  const id = deed.newId()
  deed.record({ subject: 'stock-receipt', subjectId: id, after: { number, from, reference, lines: lines.length, costFen: sumOf(lines.map(({ costFen }) => costFen)) } })
  deed.announce({ event: 'stock.received', subjectId: id, facts: { document: number, partIds: [...new Set(lines.map(({ partId }) => partId))] } })
  return { number, lots: lots.map((lot) => lot.id), moves: lots.map(({ moveId }) => moveId) }
}

/** A wrong receipt is taken back by a counter-entry, once, while the whole lot still lies where it was put; what was reserved of it is reserved no more. What came from another store goes back onto the road with its transfer alone. */
export async function takeBackReceipt(deed: Deed, { moveId, reason, of = ['supplier', 'opening'] }: { moveId: string; reason: string; of?: readonly string[] }): Promise<{ moveId: string; document: string }> {
  const { tx, by, now } = deed
  const seen = found(await findMove(tx, by.storeId, moveId), 'move')
  await ledger.lockKnownParts(tx, by.storeId, [seen.partId])
  const move = found(await findMove(tx, by.storeId, moveId), 'move')
  refuseIf(of.includes(move.fromKind) ? null : new Refusal('stock.not-a-receipt'))
  refuseIf(move.takenBack > 0 ? new Refusal('stock.already-taken-back') : null)
  const lots = (await ledger.lotsForIssue(tx, by.storeId, [move.partId])).filter(({ lotId, placeId }) => lotId === move.lotId && placeId === move.toPlace)
  refuseIf(lots[0]?.here === move.thousandths ? null : new Refusal('stock.lot-already-used'))
  const [id, document] = [deed.newId(), await nextNumber(deed, 'GX')]
  await ledger.postMoves(tx, { storeId: by.storeId, at: now, personId: by.personId, document, reason }, [{
    id, partId: move.partId, lotId: move.lotId, fromPlace: move.toPlace, toPlace: move.fromPlace, thousandths: move.thousandths,
    costFen: move.costFen, orderId: null, lineId: null, takesBack: move.id,
  }])
  deed.record({ subject: 'stock-move', subjectId: move.id, before: move, reason })
  const lost = await loseReservations(deed, { partId: move.partId, cameAt: move.at })
  deed.announce({ event: 'stock.taken-back', subjectId: move.id, facts: { reason, lost, partId: move.partId, cameAt: move.at.toISOString() } })
  return { moveId: id, document }
}
