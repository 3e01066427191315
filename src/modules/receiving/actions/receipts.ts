import { lineAmount } from '../../../kernel/money.ts'
import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { findParts } from '../../catalogue/public.ts'
import { isUnderWay } from '../../parts-orders/domain/order.ts'
import { bookReceived, findPartsOrder, lockForReceipt, unbookReceived, type OpenOrder } from '../../parts-orders/public.ts'
import { photosOfSubject, type PhotoSubject } from '../../photos/public.ts'
import { receiveParts, takeBackReceipt } from '../../stock/public.ts'
import * as faults from '../data/faults.ts'
import * as data from '../data/receipts.ts'
import { bookedOf, faultsOf, papers, whyNotCount, whyNotHandOver, whyNotPost, whyNotReverse } from '../domain/receipt.ts'
import { lockAgreedOn } from './statements-port.ts'

export type TakeOver = { readonly orderId: string; readonly deliveryNote: string; readonly waybill: string; readonly pieces: number; readonly opened: number; readonly waybillWords: string; /** Who drove to the carrier's; empty where it was brought (WHK-1.2). */ readonly driver?: string | undefined }

/** WHK-1.3: pieces counted in front of the carrier, fragile and yellow-labelled boxes opened on the spot, faults noted on the waybill. */
export async function beginReceipt(deed: Deed, wish: TakeOver): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const { order } = await findPartsOrder(deed, wish.orderId)
  refuseIf(isUnderWay(order) ? null : new Refusal('parts-orders.not-under-way'))
  refuseIf(wish.opened > wish.pieces ? new Refusal('receiving.opened-above-pieces') : null)
  const id = deed.newId()
  const number = await nextNumber(deed, 'PR')
  const inserted = await data.insertReceipt(tx, by.storeId, { ...wish, driver: wish.driver ?? '', id, number, orderNumber: order.number, supplierName: order.supplierName, begunAt: now, begunByName: by.name })
  refuseIf(inserted === 0 ? new Refusal('receiving.counted-already', { number: order.number }) : null)
  deed.record({ subject: 'receipt', subjectId: id, after: { number, ...wish } })
  deed.announce({ event: 'receipt.begun', subjectId: id, facts: { number, order: order.number } })
  return { id, number, version: 1 }
}

type Seen = { readonly receiptId: string; readonly version: number }

async function lockSeen({ tx, by }: Deed, { receiptId, version }: Seen): Promise<data.ReceiptData> {
  const receipt = found(await data.lockReceipt(tx, by.storeId, receiptId), 'receipt')
  refuseStale(receipt.version, version)
  return receipt
}

