import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { sumOf } from '../../../kernel/money.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { findParts } from '../../catalogue/public.ts'
import { whyNotTheseLines, type Wished } from '../../stock-health/domain/scrap.ts'
import { findPlaces, judgeScrap, returnToSupplier, reverseAdjustment } from '../../stock/public.ts'
import * as data from '../data/returns.ts'
import { whyNotAgree, whyNotAsk, whyNotConfirm, whyNotReverse, whyNotSend, whyNotTakeSlip, whyNotWithdraw, type Cause } from '../domain/return.ts'

export type Seen = { readonly returnId: string; readonly version: number }
type Done = { version: number }

export async function lockSeen({ tx, by }: Deed, { returnId, version }: Seen): Promise<data.ReturnData> {
  const one = found(await data.lockReturn(tx, by.storeId, returnId), 'return')
  refuseStale(one.version, version)
  return one
}

function said(deed: Deed, one: Pick<data.ReturnData, 'id' | 'number' | 'status' | 'version' | 'supplierName'>, event: string, after: object, reason?: string): Done {
  deed.record({ subject: 'supplier-return', subjectId: one.id, before: { status: one.status }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `supplier-return.${event}`, subjectId: one.id, facts: { number: one.number, supplier: one.supplierName } })
  return { version: one.version + 1 }
}

export type ReturnWish = { readonly supplierId: string; readonly about: string; readonly lines: readonly (Wished & { readonly cause: Cause })[] }

/** Which goods, from which bin or lot, and why; nothing leaves the shelves before the supplier agreed. */
export async function askReturn(deed: Deed, { supplierId, about, lines: wished }: ReturnWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const supplier = found(await data.findSupplier(tx, by.storeId, supplierId), 'supplier')
  refuseIf(supplier.active ? whyNotAsk({ about, causes: wished.map(({ cause }) => cause) }) ?? whyNotTheseLines(wished) : new Refusal('suppliers.supplier-not-in-use', { name: supplier.name }))
  const parts = new Map((await findParts(tx, wished.map(({ partId }) => partId))).map((part) => [part.id, part]))
  const places = new Map((await findPlaces(tx, by.storeId, wished.map(({ placeId }) => placeId))).map((place) => [place.id, place]))
  const named = wished.map((line) => ({ ...line, id: deed.newId(), partNumber: found(parts.get(line.partId), 'part').number, bin: found(places.get(line.placeId), 'bin').code }))
  const costs = await judgeScrap(deed, named.map((line) => ({ ...line, key: line.id })))
  const lines = named.map((line) => ({ ...line, expectedFen: costs.get(line.id) ?? 0 }))
  const one = { id: deed.newId(), number: await nextNumber(deed, 'RT'), supplierId, supplierName: supplier.name, about, askedAt: now, askedByName: by.name, expectedFen: sumOf(lines.map(({ expectedFen }) => expectedFen)) }
  await data.insertReturn(tx, by.storeId, one)
  await data.insertLines(tx, by.storeId, one.id, lines)
  deed.record({ subject: 'supplier-return', subjectId: one.id, after: { number: one.number, supplier: supplier.name, about, lines: lines.map(({ partNumber, thousandths, cause }) => ({ partNumber, thousandths, cause })) } })
  deed.announce({ event: 'supplier-return.asked', subjectId: one.id, facts: { number: one.number, supplier: supplier.name, about, unfitted: wished.some(({ cause }) => cause === 'unfitted') } })
  return { id: one.id, number: one.number, version: 1 }
}

export type Agreement = Seen & { readonly agreedWith: string; readonly words: string; readonly lines: readonly { readonly lineId: string; readonly creditFen: number }[] }

