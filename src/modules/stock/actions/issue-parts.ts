import { refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import * as ledger from '../data/ledger.ts'
import { placeOfKind, transitPlace } from '../data/places.ts'
import { reservationsOf, setReservations } from '../data/reservations.ts'
import { whyNotIssue, whyNotThisLot } from '../domain/lots.ts'
import type { UnscannedReason } from '../domain/unscanned.ts'
import { takeOldest } from './take-oldest.ts'

export type IssueLine = {
  readonly lineId: string
  readonly partId: string
  /** For sentences. */
  readonly partNumber: string
  readonly thousandths: number
  /** The lot whose label was scanned; null when the oldest is taken unseen. */
  readonly scannedLotId: string | null
  /** Why it was not scanned, where it was said. */
  readonly unscannedWhy?: UnscannedReason | null
}

export type IssueToJob = { readonly orderId: string; readonly numberKind: string; readonly lines: readonly IssueLine[]; /** Where the goods go: a job, a customer over the counter, or the road to another store. */ readonly to?: 'job' | 'customer' | 'transit' }

export type Issued = { readonly lineId: string; readonly lotId: string; readonly bin: string; readonly thousandths: number; readonly costFen: number }

/**
 * Hands parts out to a job: locks the parts in the order of their ids, takes the oldest lots, uses up the line's own
 * reservation. All lines or none. Refuses stock.not-enough, stock.reserved-elsewhere, stock.older-lot-first.
 */
export async function issueToJob(deed: Deed, { orderId, numberKind, lines, to = 'job' }: IssueToJob): Promise<{ number: string; issued: Issued[] }> {
  const { tx, by, now } = deed
  const storeId = by.storeId
  const partIds = [...new Set(lines.map(({ partId }) => partId))].toSorted()
  const [locked, reserved, lots, outside] = await Promise.all([
    ledger.lockKnownParts(tx, storeId, partIds), reservationsOf(tx, storeId, lines.map(({ lineId }) => lineId)), ledger.lotsForIssue(tx, storeId, partIds), to === 'transit' ? transitPlace(tx, storeId, deed.newId()) : placeOfKind(tx, storeId, to),
  ])
  const parts = new Map(locked.map((part) => [part.partId, part]))
  const own = new Map(reserved.map((row) => [row.lineId, row.thousandths]))
  const moves: ledger.NewMove[] = []
  const issued: Issued[] = []
  for (const line of lines) {
    const unscannedWhy = line.scannedLotId === null ? line.unscannedWhy ?? null : null
    const part = parts.get(line.partId) ?? { onHand: 0, reserved: 0 }
    const reservedHere = own.get(line.lineId) ?? 0
    refuseIf(whyNotIssue({ part: line.partNumber, asked: line.thousandths, onHand: part.onHand, reservedElsewhere: part.reserved - reservedHere }))
    const open = lots.filter(({ partId }) => partId === line.partId)
    if (line.scannedLotId !== null) refuseIf(whyNotThisLot(open, line.scannedLotId))
    for (const taken of takeOldest(open, line.thousandths)) {
      moves.push({
        id: deed.newId(), partId: line.partId, lotId: taken.lotId, fromPlace: taken.placeId, toPlace: outside.id, thousandths: taken.thousandths,
        costFen: taken.costFen, orderId, lineId: line.lineId, takesBack: null, scanned: line.scannedLotId !== null, unscannedWhy,
      })
      issued.push({ lineId: line.lineId, lotId: taken.lotId, bin: taken.bin, thousandths: taken.thousandths, costFen: taken.costFen })
    }
    parts.set(line.partId, { partId: line.partId, onHand: part.onHand - line.thousandths, reserved: part.reserved - Math.min(reservedHere, line.thousandths) })
  }
  const used = lines.filter(({ lineId }) => own.has(lineId))
    .map(({ lineId, partId, thousandths }) => ({ lineId, partId, thousandths: Math.max(0, (own.get(lineId) ?? 0) - thousandths) }))
  const [document] = await Promise.all([nextNumber(deed, numberKind), used.length === 0 ? null : setReservations(tx, storeId, orderId, now, used)]) // late: every other issue of the store waits for the number
  await ledger.postMoves(tx, { storeId, at: now, personId: by.personId, document, reason: '' }, moves)
  deed.record({ subject: 'stock-issue', subjectId: orderId, after: { document, issued } })
  deed.announce({ event: 'stock.issued', subjectId: orderId })
  return { number: document, issued }
}