function done(deed: Deed, receipt: data.ReceiptData, event: string, after: unknown, reason?: string): { version: number } {
  deed.record({ subject: 'receipt', subjectId: receipt.id, before: { status: receipt.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `receipt.${event}`, subjectId: receipt.id, facts: { number: receipt.number } })
  return { version: receipt.version + 1 }
}

export type CountWish = Seen & { readonly lineId: string; readonly noted: number; readonly counted: number; readonly damaged: number; readonly wrong: number; readonly words: string; readonly placeId: string | null }

export async function countLine(deed: Deed, { lineId, receiptId, version, ...count }: CountWish): Promise<{ version: number }> {
  const { tx, by } = deed
  const receipt = await lockSeen(deed, { receiptId, version })
  refuseIf(whyNotCount({ status: receipt.status, ...count }))
  const { lines } = await findPartsOrder(deed, receipt.orderId)
  const { partId, partNumber } = found(lines.find(({ id }) => id === lineId), 'order line')
  await data.putCount(tx, by.storeId, receiptId, { ...count, lineId, partId, partNumber })
  await data.touchReceipt(tx, by.storeId, receiptId)
  return done(deed, receipt, 'counted', { part: partNumber, ...count })
}

type Counted = data.CountData & { readonly line: OpenOrder['lines'][number]; readonly open: number; readonly book: number }

/**
 * One deed: what is sound goes through stock's own receipt into its bin (jobs that wait for it wake as at any receipt), the order line hears of it,
 * and what is short, over, damaged or wrong becomes an arrival fault (PPL-2.4, PPL-6.1). Parts are locked by stock in their order.
 */
export async function postReceipt(deed: Deed, seen: Seen): Promise<{ version: number; stockNumber: string; faults: number }> {
  const { tx, by, now } = deed
  const receipt = await lockSeen(deed, seen)
  const { order, lines } = await lockForReceipt(deed, receipt.orderId)
  const counts = (await data.countsOf(tx, by.storeId, receipt.id)).map((count): Counted => {
    const line = found(lines.find(({ id }) => id === count.lineId), 'order line')
    return { ...count, line, open: line.openThousandths, book: bookedOf(count, line.openThousandths) }
  })
  refuseIf(whyNotPost({ ...receipt, photos: await photosOf(deed, receipt.id), lines: counts }))
  const sound = counts.filter(({ book }) => book > 0)
  await bookReceived(deed, order, sound.map(({ lineId, book }) => ({ lineId, thousandths: book })))
  const stockNumber = await bringIn(deed, receipt, sound)
  const found_ = await writeFaults(deed, receipt, counts)
  await data.markPosted(tx, by.storeId, { id: receipt.id, at: now, byName: by.name, stockNumber })
  return { ...done(deed, receipt, 'posted', { stockNumber, lines: sound.length, faults: found_ }), stockNumber, faults: found_ }
}

/** What the photos show that were not removed. */
const photosOf = async ({ tx, by }: Deed, receiptId: string): Promise<string[]> =>
  (await photosOfSubject(tx, by.storeId, 'receipt', receiptId)).filter(({ removedAt }) => removedAt === null).map(({ occasion }) => occasion)

/** Everything may be short or damaged: then nothing comes into stock, and there is no number. */
async function bringIn(deed: Deed, receipt: data.ReceiptData, sound: readonly Counted[]): Promise<string> {
  if (sound.length === 0) return ''
  const received = await receiveParts(deed, {
    from: 'supplier', reference: `${receipt.orderNumber} ${receipt.deliveryNote}`,
    lines: sound.map(({ partId, placeId, book, line }) => ({ partId, placeId: found(placeId, 'bin'), thousandths: book, costFen: lineAmount(line.unitCostFen, book), receivedOn: null })),
  })
  await data.bookCounts(deed.tx, deed.by.storeId, receipt.id, sound.map(({ lineId, book }, index) => ({ lineId, booked: book, moveId: found(received.moves[index], 'move') })))
  return received.number
}

async function writeFaults(deed: Deed, receipt: data.ReceiptData, counts: readonly Counted[]): Promise<number> {
  const { tx, by, now } = deed
  const faulty = counts.filter((count) => faultsOf(count, count.open).length > 0).map(({ line }) => line.partId)
  const accessories = new Set((await findParts(tx, faulty)).filter(({ category }) => category === 'accessory').map(({ id }) => id))
  let written = 0
  for (const count of counts) {
    for (const { kind, thousandths } of faultsOf(count, count.open)) {
      const { partId, partNumber, nameZh, nameEn, unit } = count.line
      const fault = {
        id: deed.newId(), number: await nextNumber(deed, 'AF'), kind, receiptId: receipt.id, receiptNumber: receipt.number, orderId: receipt.orderId, orderNumber: receipt.orderNumber, supplierName: receipt.supplierName, partId, partNumber, nameZh, nameEn,
        unit, thousandths, words: count.words, foundAt: now, foundByName: by.name,
      }
      await faults.insertFault(tx, by.storeId, fault)
      deed.record({ subject: 'arrival-fault', subjectId: fault.id, after: fault })
      deed.announce({ event: 'arrival-fault.found', subjectId: fault.id, facts: { number: fault.number, part: partNumber, accessory: accessories.has(partId) } })
      written += 1
    }
  }
  return written
}

export async function discardReceipt(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const receipt = await lockSeen(deed, seen)
  refuseIf(receipt.status === 'counting' ? null : new Refusal('receiving.not-counting'))
  await data.endReceipt(deed.tx, deed.by.storeId, { id: receipt.id, status: 'discarded', reason, at: deed.now, byName: deed.by.name })
  return done(deed, receipt, 'discarded', { status: 'discarded' }, reason)
}

/** As long as its lots lie untouched and no closed statement stands on it: they go back, the order lines are open again, and its faults are withdrawn. */
export async function reverseReceipt(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const receipt = await lockSeen(deed, seen)
  refuseIf(whyNotReverse({ ...receipt, agreedOn: await lockAgreedOn(tx, by.storeId, receipt.id) }))
  const { order } = await lockForReceipt(deed, receipt.orderId)
  const booked = (await data.countsOf(tx, by.storeId, receipt.id)).filter(({ moveId }) => moveId !== null).toSorted((a, b) => a.partId.localeCompare(b.partId))
  for (const { moveId } of booked) await takeBackReceipt(deed, { moveId: found(moveId, 'move'), reason })
  await unbookReceived(deed, order, booked.map(({ lineId, booked: thousandths }) => ({ lineId, thousandths })))
  await faults.withdrawFaults(tx, by.storeId, receipt.id, reason, now, by.name)
  await data.endReceipt(tx, by.storeId, { id: receipt.id, status: 'reversed', reason, at: now, byName: by.name })
  return done(deed, receipt, 'reversed', { status: 'reversed', lines: booked.length }, reason)
}

/** PTS-5.2, WHK-2.3: whoever hands them over says so; the photos show the signatures. */
export async function handOverPapers(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const receipt = await lockSeen(deed, seen)
  refuseIf(receipt.papersAt === null ? null : new Refusal('receiving.papers-handed-over'))
  const there = await photosOf(deed, receipt.id)
  refuseIf(whyNotHandOver({ status: receipt.status, there }))
  await data.markHandedOver(tx, by.storeId, receipt.id, now, by.name)
  return done(deed, receipt, 'papers-handed-over', { papers })
}

/** Photos go with a receipt while it is counted, and its papers until they are handed over. */
export const photosOfReceipt: PhotoSubject = async (tx, storeId, receiptId) => {
  const receipt = await data.findReceipt(tx, storeId, receiptId)
  return receipt === null ? null : receipt.status === 'counting' || (receipt.status === 'posted' && receipt.papersAt === null) ? 'open' : 'closed'
}
