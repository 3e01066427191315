import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { findParts } from '../../catalogue/public.ts'
import { findRequests } from '../../purchasing/public.ts'
import { costBy } from '../../purchasing/domain/advice.ts'
import { isOpen } from '../../purchasing/domain/request.ts'
import { lastPaidCosts } from '../../stock/public.ts'
import * as lines from '../data/lines.ts'
import * as data from '../data/orders.ts'
import { findSupplier } from '../data/suppliers.ts'
import { whyNotKindFor, type OrderKind } from '../domain/kinds.ts'
import { totalOf, whyNotChange } from '../domain/order.ts'
import { sourcePriceFor, sourcePricesOf } from './source-prices-port.ts'
import { kindsOf } from './suppliers.ts'
import { whyNotBesideTransfer } from './transfers-port.ts'

export type WishedLine = { readonly partId: string; readonly thousandths: number; /** Null: as it usually costs, by the kind of order. */ readonly unitCostFen: number | null; readonly requestId: string | null }
export type DraftWish = { readonly supplierId: string; readonly kind: string; readonly note: string; readonly lines: readonly WishedLine[] }
type Seen = { readonly orderId: string; readonly version: number }

export async function lockSeen({ tx, by }: Deed, { orderId, version }: Seen): Promise<data.OrderData> {
  const order = found(await data.lockOrder(tx, by.storeId, orderId), 'parts order')
  refuseStale(order.version, version)
  return order
}

export function done(deed: Deed, order: Pick<data.OrderData, 'id' | 'status' | 'version' | 'totalFen'>, event: string, after: unknown, reason?: string): { version: number } {
  deed.record({ subject: 'parts-order', subjectId: order.id, before: { status: order.status, totalFen: order.totalFen }, after, ...(reason === undefined ? {} : { reason }) })
  deed.announce({ event: `parts-order.${event}`, subjectId: order.id })
  return { version: order.version + 1 }
}

export async function draftOrder(deed: Deed, wish: DraftWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const { kind, supplierName } = await kindAndSupplier(deed, wish)
  const id = deed.newId()
  const number = await nextNumber(deed, 'PO')
  await data.insertOrder(tx, by.storeId, { id, number, supplierId: wish.supplierId, supplierName, kind: kind.code, note: wish.note, draftedAt: now, draftedBy: by.personId, draftedByName: by.name })
  const totalFen = await writeLines(deed, { id, supplierId: wish.supplierId }, kind, wish.lines, [])
  await data.setDraft(tx, by.storeId, { id, supplierId: wish.supplierId, supplierName, kind: kind.code, note: wish.note, totalFen })
  const { version } = done(deed, { id, status: 'draft', version: 1, totalFen }, 'drafted', { number, supplierName, kind: kind.code, totalFen, lines: wish.lines.length })
  return { id, number, version }
}

/** The whole draft as it shall stand. A warranty part that was confirmed stays confirmed as long as it stands for the same request. */
export async function changeDraft(deed: Deed, { orderId, version, ...wish }: Seen & DraftWish): Promise<{ version: number }> {
  const { tx, by } = deed
  const order = await lockSeen(deed, { orderId, version })
  refuseIf(whyNotChange(order))
  const { kind, supplierName } = await kindAndSupplier(deed, wish)
  const before = await lines.linesOfOrders(tx, by.storeId, [orderId])
  await lines.deleteLines(tx, by.storeId, orderId)
  const totalFen = await writeLines(deed, { id: orderId, supplierId: wish.supplierId }, kind, wish.lines, before)
  await data.setDraft(tx, by.storeId, { id: orderId, supplierId: wish.supplierId, supplierName, kind: kind.code, note: wish.note, totalFen })
  return done(deed, order, 'changed', { supplierName, kind: kind.code, totalFen, lines: wish.lines.map(({ partId, thousandths, unitCostFen }) => ({ partId, thousandths, unitCostFen })) })
}

async function kindAndSupplier(deed: Deed, { kind: code, supplierId }: DraftWish): Promise<{ kind: OrderKind; supplierName: string }> {
  const kind = found((await kindsOf(deed)).find((known) => known.code === code), 'kind of order')
  const supplier = found(await findSupplier(deed.tx, deed.by.storeId, supplierId), 'supplier')
  refuseIf(whyNotKindFor(kind, supplier))
  return { kind, supplierName: supplier.name }
}

