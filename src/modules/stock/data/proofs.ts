import { firstIdAt } from '../../../kernel/ids.ts'
import { allOf, noneLeft, type Proof, type Proofs } from '../../../platform/proof.ts'

/** Parts handed out to jobs: each for a line, so each with its payer, and the oldest lot first. */
const issued: Proof = {
  settles: 'at-deadline', page: '/stock',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(line_id) as had, count(*) as all from stock.move where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)} and order_id is not null`
    return allOf(had, all)
  },
}

/** Cars whose work is over while parts of theirs are still reserved and not issued. */
const nothingLeftOpen: Proof = {
  settles: 'at-deadline', page: '/picking',
  evaluate: async (tx, { storeId }) => noneLeft((await tx.all<{ orderId: string }>`
    select distinct r.order_id from stock.reservation r join repair_orders.v_order o on o.store_id = r.store_id and o.id = r.order_id
    where r.store_id = ${storeId} and o.status in ('in_inspection', 'ready', 'settled') limit 100`).map(({ orderId }) => `/repair-orders/${orderId}`)),
}

/** Duties that the stock ledger proves. */
export const stockProofs: Proofs = { 'PPL-2.2': issued, 'WHK-3.1': issued, 'WHK-5.3': issued, 'PPL-2.1': issued, 'PTS-3.1': nothingLeftOpen }
