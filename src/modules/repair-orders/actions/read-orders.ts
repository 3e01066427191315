import { found } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { normalPlate } from '../../vehicles/domain/plate.ts'
import type { listOrders as listRoute, OrderRow, OrderView } from '../contract.ts'
import * as data from '../data/orders.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

function rowOf(order: data.OrderData): OrderRow {
  const { closedReason: _, ...row } = order
  return { ...row, arrivedAt: order.arrivedAt.toISOString(), promisedAt: iso(order.promisedAt), closedAt: iso(order.closedAt) }
}

export async function listOrders({ tx, by }: Reading, { query }: InputOf<typeof listRoute>): Promise<AnswerOf<typeof listRoute>> {
  const find = query.find === undefined || query.find === '' ? null : normalPlate(query.find)
  const orders = await data.listOrders(tx, by.storeId, {
    group: query.group, advisorId: query.mine === 'yes' ? by.personId : null, find, after: query.after ?? null, limit: query.limit + 1,
  })
  const counts = await data.countOpen(tx, by.storeId)
  const rows = orders.slice(0, query.limit).map(rowOf)
  return { rows, next: orders.length > query.limit ? (rows.at(-1)?.id ?? null) : null, counts }
}

export async function seeOrder({ tx, by }: Reading, orderId: string): Promise<OrderView> {
  const order = found(await data.findOrder(tx, by.storeId, orderId), 'repair order')
  const steps = await data.listSteps(tx, by.storeId, orderId)
  return {
    ...rowOf(order), closedReason: order.closedReason,
    steps: steps.map(({ id, fromStatus, toStatus, at, personName, reason }) => ({ id, fromStatus, toStatus, at: at.toISOString(), personName, reason })),
  }
}
