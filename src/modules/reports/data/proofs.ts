import type { Doer, Proof, Proofs } from '../../../platform/proof.ts'

const page = '/reports/daily'

/** The report of this day was issued; that of another day proves nothing. */
const dailyIssued: Proof = {
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, { storeId, from, until }) => {
    const doers = await tx.all<Doer>`
      select distinct person_id as id, person_name as name from reports.daily_report where store_id = ${storeId} and at >= ${from} and at < ${until} and day_begins >= ${from} and day_begins < ${until}`
    return { met: doers.length > 0, figure: Math.min(1, doers.length), target: 1, references: [page], doers }
  },
}

/** Duties that reports prove. */
export const reportProofs: Proofs = { 'INF-1.6': dailyIssued }
