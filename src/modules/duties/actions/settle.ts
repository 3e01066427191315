import type { Tx } from '../../../platform/database.ts'
import { announceByItself } from '../../../platform/deed.ts'
import { closeInstance, toSettle, type InstanceWithDuty } from '../data/instances.ts'
import { isSigned } from '../domain/checklists.ts'
import { mayTurnUp, statusWhenDone } from '../domain/instance.ts'
import { proofOf, provedDuties } from './proofs.ts'

/** At work the job looks every minute; over a written history it looks once, afterwards, and dates what it finds as it would have then. */
export type Looking = 'at-work' | 'afterwards'

/** Asks the data; closes with a frozen snapshot of what it said. Answers whether the instance is over now. */
async function settleByData(tx: Tx, storeId: string, instance: InstanceWithDuty, now: Date, looking: Looking): Promise<boolean> {
  const proof = proofOf(instance)
  if (proof === null || isSigned(instance.proof) || (proof.settles === 'at-deadline' && now < instance.dueAt)) return false
  const question = { storeId, from: instance.opensAt, holderId: instance.deputyId ?? instance.holderId, subjectId: instance.subjectId, subjectName: instance.subjectName }
  const byDeadline = await proof.evaluate(tx, { ...question, until: instance.dueAt })
  const { met, nothing = false, ...said } = byDeadline.met || now <= instance.dueAt ? byDeadline : await proof.evaluate(tx, { ...question, until: instance.closesAt })
  if (!met || (nothing && mayTurnUp(instance, now))) return false
  const at = looking === 'at-work' ? now : earlier(now, byDeadline.met ? instance.dueAt : instance.closesAt)
  const inTime = proof.settles === 'at-deadline' || (proof.timed === true && byDeadline.met)
  const status = nothing ? 'nothing' : inTime ? 'done' : statusWhenDone(at, instance.dueAt)
  await closeInstance(tx, storeId, { id: instance.id, status, at, by: null, byName: '', evidence: { kind: 'auto', ...said } })
  return true
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other)

/** Closes what data proves, and calls missed what was open until its end. A thousand at most; answers how many were closed. */
export async function settleInstances(tx: Tx, storeId: string, now: Date, looking: Looking = 'at-work'): Promise<number> {
  let closed = 0
  let last: string | null = null
  for (const instance of await toSettle(tx, storeId, provedDuties(), now)) {
    const proved = await settleByData(tx, storeId, instance, now, looking)
    if (!proved && instance.closesAt > now) continue
    if (!proved) await closeInstance(tx, storeId, { id: instance.id, status: 'missed', at: looking === 'at-work' ? now : instance.closesAt, by: null, byName: '', evidence: null })
    closed += 1
    last = instance.id
  }
  if (last !== null) await announceByItself(tx, storeId, now, { event: 'duty.settled', subjectId: last }) // once for all of them: open pages read again
  return closed
}
