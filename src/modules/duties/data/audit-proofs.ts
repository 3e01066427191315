import { firstIdAt } from '../../../kernel/ids.ts'
import type { Proof, Proofs } from '../../../platform/proof.ts'

const auditsADay = 3
const page = '/process-audits'

/** Process audits of the day. */
const threeAudits: Proof = {
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, { storeId, from, until }) => {
    const { count } = await tx.one<{ count: number }>`select count(*) from duties.audit where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}`
    return { met: count >= auditsADay, figure: count, target: auditsADay, references: [page] }
  },
}

/** Of the cars that came with an appointment at least one was audited; where none came there is nothing to audit. */
const appointedAudited: Proof = {
  settles: 'at-deadline', page,
  evaluate: async (tx, { storeId, from, until }) => {
    const { audited, came } = await tx.one<{ audited: number; came: number }>`
      select (select count(*) from duties.audit where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)} and appointed) as audited,
        (select count(*) from appointments.v_appointment a where a.store_id = ${storeId} and a.status = 'booked' and a.at >= ${from} and a.at < ${until}
          and exists (select from repair_orders.v_order o where o.store_id = a.store_id and o.plate = a.plate and o.arrived_at >= ${from} and o.arrived_at < ${until})) as came`
    return { met: came === 0 || audited > 0, figure: audited, target: Math.min(1, came), references: [page], nothing: came === 0 && audited === 0 }
  },
}

/** Duties that process audits prove. */
export const auditProofs: Proofs = { 'FDS-2.4': appointedAudited, 'FDS-2.5': threeAudits }
