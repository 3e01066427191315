import { firstIdAt } from '../../../kernel/ids.ts'
import { allOf, type Proof, type Proofs } from '../../../platform/proof.ts'

/** What left the house as a file: each by a person, on record. */
const exportsOnRecord: Proof = {
  settles: 'at-deadline', page: '/exchange',
  evaluate: async (tx, { storeId, from, until }) => {
    const { had, all } = await tx.one<{ had: number; all: number }>`
      select count(person_id) as had, count(*) as all from exchange.export where store_id = ${storeId} and id >= ${firstIdAt(from)} and id < ${firstIdAt(until)}`
    return allOf(had, all)
  },
}

/** Duties that the log of exports proves. */
export const exchangeProofs: Proofs = { 'PPL-9.3': exportsOnRecord, 'WHK-6.2': exportsOnRecord }
