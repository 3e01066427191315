import { found, refuseIf, Refusal } from '../../../kernel/refusal.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import * as lines from '../data/lines.ts'
import * as data from '../data/orders.ts'
import { isUnderWay } from '../domain/order.ts'
import { done } from './draft.ts'

export type OpenOrder = { readonly order: data.OrderData; readonly lines: readonly lines.LineData[] }

/** For a receipt: the order with its lines. */
export async function findPartsOrder({ tx, by }: Reading, orderId: string): Promise<OpenOrder> {
  const order = found(await data.findOrder(tx, by.storeId, orderId), 'parts order')
  return { order, lines: await lines.linesOfOrders(tx, by.storeId, [orderId]) }
}

/** Locked until the deed ends: two receipts of one order are posted one after the other. */
export async function lockForReceipt({ tx, by }: Deed, orderId: string): Promise<OpenOrder> {
  const order = found(await data.lockOrder(tx, by.storeId, orderId), 'parts order')
  return { order, lines: await lines.linesOfOrders(tx, by.storeId, [orderId]) }
}

type Received = readonly { readonly lineId: string; readonly thousandths: number }[]

/** What a receipt brought; the order is over when nothing is open any more. */
export async function bookReceived(deed: Deed, order: data.OrderData, rows: Received): Promise<void> {
  refuseIf(isUnderWay(order) ? null : new Refusal('parts-orders.not-under-way'))
  await write(deed, order, rows, 'received')
}

/** A receipt was reversed: what it brought is open again. */
export const unbookReceived = (deed: Deed, order: data.OrderData, rows: Received): Promise<void> => write(deed, order, rows.map(({ lineId, thousandths }) => ({ lineId, thousandths: -thousandths })), 'receipt-reversed')

async function write(deed: Deed, order: data.OrderData, rows: Received, event: string): Promise<void> {
  const { tx, by, now } = deed
  if (rows.length > 0) await lines.addReceived(tx, by.storeId, rows)
  await data.settleStatus(tx, by.storeId, order.id, now)
  done(deed, order, event, { received: rows })
}
