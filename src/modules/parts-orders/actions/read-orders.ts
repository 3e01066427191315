import { found } from '../../../kernel/refusal.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { latestRequest } from '../../approvals/public.ts'
import { ownLimit } from '../../organisation/public.ts'
import { findRequests } from '../../purchasing/public.ts'
import type { listOrders as listRoute, OrderDetail } from '../contract.ts'
import { daysBetween } from '../data/calendar.ts'
import { linesOfOrders, type LineData } from '../data/lines.ts'
import * as data from '../data/orders.ts'
import { whyNotOrderDay } from '../domain/calendar.ts'
import { isUnderWay, type orderGroups } from '../domain/order.ts'
import { kindsOf } from './suppliers.ts'

function headOf({ draftedBy: _, draftedAt, submittedAt, confirmedAt, closedAt, ...order }: data.OrderData) {
  return { ...order, draftedAt: draftedAt.toISOString(), submittedAt: submittedAt?.toISOString() ?? null, confirmedAt: confirmedAt?.toISOString() ?? null, closedAt: closedAt?.toISOString() ?? null }
}

type ListWish = { readonly group: (typeof orderGroups)[number]; readonly find?: string | undefined; readonly after?: string | undefined; readonly limit: number }

export async function listOrders({ tx, by, now }: Reading, { group, find = '', after, limit }: ListWish): Promise<AnswerOf<typeof listRoute>> {
  const today = localDay(now, by.timeZone)
  const rows = await data.listOrders(tx, by.storeId, { group, find, today, after: after ?? null, limit: limit + 1 })
  return {
    rows: rows.slice(0, limit).map(({ lines, openLines, nextEta, ...order }) => ({ ...headOf(order), lines, openLines, nextEta, late: isUnderWay(order) && nextEta !== null && nextEta < today })),
    next: rows.length > limit ? rows[limit - 1]?.id ?? null : null,
  }
}

const lineOf = ({ orderId: _, checkedAt, ...line }: LineData, request: { number: string; plate: string } | undefined) =>
  ({ ...line, checkedAt: checkedAt?.toISOString() ?? null, requestNumber: request?.number ?? null, plate: request?.plate ?? null })

export async function seeOrder(reading: Reading, orderId: string): Promise<OrderDetail> {
  const { tx, by, now } = reading
  const order = found(await data.findOrder(tx, by.storeId, orderId), 'parts order')
  const lines = await linesOfOrders(tx, by.storeId, [orderId])
  const requests = new Map((await findRequests(tx, by.storeId, lines.flatMap(({ requestId }) => requestId ?? []))).map((request) => [request.id, request]))
  const kind = found((await kindsOf(reading)).find(({ code }) => code === order.kind), 'kind of order')
  const today = localDay(now, by.timeZone)
  const asked = await latestRequest(tx, by.storeId, 'parts-order', orderId)
  return {
    ...headOf(order), lines: lines.map((line) => lineOf(line, line.requestId === null ? undefined : requests.get(line.requestId))), limitFen: await ownLimit(reading, 'parts-order'), asked: asked?.state === 'asked',
    refused: asked?.state === 'refused' && order.status === 'draft' ? { name: asked.decidedByName ?? '', reason: asked.decisionReason ?? '' } : null,
    orderDay: whyNotOrderDay({ kind, today, days: await daysBetween(tx, by.storeId, today, addDays(today, 92)), reason: '' }) === null,
  }
}
