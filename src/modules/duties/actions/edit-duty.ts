import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { insertChange, lockDuty, updateDuty, type DutyEdit } from '../data/duties.ts'
import { keepProofs } from '../data/instances.ts'
import { isPosition } from '../domain/default-pack.ts'
import { proofAsWished, type ProofWish } from '../domain/proof-wish.ts'
import { isFault, parseWhen } from '../domain/when.ts'
import { makeAnew } from './packs.ts'
import { proofOf } from './proofs.ts'
import { storeChecklists } from './store-checklists.ts'

export type EditWish = Omit<DutyEdit, 'watch' | 'proof' | 'supervisors' | 'until'> & { readonly proof?: ProofWish | undefined; readonly dutyId: string; readonly version: number; readonly watch: readonly string[]; readonly supervisors?: readonly string[] | undefined; readonly reason: string }


/** The past stays as it was: what is open already keeps its deadline, what is not yet open is made anew. */
export async function editDuty(deed: Deed, { dutyId, version, reason, proof, supervisors, ...wish }: EditWish): Promise<{ version: number; made: number }> {
  const { tx, by, now } = deed
  const duty = found(await lockDuty(tx, by.storeId, dutyId), 'duty')
  refuseStale(duty.version, version)
  const read = parseWhen(wish.due)
  refuseIf(isFault(read) ? new Refusal('duties.deadline-unreadable', { fault: read.fault }) : null)
  const stranger = [...wish.watch, ...supervisors ?? []].find((code) => !isPosition(code))
  refuseIf(stranger === undefined ? null : new Refusal('duties.nobody-so-called', { position: stranger }))
  refuseIf(supervisors?.includes(duty.position) === true ? new Refusal('duties.own.supervises-himself') : null)
  const wished = proof === undefined ? undefined : proofAsWished(proof, { provedByData: proofOf({ dutyId, provedBy: duty.provedBy }) !== null, lists: await storeChecklists(deed) })
  refuseIf(wished instanceof Refusal ? wished : null)
  const asked = wished instanceof Refusal ? undefined : wished
  const after: DutyEdit = { ...wish, watch: wish.watch.filter(isPosition), ...(asked === undefined ? {} : { proof: asked }), ...(supervisors === undefined ? {} : { supervisors: supervisors.filter(isPosition) }) }
  if (asked !== undefined) await keepProofs(tx, by.storeId, [dutyId])
  const { due, watch, holder, graceMinutes, move, active } = duty
  await updateDuty(tx, by.storeId, dutyId, after)
  const before: DutyEdit = { due, watch, holder, graceMinutes, move, active, ...(asked === undefined ? {} : { proof: duty.proof }), ...(supervisors === undefined ? {} : { supervisors: duty.supervisors }) }
  await insertChange(tx, by.storeId, { id: deed.newId(), dutyId, at: now, personId: by.personId, personName: by.name, before, after, reason })
  const made = await makeAnew(deed, [dutyId])
  deed.record({ subject: 'duty-definition', subjectId: by.storeId, before: { dutyId, ...before }, after, reason })
  deed.announce({ event: 'duty.edited', subjectId: by.storeId })
  return { version: version + 1, made }
}
