import { found, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { endTransit, receiveParts, takeBackReceipt } from '../../stock/public.ts'
import * as data from '../data/transfers.ts'
import { takeOff, whyNotDecide, whyNotReceive, whyNotReverse, type GapDecision, type GapKind } from '../domain/transfer.ts'
import { done, lockSeen, sideOf, type Seen } from './ask.ts'

export type ArrivalLine = { readonly lineId: string; readonly arrived: number; readonly placeId: string | null; readonly missing: number; readonly kind: GapKind; readonly reason: string }

/** The second half: what arrives enters the asking store's books at the cost that left the other's, with the age it had there. What is missing stays on the road. */
export async function receiveTransfer(deed: Deed, { lines: arriving, ...seen }: Seen & { readonly lines: readonly ArrivalLine[] }): Promise<{ version: number; document: string }> {
  const { tx, by, now } = deed
  const { transfer, side } = await lockSeen(deed, seen)
  const lines = await data.linesOf(tx, transfer.id)
  const facts = arriving.map((line) => {
    const known = found(lines.find(({ id }) => id === line.lineId), 'line')
    return { ...line, partNumber: known.partNumber, open: data.openOf(known) }
  })
  refuseIf(whyNotReceive({ status: transfer.status, side, lines: facts }))
  const parcels = await data.parcelsOf(tx, transfer.id)
  const coming = facts.flatMap(({ lineId, arrived, placeId }) => takeOff(parcels.filter((parcel) => parcel.lineId === lineId), arrived).map((share) => {
    const { partId, receivedOn } = found(parcels.find(({ id }) => id === share.parcelId), 'parcel')
    return { ...share, partId, receivedOn, placeId: found(placeId, 'bin') }
  }))
  const received = coming.length === 0 ? { number: '', moves: [] } : await receiveParts(deed, { from: 'transit', reference: transfer.number, lines: coming })
  await data.insertOutcomes(tx, transfer, { at: now, byName: by.name, document: received.number },
    coming.map(({ parcelId, thousandths, costFen }, index) => ({ id: deed.newId(), parcelId, kind: 'arrived', thousandths, costFen, moveId: found(received.moves[index], 'move') })))
  const missing = facts.filter((line) => line.missing > 0)
  await data.insertGaps(tx, transfer, { at: now, byName: by.name }, missing.map(({ lineId, kind, missing: thousandths, reason }) => ({ id: deed.newId(), lineId, kind, thousandths, reason })))
  await closeIfOver(deed, transfer)
  return { ...await done(deed, transfer, 'arrived', { document: received.number, arrived: coming.length, missing: missing.map(({ partNumber, missing: thousandths, kind, reason }) => ({ part: partNumber, thousandths, kind, reason })) }), document: received.number }
}

/**
 * A wrong arrival is reversed while all of it lies where it was put: the goods leave the asking store's books for the road at the cost they came with. There they arrive anew as they really did,
 * or are not wanted, and the giving store takes them back. Refuses stock.lot-already-used.
 */
export async function reverseArrival(deed: Deed, { document, reason, ...seen }: Seen & { readonly document: string; readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { transfer, side } = await lockSeen(deed, seen)
  const arrived = (await data.outcomesOf(tx, transfer.id)).filter((outcome) => outcome.kind === 'arrived' && outcome.document === document && outcome.takesBack === null && !outcome.takenBack)
  refuseIf(whyNotReverse({ status: transfer.status, side, arrived: arrived.length > 0, reason }))
  for (const { id, parcelId, moveId, thousandths, costFen } of arrived.toSorted((a, b) => a.partId.localeCompare(b.partId))) {
    const counter = await takeBackReceipt(deed, { moveId, reason, of: ['transit'] })
    await data.insertOutcomes(tx, transfer, { at: now, byName: by.name, document: counter.document }, [{ id: deed.newId(), parcelId, kind: 'arrived', thousandths: -thousandths, costFen: -costFen, moveId: counter.moveId, takesBack: id, reason }])
  }
  if (transfer.status === 'closed') await data.markEnded(tx, { id: transfer.id, status: 'shipped', at: null, byName: null, reason: '' })
  else await data.touch(tx, transfer.id)
  return done(deed, transfer, 'arrival-reversed', { document, parcels: arrived.length }, reason)
}

/** Nothing of it is on the road any more: it is closed. */
async function closeIfOver({ tx, by, now }: Deed, { id }: data.TransferData): Promise<void> {
  const over = (await data.linesOf(tx, id)).every(({ shipped, arrived, lost, back }) => shipped === arrived + lost + back)
  if (over) await data.markEnded(tx, { id, status: 'closed', at: now, byName: by.name, reason: '' })
  else await data.touch(tx, id)
}

/** The store that sent it says what became of it: found, it may arrive; lost, it is written off from the road; back, it lies on its shelf again, damaged goods in quarantine. */
export async function decideGap(deed: Deed, { gapId, decision, words, ...seen }: Seen & { readonly gapId: string; readonly decision: GapDecision; readonly words: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { transfer } = await lockSeen(deed, seen)
  const gap = found((await data.gapsOf(tx, transfer.id)).find(({ id }) => id === gapId), 'gap')
  refuseIf(whyNotDecide({ side: sideOf(by.storeId, transfer), decided: gap.decision !== null, words }))
  if (decision !== 'found') await takeOffTheRoad(deed, transfer, gap, decision, words)
  await data.decideGap(tx, { id: gap.id, decision, words, at: now, byName: by.name })
  await closeIfOver(deed, transfer)
  return done(deed, transfer, 'decided', { decision, thousandths: gap.thousandths, kind: gap.kind }, words)
}

async function takeOffTheRoad(deed: Deed, transfer: data.TransferData, gap: data.GapData, decision: 'lost' | 'back', words: string): Promise<void> {
  const { tx, by, now } = deed
  const parcels = await data.parcelsOf(tx, transfer.id)
  const shares = takeOff(parcels.filter(({ lineId }) => lineId === gap.lineId), gap.thousandths)
  const ends = shares.map(({ parcelId, thousandths, costFen }) => {
    const { lineId, partId, lotId, moveId, fromPlace } = found(parcels.find(({ id }) => id === parcelId), 'parcel')
    return { lineId, partId, lotId, moveId, fromPlace, thousandths, costFen }
  })
  const kind = decision === 'lost' ? 'lost' : gap.kind === 'damaged' ? 'damaged' : 'back'
  const ended = await endTransit(deed, { transferId: transfer.id, kind, reason: words, ends })
  await data.insertOutcomes(tx, transfer, { at: now, byName: by.name, document: ended.document },
    shares.map((share, index) => ({ ...share, id: deed.newId(), kind: decision, moveId: found(ended.moves[index], 'move') })))
}
