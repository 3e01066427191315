import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { positionsWithRight } from '../../organisation/public.ts'
import { insertChange, lockDuty, updateDuty, type DutyData, type DutyEdit } from '../data/duties.ts'
import { keepProofs, keepTitles } from '../data/instances.ts'
import { isPosition } from '../domain/default-pack.ts'
import { whyNotRename, whyNotSupervise } from '../domain/own-duty.ts'
import { proofAsWished, type ProofWish } from '../domain/proof-wish.ts'
import { isFault, parseWhen } from '../domain/when.ts'
import { dutyPermissions } from '../permissions.ts'
import { makeAnew } from './packs.ts'
import { proofOf } from './proofs.ts'
import { storeChecklists } from './store-checklists.ts'

export type EditWish = Omit<DutyEdit, 'watch' | 'proof' | 'supervisors' | 'until' | 'zh' | 'en' | 'position'> & {
  readonly proof?: ProofWish | undefined; readonly dutyId: string; readonly version: number; readonly watch: readonly string[]; readonly supervisors?: readonly string[] | undefined; readonly reason: string
  /** Of a duty that the store added. */ readonly title?: { readonly zh: string; /** Left empty it is the Chinese. */ readonly en: string } | undefined; readonly position?: string | undefined
}

/** The past stays as it was: what is open already keeps its deadline, its title and its position, what is not yet open is made anew. */
export async function editDuty(deed: Deed, { dutyId, version, reason, ...wish }: EditWish): Promise<{ version: number; made: number }> {
  const { tx, by, now } = deed
  const duty = found(await lockDuty(tx, by.storeId, dutyId), 'duty')
  refuseStale(duty.version, version)
  const after = await asWished(deed, duty, wish)
  if (after.proof !== undefined) await keepProofs(tx, by.storeId, [dutyId])
  if (after.zh !== undefined) await keepTitles(tx, by.storeId, [dutyId])
  await updateDuty(tx, by.storeId, dutyId, after)
  const before = Object.fromEntries(Object.keys(after).map((name) => [name, duty[name as keyof DutyEdit]])) as DutyEdit
  await insertChange(tx, by.storeId, { id: deed.newId(), dutyId, at: now, personId: by.personId, personName: by.name, before, after, reason })
  const made = await makeAnew(deed, [dutyId])
  deed.record({ subject: 'duty-definition', subjectId: by.storeId, before: { dutyId, ...before }, after, reason })
  deed.announce({ event: 'duty.edited', subjectId: by.storeId })
  return { version: version + 1, made }
}

/** What of the duty changes, each part looked at; refuses what does not go. */
async function asWished(deed: Deed, duty: DutyData, { proof, supervisors, title, position, watch, ...rule }: Omit<EditWish, 'dutyId' | 'version' | 'reason'>): Promise<DutyEdit> {
  const { tx, by } = deed
  const read = parseWhen(rule.due)
  refuseIf(isFault(read) ? new Refusal('duties.deadline-unreadable', { fault: read.fault }) : null)
  refuseIf(title === undefined && position === undefined ? null : whyNotRename(duty))
  const stranger = [...watch, ...supervisors ?? [], ...position === undefined ? [] : [position]].find((code) => !isPosition(code))
  refuseIf(stranger === undefined ? null : new Refusal('duties.nobody-so-called', { position: stranger }))
  refuseIf(whyNotSupervise({ position: position ?? duty.position, supervisors: supervisors ?? (position === undefined ? [] : duty.supervisors), maySupervise: await positionsWithRight(tx, by.storeId, dutyPermissions.supervise.permission) }))
  const wished = proof === undefined ? undefined : proofAsWished(proof, { provedByData: proofOf({ dutyId: duty.id, provedBy: duty.provedBy }) !== null, lists: await storeChecklists(deed) })
  refuseIf(wished instanceof Refusal ? wished : null)
  return {
    ...rule, watch: watch.filter(isPosition), ...(wished === undefined || wished instanceof Refusal ? {} : { proof: wished }), ...(supervisors === undefined ? {} : { supervisors: supervisors.filter(isPosition) }),
    ...(title === undefined ? {} : { zh: title.zh, en: title.en === '' ? title.zh : title.en }), ...(position !== undefined && isPosition(position) ? { position } : {}),
  }
}
