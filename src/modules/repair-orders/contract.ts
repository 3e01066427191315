import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { done, filledText, id, moment, pageOf, pageQuery, text, version } from '../../platform/shapes.ts'
import { purposes, statuses } from './domain/life.ts'
import { repairOrderPermissions } from './permissions.ts'

export const orderRow = z.object({
  id, number: z.string(), status: z.enum(statuses), plate: z.string(), purpose: z.enum(purposes), concern: z.string(),
  advisorId: id, advisorName: z.string(), arrivedAt: moment, promisedAt: moment.nullable(), closedAt: moment.nullable(), version,
})
export type OrderRow = z.output<typeof orderRow>

export const orderView = orderRow.extend({
  closedReason: z.string().nullable(),
  steps: z.array(z.object({ id, fromStatus: z.string().nullable(), toStatus: z.enum(statuses), at: moment, personName: z.string(), reason: z.string() })),
})
export type OrderView = z.output<typeof orderView>

export const orderGroups = ['open', 'arrived', 'in-shop', 'ready', 'closed'] as const
export type OrderGroup = (typeof orderGroups)[number]

export const listOrders = route({
  does: 'List repair orders, newest first', method: 'GET', path: '/repair-orders', needs: repairOrderPermissions.see,
  query: z.strictObject({ ...pageQuery, group: z.enum(orderGroups).default('open'), mine: z.enum(['yes', 'no']).default('no'), find: text(40).optional() }),
  gives: pageOf(orderRow).extend({ counts: z.object({ open: z.number().int(), arrived: z.number().int(), inShop: z.number().int(), ready: z.number().int() }) }),
  example: { query: { group: 'open', limit: 20 } },
})

export const seeOrder = route({
  does: 'See one repair order with its history', method: 'GET', path: '/repair-orders/:orderId', needs: repairOrderPermissions.see,
  params: z.strictObject({ orderId: id }), gives: orderView,
})

export const registerArrival = route({
  does: 'Register the arrival of a car: its repair order begins', method: 'POST', path: '/repair-orders', needs: repairOrderPermissions.arrive,
  body: z.strictObject({ plate: filledText(20), purpose: z.enum(purposes), concern: text(1_000).default('') }),
  gives: z.object({ id, number: z.string(), version }),
  refuses: ['vehicles.not-a-plate', 'repair-orders.already-in-shop'],
  example: { body: { plate: '沪A·D90001', purpose: 'maintenance', concern: '首次保养' } },
})

export const cancelOrder = route({
  does: 'Cancel a repair order with a reason', method: 'POST', path: '/repair-orders/:orderId/cancel', needs: repairOrderPermissions.cancel,
  params: z.strictObject({ orderId: id }), body: z.strictObject({ version, reason: text(500) }), gives: done,
  refuses: ['repair-orders.too-late-to-cancel', 'repair-orders.cancel-needs-reason'],
})
