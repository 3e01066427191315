import { allOf, type Proof, type Proofs } from '../../../platform/proof.ts'
import { listInbound } from './inbound.ts'

/** Of all that is on the way, somebody has asked the carrier in this time. */
const carriersAsked: Proof = {
  settles: 'when-met', page: '/inbound',
  evaluate: async (tx, { storeId, from }) => {
    const rows = await listInbound(tx, storeId)
    const asked = rows.filter(({ at }) => at !== null && at >= from)
    return { ...allOf(asked.length, rows.length), references: ['/inbound'], doers: asked.flatMap(({ personName }) => (personName === null ? [] : [{ name: personName }])) }
  },
}

/** Duties that transfers and shipments on the way prove. */
export const transferProofs: Proofs = { 'WHK-1.1': carriersAsked }
