import type { Proof, Proofs } from '../../../platform/proof.ts'

/** A labour rate in force for every payer that has one. */
const ratesInForce: Proof = {
  settles: 'at-deadline', page: '/rates',
  evaluate: async (tx, { storeId, until }) => {
    const { had } = await tx.one<{ had: number }>`select count(distinct payer) as had from catalogue.labour_rate where store_id = ${storeId} and valid_from <= ${until}`
    return { met: had > 0, figure: had, target: 1, references: ['/rates'] }
  },
}

/** Duties that the catalogue proves. */
export const catalogueProofs: Proofs = { 'WSS-2.7': ratesInForce }
