import type { Proof, Proofs } from '../../../platform/proof.ts'

const page = '/reports/daily'

/** The report of this day was issued; that of another day proves nothing. */
const dailyIssued: Proof = {
  settles: 'when-met', timed: true, page,
  evaluate: async (tx, { storeId, from, until }) => {
    const { count } = await tx.one<{ count: number }>`
      select count(*) from reports.daily_report where store_id = ${storeId} and at >= ${from} and at < ${until} and day_begins >= ${from} and day_begins < ${until}`
    return { met: count > 0, figure: Math.min(1, count), target: 1, references: [page] }
  },
}

/** Duties that reports prove. */
export const reportProofs: Proofs = { 'INF-1.6': dailyIssued }