/** By phone: who said yes, what he credits line by line; said anew as long as nothing was sent. */
export async function agreeReturn(deed: Deed, { agreedWith, words, lines, ...seen }: Agreement): Promise<Done> {
  const { tx, by, now } = deed
  const one = await lockSeen(deed, seen)
  const own = await data.linesOf(tx, by.storeId, one.id)
  refuseIf(whyNotAgree({ status: one.status, lines: own.map(({ id }) => id), credits: lines.map(({ lineId }) => lineId) }))
  const creditFen = sumOf(lines.map((line) => line.creditFen))
  await data.writeCredits(tx, by.storeId, lines.map((line) => ({ id: line.lineId, fen: line.creditFen })))
  await data.writeAgreed(tx, by.storeId, { id: one.id, at: now, byName: by.name, agreedWith, words, creditFen })
  return said(deed, one, 'agreed', { status: 'agreed', agreedWith, words, creditFen })
}

/** The goods leave the books at the cost of their lots; what was reserved or moved meanwhile is refused. */
export async function sendReturn(deed: Deed, { waybill, ...seen }: Seen & { readonly waybill: string }): Promise<Done & { document: string }> {
  const { tx, by, now } = deed
  const one = await lockSeen(deed, seen)
  refuseIf(whyNotSend(one.status))
  const lines = await data.linesOf(tx, by.storeId, one.id)
  const { document, costFen } = await returnToSupplier(deed, { reason: `${one.number} ${one.supplierName}`, wishes: lines.map((line) => ({ ...line, key: line.id })) })
  await data.writeCosts(tx, by.storeId, [...costFen].map(([id, fen]) => ({ id, fen })))
  const whole = sumOf([...costFen.values()])
  await data.writeSent(tx, by.storeId, { id: one.id, at: now, byName: by.name, waybill, document, costFen: whole })
  return { ...said(deed, one, 'sent', { status: 'sent', document, costFen: whole, waybill }), document }
}

/** Finance has the slip (PTS-2.4). */
export async function takeSlip(deed: Deed, seen: Seen): Promise<Done> {
  const { tx, by, now } = deed
  const one = await lockSeen(deed, seen)
  refuseIf(whyNotTakeSlip({ status: one.status, slipTaken: one.slipAt !== null }))
  await data.writeSlip(tx, by.storeId, { id: one.id, at: now, byName: by.name })
  return said(deed, one, 'slip-taken', { slip: by.name })
}

/** By phone: the supplier has the goods, and who says so (PPL-9.2). */
export async function confirmArrival(deed: Deed, { arrivedWith, ...seen }: Seen & { readonly arrivedWith: string }): Promise<Done> {
  const { tx, by, now } = deed
  const one = await lockSeen(deed, seen)
  refuseIf(whyNotConfirm({ status: one.status, arrived: one.arrivedAt !== null }))
  await data.writeArrived(tx, by.storeId, { id: one.id, at: now, byName: by.name, arrivedWith })
  return said(deed, one, 'arrived', { arrivedWith })
}

export async function withdrawReturn(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<Done> {
  const one = await lockSeen(deed, seen)
  refuseIf(whyNotWithdraw(one.status))
  await data.writeWithdrawn(deed.tx, deed.by.storeId, one.id, reason)
  return said(deed, one, 'withdrawn', { status: 'withdrawn' }, reason)
}

/** The goods came back: they and their cost lie where they lay, by counter moves; not once the supplier credited them. */
export async function reverseReturn(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<Done> {
  const { tx, by } = deed
  const one = await lockSeen(deed, seen)
  refuseIf(whyNotReverse({ status: one.status, statement: one.statementNumber }))
  const lines = await data.linesOf(tx, by.storeId, one.id)
  const { document } = await reverseAdjustment(deed, { document: found(one.document, 'document'), at: found(one.sentAt, 'moment'), partIds: lines.map(({ partId }) => partId), reason, kind: 'RX' })
  await data.writeReversed(tx, by.storeId, { id: one.id, counter: document, words: reason })
  return said(deed, one, 'reversed', { status: 'reversed', document }, reason)
}
