import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { findParts } from '../../catalogue/public.ts'
import { seeSourceDays, sourceRequests } from '../../purchasing/public.ts'
import { freeElsewhere, releaseOrder } from '../../stock/public.ts'
import * as data from '../data/transfers.ts'
import { cancelledTo, whyNotAsk, type Side } from '../domain/transfer.ts'
import { failRequests } from './fail-requests.ts'

export type Seen = { readonly transferId: string; readonly version: number }

export const sideOf = (storeId: string, { askingStore }: Pick<data.TransferData, 'askingStore'>): Side => (storeId === askingStore ? 'asking' : 'giving')

/** The row joins the halves that the two stores do: whoever comes second, from whichever of them, waits here and sees the new version. */
export async function lockSeen({ tx, by }: Deed, { transferId, version }: Seen): Promise<{ transfer: data.TransferData; side: Side }> {
  const transfer = found(await data.lockTransfer(tx, transferId), 'transfer')
  refuseStale(transfer.version, version)
  return { transfer, side: sideOf(by.storeId, transfer) }
}

/** News in both stores: a transfer is on the pages of two. */
export async function announceTransfer(deed: Deed, transfer: Pick<data.TransferData, 'id' | 'number'>, what: string): Promise<void> {
  const event = `transfer.${what}`
  deed.announce({ event, subjectId: transfer.id, facts: { number: transfer.number } })
  await data.announceElsewhere(deed.tx, deed.by.storeId, { id: deed.newId(), transferId: transfer.id, at: deed.now, event })
}

export async function done(deed: Deed, transfer: data.TransferData, event: string, after: unknown, reason = ''): Promise<{ version: number }> {
  deed.record({ subject: 'transfer', subjectId: transfer.id, before: { status: transfer.status }, after, ...(reason === '' ? {} : { reason }) })
  await announceTransfer(deed, transfer, event)
  return { version: transfer.version + 1 }
}

export type AskWish = { readonly givingStoreId: string; readonly note: string; readonly lines: readonly { readonly partId: string; readonly thousandths: number; readonly requestId?: string | undefined }[] }

/** Another store is asked; the purchase requests that it is to serve know their source and their day. */
export async function askTransfer(deed: Deed, { givingStoreId, note, lines: wished }: AskWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const partIds = wished.map(({ partId }) => partId)
  const parts = new Map((await findParts(tx, partIds)).map((part) => [part.id, part]))
  const giving = found((await data.storeNames(tx, [givingStoreId]))[0], 'store')
  const free = new Map((await freeElsewhere(tx, by.storeId, partIds)).filter(({ storeId }) => storeId === giving.id).map((row) => [row.partId, row.free]))
  const lines = wished.map(({ partId, thousandths, requestId = null }): data.NewLine => {
    const { number: partNumber, nameZh, nameEn, unit } = found(parts.get(partId), 'part')
    return { id: deed.newId(), requestId, partId, partNumber, nameZh, nameEn, unit, asked: thousandths }
  })
  refuseIf(whyNotAsk({ store: giving.code, lines: lines.map(({ partId, partNumber, asked }) => ({ partNumber, asked, free: free.get(partId) ?? 0 })) }))
  const requestIds = lines.flatMap(({ requestId }) => requestId ?? [])
  refuseIf((await data.servedRequests(tx, by.storeId, requestIds)).length > 0 ? new Refusal('transfers.request-served') : null)
  const id = deed.newId()
  const { days } = await seeSourceDays(deed)
  const eta = addDays(localDay(now, by.timeZone), days.transfer)
  await sourceRequests(deed, requestIds.map((requestId) => ({ requestId, source: 'transfer', supplier: giving.nameZh, eta })))
  // Asked once they are locked: an order that is submitted at the same moment waits, or is seen.
  const [ordered] = await data.orderedRequests(tx, by.storeId, requestIds)
  refuseIf(ordered === undefined ? null : new Refusal('transfers.request-ordered', { part: lines.find(({ requestId }) => requestId === ordered.requestId)?.partNumber ?? '', order: ordered.orderNumber }))
  const transfer = { id, askingStore: by.storeId, givingStore: giving.id, number: await nextNumber(deed, 'TR'), note, askedAt: now, askedBy: by.personId, askedByName: by.name }
  await data.insertTransfer(tx, transfer)
  await data.insertLines(tx, transfer, lines)
  deed.record({ subject: 'transfer', subjectId: id, after: { number: transfer.number, from: giving.code, lines: lines.map(({ partNumber, asked }) => ({ part: partNumber, asked })), note } })
  await announceTransfer(deed, transfer, 'asked')
  return { id, number: transfer.number, version: 1 }
}

async function failOwnRequests(deed: Deed, { id, givingStore, number }: data.TransferData, words: string): Promise<void> {
  const { nameZh: supplier } = found((await data.storeNames(deed.tx, [givingStore]))[0], 'store')
  await failRequests(deed, (await data.linesOf(deed.tx, id)).flatMap(({ requestId }) => (requestId === null ? [] : [{ requestId, supplier, number, words }])))
}

/** Before it is shipped. What the giving store holds back is let go by itself: where the asking store withdraws, that is a second step of the other one. */
export async function cancelTransfer(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { tx, now, by } = deed
  const { transfer, side } = await lockSeen(deed, seen)
  const status = cancelledTo({ status: transfer.status, side })
  if (status instanceof Refusal) return refuse(status)
  if (side === 'giving') await releaseOrder(deed, transfer.id, [])
  const over = status === 'cancelled'
  await data.markEnded(tx, { id: transfer.id, status, at: over ? now : null, byName: over ? by.name : null, reason })
  if (side === 'asking') await failOwnRequests(deed, transfer, reason)
  return done(deed, transfer, status, { status }, reason)
}