/** Answers the total. Where no cost is wished, what the supplier was chosen at counts, else what it cost last; where that is not known either it stands at nothing, and the order waits for a price. A request stands on one order at a time; for the shelf a part stands on an order once. */
async function writeLines(deed: Deed, order: { readonly id: string; readonly supplierId: string }, kind: OrderKind, wished: readonly WishedLine[], before: readonly lines.LineData[]): Promise<number> {
  const { tx, by } = deed
  if (wished.length === 0) return 0
  const partIds = [...new Set(wished.map(({ partId }) => partId))]
  const parts = new Map((await findParts(tx, partIds)).map((part) => [part.id, part]))
  const costs = await lastPaidCosts(tx, by.storeId, partIds)
  const requests = new Map((await findRequests(tx, by.storeId, wished.flatMap(({ requestId }) => requestId ?? []))).map((request) => [request.id, request]))
  const payers = new Map((await lines.payersOfRequests(tx, by.storeId, [...requests.values()].map(({ lineId }) => lineId))).map(({ lineId, payer }) => [lineId, payer]))
  const quoted = await sourcePricesOf(tx, by.storeId, [order.supplierId], [...parts.values()].map(({ number }) => number))
  refuseIf(await whyNotBesideTransfer(tx, by.storeId, [...requests.values()]))
  const forShelf = wished.filter(({ requestId }) => requestId === null).map(({ partId }) => partId)
  const twice = forShelf.find((partId, index) => forShelf.indexOf(partId) !== index)
  refuseIf(twice === undefined ? null : new Refusal('parts-orders.part-twice', { part: parts.get(twice)?.number ?? '' }))
  const written = wished.map((wish): lines.NewLine => {
    const part = found(parts.get(wish.partId), 'part')
    const request = wish.requestId === null ? null : found(requests.get(wish.requestId), 'purchase request')
    refuseIf(request === null || isOpen(request) ? null : new Refusal('parts-orders.request-over', { number: request.number }))
    refuseIf(request === null || request.partId === part.id ? null : new Refusal('parts-orders.request-of-another-part', { number: request.number }))
    const known = request === null ? undefined : before.find(({ requestId, partId }) => requestId === request.id && partId === part.id)
    return {
      id: deed.newId(), partId: part.id, partNumber: part.number, nameZh: part.nameZh, nameEn: part.nameEn, unit: part.unit, thousandths: wish.thousandths, unitCostFen: wish.unitCostFen ?? sourcePriceFor(quoted, part.number, request === null ? undefined : payers.get(request.lineId))?.unitFen ?? costBy(costs.get(part.id) ?? 0, kind),
      requestId: request?.id ?? null, warranty: request !== null && payers.get(request.lineId) === 'warranty', checkedWords: known?.checkedWords ?? '', checkedAt: known?.checkedAt ?? null, checkedByName: known?.checkedByName ?? null,
    }
  })
  const [elsewhere] = (await lines.ordersOfRequests(tx, by.storeId, [...requests.keys()])).filter(({ nought }) => nought)
  refuseIf(elsewhere === undefined ? null : new Refusal('parts-orders.cancel-line-first', { number: requests.get(elsewhere.requestId)?.number ?? '', order: elsewhere.orderNumber }))
  const inserted = await lines.insertLines(tx, by.storeId, order.id, written)
  refuseIf(inserted < written.length ? new Refusal('parts-orders.ordered-already') : null)
  return totalOf(written)
}

/** PPL-1.4: whose part it is and under which number, asked before it is ordered. */
export async function checkWarranty(deed: Deed, { lineId, words, ...seen }: Seen & { readonly lineId: string; readonly words: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const order = await lockSeen(deed, seen)
  refuseIf(whyNotChange(order))
  const line = found((await lines.linesOfOrders(tx, by.storeId, [order.id])).find(({ id }) => id === lineId), 'line')
  refuseIf(line.warranty ? null : new Refusal('parts-orders.not-warranty'))
  await lines.checkLine(tx, by.storeId, { id: lineId, words, at: now, byName: by.name })
  await data.touchOrder(tx, by.storeId, order.id)
  return done(deed, order, 'warranty-checked', { part: line.partNumber, words })
}
