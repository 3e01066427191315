import { allOf, type Proof, type Proofs } from '../../../platform/proof.ts'
import { pickUp } from '../domain/rule.ts'

/** By the 25th each claim that the parts supervisor made in the month is signed and approved (PTS-6.1). */
const approved: Proof = {
  settles: 'at-deadline', page: '/expenses',
  evaluate: async (tx, { storeId, holderId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(approved_at) as had, count(*) as all from expenses.claim
      where store_id = ${storeId} and asked_at >= ${from} and asked_at <= ${until} and status not in ('withdrawn', 'reversed') and 'PTS' = any(positions) and (${holderId}::uuid is null or person_id = ${holderId})`
    return { ...allOf(had, all), references: ['/expenses'] }
  },
}

/** The cashier settled this claim; where it was reported by hand, one since (PTS-6.2). */
const settled: Proof = {
  settles: 'when-met', page: '/expenses',
  evaluate: async (tx, { storeId, subjectId, from }) => {
    const rows = await tx.all<{ id: string }>`
      select id from expenses.claim where store_id = ${storeId} and settled_at is not null and (id = ${subjectId}::uuid or (${subjectId}::uuid is null and settled_at >= ${from})) order by id limit 20`
    return { met: rows.length > 0, figure: Math.min(1, rows.length), target: 1, references: rows.map(({ id }) => `/expenses/${id}`) }
  },
}

/** Cash for a pick-up drawn since the shipment arrived, and accounted for (WHK-1.2). */
const pickUpSettled: Proof = {
  settles: 'when-met', page: '/ious',
  evaluate: async (tx, { storeId, holderId, from }) => {
    const rows = await tx.all<{ open: boolean }>`
      select status = 'open' as open from expenses.iou where store_id = ${storeId} and kind = ${pickUp} and drawn_at >= ${from} and (${holderId}::uuid is null or person_id = ${holderId}) order by id limit 20`
    const done = rows.filter(({ open }) => !open).length
    return { met: rows.length > 0 && done === rows.length, figure: done, target: Math.max(1, rows.length), references: rows.length > 0 ? ['/ious'] : [] }
  },
}

/** Duties that expense claims and IOUs prove. */
export const expenseProofs: Proofs = { 'PTS-6.1': approved, 'PTS-6.2': settled, 'WHK-1.2': pickUpSettled }
