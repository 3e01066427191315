import type { Tx } from '../../../platform/database.ts'
import { announceByItself } from '../../../platform/deed.ts'
import { closeInstance, toSettle, type InstanceWithDuty } from '../data/instances.ts'
import { statusWhenDone } from '../domain/instance.ts'
import { proofOf, provedDuties } from './proofs.ts'

/** Asks the data; closes with a frozen snapshot of what it said. Answers whether the instance is over now. */
async function settleByData(tx: Tx, storeId: string, instance: InstanceWithDuty, now: Date): Promise<boolean> {
  const proof = proofOf(instance)
  if (proof === null || (proof.settles === 'at-deadline' && now < instance.dueAt)) return false
  const question = { storeId, from: instance.opensAt, holderId: instance.deputyId ?? instance.holderId, subjectId: instance.subjectId }
  const byDeadline = await proof.evaluate(tx, { ...question, until: instance.dueAt })
  const { met, ...said } = byDeadline.met || now <= instance.dueAt ? byDeadline : await proof.evaluate(tx, { ...question, until: instance.closesAt })
  if (!met) return false
  const inTime = proof.settles === 'at-deadline' || (proof.timed === true && byDeadline.met)
  const status = inTime ? 'done' : statusWhenDone(now, instance.dueAt)
  await closeInstance(tx, storeId, { id: instance.id, status, at: now, by: null, byName: '', evidence: { kind: 'auto', ...said } })
  return true
}

/** Closes what data proves, and calls missed what was open until its end. A thousand at most; answers how many were closed. */
export async function settleInstances(tx: Tx, storeId: string, now: Date): Promise<number> {
  let closed = 0
  let last: string | null = null
  for (const instance of await toSettle(tx, storeId, provedDuties(), now)) {
    const proved = await settleByData(tx, storeId, instance, now)
    if (!proved && instance.closesAt > now) continue
    if (!proved) await closeInstance(tx, storeId, { id: instance.id, status: 'missed', at: now, by: null, byName: '', evidence: null })
    closed += 1
    last = instance.id
  }
  if (last !== null) await announceByItself(tx, storeId, now, { event: 'duty.settled', subjectId: last }) // once for all of them: open pages read again
  return closed
}
