import { firstIdAt } from '../../../kernel/ids.ts'
import { allOf, type Proof, type Proofs } from '../../../platform/proof.ts'

/** Cars that went on from the inspection, and how many of them were inspected. */
const inspected: Proof = {
  settles: 'at-deadline', page: '/workshop',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(*) filter (where exists (select from workshop.inspection i where i.store_id = s.store_id and i.order_id = s.order_id and i.result = 'passed')) as had, count(*) as all
      from repair_orders.v_step s where s.store_id = ${storeId} and s.id >= ${firstIdAt(from)} and s.id < ${firstIdAt(until)} and s.to_status = 'ready'`
    return allOf(had, all)
  },
}

/** Inspections, each with its grade of cleanliness. */
const graded: Proof = {
  settles: 'at-deadline', page: '/workshop',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(cleanliness) as had, count(*) as all from workshop.inspection where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}`
    return allOf(had, all)
  },
}

/** Cars that were authorised, and how many of their keys left the reception. */
const keyHandedOver: Proof = {
  settles: 'at-deadline', page: '/workshop-board',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(*) filter (where exists (select from workshop.key_move k where k.store_id = s.store_id and k.order_id = s.order_id and k.place <> 'reception')) as had, count(*) as all
      from repair_orders.v_step s where s.store_id = ${storeId} and s.id >= ${firstIdAt(from)} and s.id < ${firstIdAt(until)} and s.to_status = 'authorised'`
    return allOf(had, all)
  },
}

/** Duties that the workshop proves. */
export const workshopProofs: Proofs = { 'SAD-1.7.1': keyHandedOver, 'WSS-2.3': inspected, 'WSS-2.6': graded }
