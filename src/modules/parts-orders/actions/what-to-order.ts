import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { findPartIds } from '../../catalogue/public.ts'
import { isNewsForCustomer } from '../../purchasing/domain/request.ts'
import { adviceFor, openRequests } from '../../purchasing/public.ts'
import type { seePromises as promisesRoute, seeReorder as reorderRoute } from '../contract.ts'
import { ordersOfRequests, payersOfRequests } from '../data/lines.ts'
import { findReckoned, lowParts } from '../data/reorder.ts'
import { proposedFor } from '../domain/reorder.ts'
import { promiseKeys, reorderKeys, sorted, type Direction, type PromiseSort, type ReorderSort } from '../domain/sorts.ts'
import { transfersOfRequests } from './transfers-port.ts'

const [mostOpen, mostProposed, mostFound] = [500, 500, 2_000]

export type Order<Sort> = { readonly sort?: Sort | undefined; readonly direction: Direction }

const usual = { direction: 'ascending' } as const

/** One board of what was promised (PPL-5.1, PPL-5.2): every open request with car, order or transfer, and day, whether the customer knows, and how else it could come. */
export async function seePromises(reading: Reading, { sort, direction }: Order<PromiseSort> = usual): Promise<AnswerOf<typeof promisesRoute>> {
  const { tx, by, now } = reading
  const today = localDay(now, by.timeZone)
  const requests = await openRequests(tx, by.storeId, today, mostOpen)
  const orders = new Map((await ordersOfRequests(tx, by.storeId, requests.map(({ id }) => id))).map((row) => [row.requestId, row]))
  const transfers = new Map((await transfersOfRequests(tx, by.storeId, requests.map(({ id }) => id))).map((row) => [row.requestId, row]))
  const payers = new Map((await payersOfRequests(tx, by.storeId, requests.map(({ lineId }) => lineId))).map((row) => [row.lineId, row]))
  const advice = await adviceFor(reading, requests.filter(({ id, source }) => source === null && orders.get(id)?.nought !== false && !transfers.has(id)))
  const rows = requests.map((request) => {
    const { id, number, origin, orderId, orderNumber, plate, advisorName, partId, partNumber, nameZh, nameEn, unit, urgency, status, eta, decision, toldEta, customerName, source, supplier, reason } = request
    const [order, transfer] = [orders.get(id), transfers.get(id)]
    return {
      id, number, origin, orderId, orderNumber, plate, advisorName, partId, partNumber, nameZh, nameEn, unit, urgency, status, eta, decision, toldEta, customerName, source, supplier, reason, thousandths: request.thousandths - request.comeThousandths,
      askedAt: request.askedAt.toISOString(), ownerName: payers.get(request.lineId)?.ownerName ?? '', accident: payers.get(request.lineId)?.accident ?? false, warranty: payers.get(request.lineId)?.payer === 'warranty', overdue: eta !== null && eta < today, news: origin !== 'hand' && isNewsForCustomer(request),
      onOrder: order === undefined ? null : { id: order.orderId, number: order.orderNumber, status: order.status, supplierName: order.supplierName, kind: order.kind, nought: order.nought },
      onTransfer: transfer === undefined ? null : { id: transfer.transferId, number: transfer.number },
      advice: advice.get(id) ?? null,
    }
  })
  return { today, rows: sort === undefined ? rows : sorted(rows, promiseKeys[sort], direction) }
}

/** Parts at or below their reorder point, the largest value first; found by number, name, initials or barcode. Points and levels are reckoned once a day; what lies here, is reserved and is on order stands as it is now. */
export async function seeReorder({ tx, by }: Reading, { sort, direction, find = '' }: Order<ReorderSort> & { readonly find?: string | undefined } = usual): Promise<AnswerOf<typeof reorderRoute>> {
  const [low, reckoned] = await Promise.all([lowParts(tx, by.storeId, find.trim() === '' ? null : await findPartIds(tx, find.trim(), mostFound), mostProposed), findReckoned(tx, by.storeId)])
  const rows = low.map(({ packThousandths: pack, orderAt, all: _, ...part }) => ({ ...part, proposed: proposedFor({ ...part, orderAt }, part, pack) }))
  const all = rows.length < mostProposed ? rows.length : low[0]?.all ?? 0
  const dearest = rows.toSorted((a, b) => b.proposed * b.unitCostFen - a.proposed * a.unitCostFen || a.number.localeCompare(b.number))
  return { rows: sort === undefined ? dearest : sorted(dearest, reorderKeys[sort], direction), all, reckonedAt: reckoned?.at.toISOString() ?? null }
}
