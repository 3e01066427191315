import type { Tx } from '../../../platform/database.ts'
import { allOf, type Proof, type Proofs } from '../../../platform/proof.ts'
import { doneOf } from '../data/instances.ts'
import { isSigned } from '../domain/checklists.ts'
import type { ProofPart } from '../domain/pack.ts'
import { isStanding, whenRecorded } from '../domain/standing.ts'

/** A duty that is met when another one was done in its time. */
const when = (dutyId: string): Proof => ({
  settles: 'when-met', page: '/today',
  evaluate: async (tx: Tx, { storeId, from, until }) => {
    const { done, all } = await doneOf(tx, storeId, dutyId, from, new Date(until.getTime() + 86_400_000 - 1))
    return { ...allOf(done, all), met: all > 0 && done === all }
  },
})

/** What the engine proves of itself: the supervisor's duty is met when the watched one is signed. */
export const dutyProofs: Proofs = { 'STM-4.9': when('FDS-2.7'), 'PTS-11.1': when('WHK-4.2'), 'WSS-4.1': when('MTL-1.1') }

const known = new Map<string, Proof>()

/** What modules prove by their data, told at the start. */
export function registerProofs(...all: readonly Proofs[]): void {
  for (const proofs of all) for (const [dutyId, proof] of Object.entries(proofs)) known.set(dutyId, proof)
}

/** A line of the store's own manual is closed by the data that it names; a line of the manual that ships by its own. */
export const proofOf = ({ dutyId, provedBy }: { readonly dutyId: string; readonly provedBy: string | null }): Proof | null => known.get(provedBy ?? dutyId) ?? null
/** When it is owed: as the manual says, and on record where it has no deadline and data alone does not close it. */
export const owedWhen = ({ id, due, provedBy, proof }: { readonly id: string; readonly due: string; readonly provedBy: string | null; readonly proof: readonly ProofPart[] }): string =>
  (isStanding(due) && (isSigned(proof) || proofOf({ dutyId: id, provedBy }) === null) ? whenRecorded(due) : due)
export const provedDuties = (): string[] => [...known.keys()]
