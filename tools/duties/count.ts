import '../../src/app/modules.ts' // registers the proofs of all modules
import { closedBy, provedDuties, reportedBySigning } from '../../src/modules/duties/public.ts'
import { defaultPack, shippedDuties, type ShippedDuty } from '../../src/modules/duties/domain/default-pack.ts'

export type Line = { readonly position: string; readonly duties: number; readonly live: number; readonly byData: number; readonly byRecord: number; readonly toCome: number }

const isAuto = ({ proof }: ShippedDuty): boolean => proof.some(({ kind }) => kind === 'auto')
/** By data, or by what signing its list does. */
const isProved = ({ id }: ShippedDuty): boolean => provedDuties().includes(id) || reportedBySigning(id) !== null

/** What always holds or belongs to a step is a figure of data; until then it is put on record (ADR 0020). */
const needsData = (duty: ShippedDuty): boolean => isAuto(duty) || duty.when === 'always' || /^on\([^)]*\)$/.test(duty.when)

/** Duties that business data proves, and no module registers it yet. */
export const proofsToCome = (): { id: string; proof: string }[] => shippedDuties.filter((duty) => needsData(duty) && !isProved(duty))
  .map(({ id, proof }) => ({ id, proof: proof.flatMap((part) => (part.kind === 'photo' ? [] : [part.en])).join('; ') }))

/** By position: live is what its holder sees and can close today, by data or by a record. */
export function tableOf(): Line[] {
  const lineOf = (position: string, duties: readonly ShippedDuty[]): Line => {
    const of = (kind: string): number => duties.filter((duty) => closedBy(duty) === kind).length
    return { position, duties: duties.length, live: of('data') + of('both') + of('record'), byData: of('data') + of('both'), byRecord: of('record'), toCome: duties.filter((duty) => needsData(duty) && !isProved(duty)).length }
  }
  const lines = defaultPack.positions.filter(({ duties }) => duties.length > 0).map(({ position }) => lineOf(position, shippedDuties.filter((duty) => duty.position === position)))
  return [...lines, lineOf('all', shippedDuties)]
}

export const marks = { begin: '<!-- duties -->', end: '<!-- /duties -->' }

export const markDown = (lines: readonly Line[]): string => [
  '| position | duties | live | proved by data | closed by record or checklist | proofs by data to come |', '| --- | --- | --- | --- | --- | --- |',
  ...lines.map(({ position, duties, live, byData, byRecord, toCome }) => `| ${[position, duties, live, byData, byRecord, toCome].join(' | ')} |`),
].join('\n')
