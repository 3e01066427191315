import { found, refuseIf } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { askApproval, type RequestHandler } from '../../approvals/public.ts'
import { isAbove } from '../../organisation/domain/limits.ts'
import { ownLimit } from '../../organisation/public.ts'
import { findRequests, sourceRequests } from '../../purchasing/public.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { daysBetween } from '../data/calendar.ts'
import * as lines from '../data/lines.ts'
import * as data from '../data/orders.ts'
import { whyNotOrderDay } from '../domain/calendar.ts'
import { whyNotAskApproval, whyNotSubmit } from '../domain/order.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { done, lockSeen } from './draft.ts'
import { whyNotForSales } from './sales-port.ts'
import { kindsOf } from './suppliers.ts'
import { whyNotBesideTransfer } from './transfers-port.ts'

type Seen = { readonly orderId: string; readonly version: number }

/** Above one's own limit somebody else says yes, in the one inbox. */
export async function askOrderApproval(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ id: string }> {
  const order = await lockSeen(deed, seen)
  const all = await lines.linesOfOrders(deed.tx, deed.by.storeId, [order.id])
  refuseIf(whyNotAskApproval({ ...order, lines: all.length }))
  return askApproval(deed, { kind: 'parts-order', subjectId: order.id, orderId: null, about: `${order.number} ${order.supplierName}`, amountFen: order.totalFen, reason })
}

/** The limit of who says yes counts; a draft that cost less when he was asked is approved up to that total only. */
export const partsOrderRequests: Readonly<Record<'parts-order', RequestHandler>> = {
  'parts-order': {
    right: partsOrderPermissions.approve, limit: 'parts-order',
    carryOut: async (deed, { subjectId, amountFen }) => {
      const { tx, by } = deed
      const order = found(await data.lockOrder(tx, by.storeId, subjectId), 'parts order')
      refuseIf(whyNotAskApproval({ status: order.status, totalFen: order.totalFen, approvedFen: null, lines: 1 }))
      const limit = await ownLimit(deed, 'parts-order')
      refuseIf(isAbove(amountFen, limit) ? new Refusal('parts-orders.above-limit', { limit: (limit ?? 0) / 100 }) : null)
      await data.approveOrder(tx, by.storeId, order.id, amountFen, by.name)
      done(deed, order, 'approved', { approvedFen: amountFen })
    },
  },
}

/** To the supplier: the requests that it serves hear source and day, and the advisors tell their customers as always. */
export async function submitOrder(deed: Deed, { dayReason, ...seen }: Seen & { readonly dayReason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const order = await lockSeen(deed, seen)
  const all = await lines.linesOfOrders(tx, by.storeId, [order.id])
  const kind = found((await kindsOf(deed)).find(({ code }) => code === order.kind), 'kind of order')
  const today = localDay(now, by.timeZone)
  const requests = await findRequests(tx, by.storeId, all.flatMap(({ requestId }) => requestId ?? []))
  const waiting = new Set(requests.filter(({ origin }) => origin !== 'hand').map(({ id }) => id))
  refuseIf(whyNotSubmit({ ...order, kind, limitFen: await ownLimit(deed, 'parts-order'), lines: all.map((line) => ({ ...line, checked: line.checkedAt !== null, forCustomer: line.requestId !== null && waiting.has(line.requestId) })) }))
  refuseIf(await whyNotForSales(deed, kind, requests))
  refuseIf(whyNotOrderDay({ kind, today, days: await daysBetween(tx, by.storeId, today, addDays(today, 92)), reason: dayReason }))
  const promisedOn = addDays(today, kind.promisedDays)
  await data.submitOrder(tx, by.storeId, { id: order.id, at: now, byName: by.name, promisedOn, dayReason })
  await lines.promiseLines(tx, by.storeId, order.id, promisedOn)
  await sourceRequests(deed, all.flatMap(({ requestId }) => (requestId === null ? [] : [{ requestId, source: kind.source, supplier: order.supplierName, eta: promisedOn }])))
  // Asked once they are locked: a transfer that is asked for at the same moment waits, or is seen.
  refuseIf(await whyNotBesideTransfer(tx, by.storeId, requests))
  return done(deed, order, 'submitted', { status: 'submitted', promisedOn, dayReason })
}
