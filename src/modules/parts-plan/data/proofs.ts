import type { Proof, Proofs } from '../../../platform/proof.ts'
import { monthAfter } from '../domain/plan.ts'

/** The month after the one in which the duty is due, as the store's database writes it. */
const nextMonth = (until: Date): string => monthAfter(new Date(until.getTime() - 86_400_000).toISOString().slice(0, 7))

/** Next month's plan for the maker was approved by somebody else than who planned it, and uploaded (PPL-1.3, PTS-1.4). */
const planUploaded: Proof = {
  settles: 'when-met', page: '/parts-plans',
  evaluate: async (tx, { storeId, until }) => {
    const plans = await tx.all<{ id: string }>`
      select id from parts_plan.plan where store_id = ${storeId} and month = ${nextMonth(until)} and kind = 'maker' and status in ('approved', 'superseded') and uploaded_at is not null order by edition desc`
    return { met: plans.length > 0, figure: Math.min(1, plans.length), target: 1, references: plans.map(({ id }) => `/parts-plans/${id}`) }
  },
}

/** The desk handed in what it wants next month (FDS-5.4). */
const deskPlanSubmitted: Proof = {
  settles: 'when-met', page: '/parts-plans',
  evaluate: async (tx, { storeId, until }) => {
    const plans = await tx.all<{ id: string }>`select id from parts_plan.plan where store_id = ${storeId} and month = ${nextMonth(until)} and kind = 'desk' and status in ('submitted', 'approved', 'superseded') order by edition desc`
    return { met: plans.length > 0, figure: Math.min(1, plans.length), target: 1, references: plans.map(({ id }) => `/parts-plans/${id}`) }
  },
}

/** The station manager looked at the conformity rates, while a count of the last two months says what the goods are against the books (STM-5.3). */
const conformityReviewed: Proof = {
  settles: 'when-met', timed: true, page: '/plan-conformity',
  evaluate: async (tx, { storeId, from, until }) => {
    const { count } = await tx.one<{ count: number }>`
      select count(*) from parts_plan.review where store_id = ${storeId} and at >= ${from} and at <= ${until} and 'STM' = any(positions) and jsonb_array_length(snapshot -> 'books') > 0`
    return { met: count > 0, figure: Math.min(1, count), target: 1, references: count > 0 ? ['/plan-conformity'] : [] }
  },
}

/** In the time an order with consumables went out (PPL-3.1). */
const consumablesBought: Proof = {
  settles: 'when-met', timed: true, page: '/parts-orders',
  evaluate: async (tx, { storeId, from, until }) => {
    const orders = await tx.all<{ orderId: string }>`
      select distinct o.order_id from parts_orders.v_ordered o join catalogue.v_part_facts p on p.id = o.part_id and p.category = 'consumable'
      where o.store_id = ${storeId} and o.submitted_at >= ${from} and o.submitted_at <= ${until} order by o.order_id limit 20`
    return { met: orders.length > 0, figure: Math.min(1, orders.length), target: 1, references: orders.map(({ orderId }) => `/parts-orders/${orderId}`) }
  },
}

/** Duties that plans prove. */
export const partsPlanProofs: Proofs = { 'PPL-1.3': planUploaded, 'PTS-1.4': planUploaded, 'FDS-5.4': deskPlanSubmitted, 'STM-5.3': conformityReviewed, 'PPL-3.1': consumablesBought }
