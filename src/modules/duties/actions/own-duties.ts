import { found, Refusal, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { localDay, type LocalDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { positionsWithRight } from '../../organisation/public.ts'
import { insertChange, insertOwnDuty, lockDuty, nextOwnPlace, setLastDay, type DutyEdit } from '../data/duties.ts'
import { isPosition } from '../domain/default-pack.ts'
import type { DeadlineMove } from '../domain/occurrences.ts'
import { ownDutyId, whyNotAdd, whyNotEnd } from '../domain/own-duty.ts'
import { whyNotWhen } from '../domain/pack-file.ts'
import { proofAsWished, type ProofWish } from '../domain/proof-wish.ts'
import { dutyPermissions } from '../permissions.ts'
import { knownEvents, makeAnew } from './packs.ts'
import { storeChecklists } from './store-checklists.ts'

export type OwnDutyWish = {
  readonly zh: string; /** Left empty it is the Chinese. */ readonly en: string; readonly position: string; readonly holder: 'each' | 'position'; readonly due: string; readonly graceMinutes: number; readonly move: DeadlineMove
  readonly since: LocalDay; readonly proof: ProofWish; readonly supervisors: readonly string[]; readonly reason: string
}

/** A recurring duty of the store's own, by the engine of all the others (FDS-1.3, WSS-1.3). */
export async function addOwnDuty(deed: Deed, { position, supervisors, proof, reason, ...wish }: OwnDutyWish): Promise<{ id: string; version: number; made: number }> {
  const { tx, by, now } = deed
  refuseIf(whyNotWhen(wish.due, knownEvents))
  refuseIf(whyNotAdd({ position, supervisors, maySupervise: await positionsWithRight(tx, by.storeId, dutyPermissions.supervise.permission), since: wish.since, today: localDay(now, by.timeZone), knows: isPosition }))
  const asked = proofAsWished(proof, { provedByData: false, lists: await storeChecklists(deed) })
  refuseIf(asked instanceof Refusal ? asked : null)
  const parts = asked instanceof Refusal ? [] : asked
  const place = await nextOwnPlace(tx, by.storeId)
  const id = ownDutyId(place)
  const duty = { ...wish, id, place, en: wish.en === '' ? wish.zh : wish.en, position: found(isPosition(position) ? position : null, 'position'), supervisors: supervisors.filter(isPosition), proof: parts }
  await insertOwnDuty(tx, by.storeId, duty)
  const edit: DutyEdit = { due: duty.due, watch: [], holder: duty.holder, graceMinutes: duty.graceMinutes, move: duty.move, active: true, proof: parts, supervisors: duty.supervisors, until: null }
  await insertChange(tx, by.storeId, { id: deed.newId(), dutyId: id, at: now, personId: by.personId, personName: by.name, before: null, after: edit, reason })
  const made = await makeAnew(deed, [id])
  deed.record({ subject: 'duty-definition', subjectId: by.storeId, after: { dutyId: id, ...duty }, reason })
  deed.announce({ event: 'duty.added', subjectId: by.storeId })
  return { id, version: 1, made }
}

/** The last day of a duty that the store added; what is open already stays to be done. */
export async function endOwnDuty(deed: Deed, { dutyId, version, lastDay, reason }: { readonly dutyId: string; readonly version: number; readonly lastDay: LocalDay; readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const duty = found(await lockDuty(tx, by.storeId, dutyId), 'duty')
  refuseIf(whyNotEnd({ ...duty, lastDay, today: localDay(now, by.timeZone) }))
  refuseStale(duty.version, version)
  const { due, watch, holder, graceMinutes, move, active, until } = duty
  await setLastDay(tx, by.storeId, dutyId, lastDay)
  const before: DutyEdit = { due, watch, holder, graceMinutes, move, active, until }
  await insertChange(tx, by.storeId, { id: deed.newId(), dutyId, at: now, personId: by.personId, personName: by.name, before, after: { ...before, until: lastDay }, reason })
  await makeAnew(deed, [dutyId])
  deed.record({ subject: 'duty-definition', subjectId: by.storeId, before: { dutyId, until }, after: { until: lastDay }, reason })
  deed.announce({ event: 'duty.ended', subjectId: by.storeId })
  return { version: version + 1 }
}
