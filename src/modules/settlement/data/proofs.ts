import { firstIdAt } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database.ts'
import { allOf, noneLeftOf, type Proof, type Proofs, type ProofQuestion } from '../../../platform/proof.ts'

const daysUnpaid = 60

type Delivered = { all: number; accepted: number; shown: number; reminded: number; called: number; checked: number }

const delivered = (tx: Tx, { storeId, from, until }: ProofQuestion): Promise<Delivered> => tx.one<Delivered>`
  select count(*) as all, count(*) filter (where d.accepted) as accepted, count(*) filter (where d.accepted and d.old_parts_shown) as shown,
    count(*) filter (where d.next_service_on is not null or d.next_service_km is not null) as reminded, count(*) filter (where d.set_removed and (d.follow_up_any or d.follow_up_on is not null or d.follow_up_slot <> '')) as called,
    count(*) filter (where d.code_checked or d.identity_reason is not null) as checked
  from repair_orders.v_step s join settlement.delivery d on d.store_id = s.store_id and d.order_id = s.order_id
  where s.store_id = ${storeId} and s.id >= ${firstIdAt(from)} and s.id < ${firstIdAt(until)} and s.to_status = 'delivered'`

/** Of the cars delivered, how many had it. */
const atDelivery = (had: (row: Delivered) => number): Proof => ({
  settles: 'at-deadline', page: '/settlements',
  evaluate: async (tx, question) => {
    const row = await delivered(tx, question)
    return allOf(had(row), row.all)
  },
})

/** Statements of insurers that have waited for their money for too long; where none waited, and none was made in the time, there is nothing to clear. */
const insurersPaid: Proof = {
  settles: 'at-deadline', page: '/receivables',
  evaluate: async (tx, { storeId, from, until }) => {
    const late = await tx.all<{ orderId: string }>`
      select order_id from settlement.statement where store_id = ${storeId} and payer = 'insurer' and reversed_at is null and paid_fen < total_fen
        and at < ${new Date(until.getTime() - daysUnpaid * 86_400_000)} order by at limit 100`
    const { were } = await tx.one<{ were: boolean }>`
      select exists (select from settlement.statement where store_id = ${storeId} and payer = 'insurer' and reversed_at is null and paid_fen < total_fen and at < ${until})
        or exists (select from settlement.statement where store_id = ${storeId} and payer = 'insurer' and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}) as were`
    return noneLeftOf(late.map(({ orderId }) => `/repair-orders/${orderId}`), were)
  },
}

/** Duties that settlement and delivery prove. */
export const settlementProofs: Proofs = {
  'SAD-1.5.4': atDelivery(({ checked }) => checked), 'SAD-1.8.1': atDelivery(({ shown }) => shown), 'SAD-1.8.2': atDelivery(({ reminded }) => reminded), 'SAD-1.8.3': atDelivery(({ called }) => called),
  'STM-6.4': insurersPaid,
}
