import { localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { announceByItself } from '../../../platform/deed.ts'
import { findStore } from '../../organisation/public.ts'
import { closeInstance, toSettle, type InstanceWithDuty } from '../data/instances.ts'
import { isSigned } from '../domain/checklists.ts'
import { whoDid, type Somebody } from '../domain/doer.ts'
import { mayTurnUp, statusWhenDone } from '../domain/instance.ts'
import { proofOf, provedDuties } from './proofs.ts'
import { positionsBetween } from './read-duties.ts'

/** At work the job looks every minute; over a written history it looks once, afterwards, and dates what it finds as it would have then. */
export type Looking = 'at-work' | 'afterwards'

type Settling = { readonly tx: Tx; readonly storeId: string; readonly now: Date; readonly looking: Looking; /** Who was there for a position on the day of a moment. */ readonly thereOn: (position: string, at: Date) => Promise<Somebody[]> }

/** The roster is read when the first of these instances asks for it, once for all of them. */
function thereBetween(tx: Tx, storeId: string, instances: readonly InstanceWithDuty[], now: Date): Settling['thereOn'] {
  const read = async () => {
    const { timeZone } = await findStore(tx, storeId)
    const first = instances.reduce((earliest, { dueAt }) => earlier(earliest, dueAt), now)
    const positionsOn = await positionsBetween({ tx, by: { storeId, timeZone }, now }, localDay(first, timeZone), localDay(now, timeZone))
    return { timeZone, positionsOn }
  }
  let known: ReturnType<typeof read> | null = null
  return async (position, at) => {
    known ??= read()
    const { timeZone, positionsOn } = await known
    const day = positionsOn(localDay(at, timeZone))
    return day.toldOf(position).map((id) => ({ id, name: day.nameOf(id) }))
  }
}

/** Asks the data; closes with a frozen snapshot of what it said. Answers whether the instance is over now. */
async function settleByData({ tx, storeId, now, looking, thereOn }: Settling, instance: InstanceWithDuty): Promise<boolean> {
  const proof = proofOf(instance)
  if (proof === null || isSigned(instance.proof) || (proof.settles === 'at-deadline' && now < instance.dueAt)) return false
  const question = { storeId, from: instance.opensAt, holderId: instance.deputyId ?? instance.holderId, subjectId: instance.subjectId, subjectName: instance.subjectName }
  const byDeadline = await proof.evaluate(tx, { ...question, until: instance.dueAt })
  const { met, nothing = false, doers = [], ...said } = byDeadline.met || now <= instance.dueAt ? byDeadline : await proof.evaluate(tx, { ...question, until: instance.closesAt })
  if (!met || (nothing && mayTurnUp(instance, now))) return false
  const at = looking === 'at-work' ? now : earlier(now, byDeadline.met ? instance.dueAt : instance.closesAt)
  const inTime = proof.settles === 'at-deadline' || (proof.timed === true && byDeadline.met)
  const status = nothing ? 'nothing' : inTime ? 'done' : statusWhenDone(at, instance.dueAt)
  const doneAt = proof.settles === 'at-deadline' ? instance.dueAt : earlier(at, instance.closesAt)
  const shared = !nothing && instance.holderId === null
  const didBy = shared ? whoDid(await thereOn(instance.position, doneAt), doers) : null
  const names = [...new Set(doers.map(({ name }) => name))]
  await closeInstance(tx, storeId, { id: instance.id, status, at, by: null, byName: '', evidence: { kind: 'auto', ...said, ...(shared && names.some((name) => name !== didBy?.name) ? { doers: names } : {}) }, didBy })
  return true
}

const earlier = (one: Date, other: Date): Date => (one < other ? one : other)

/** Closes what data proves, and calls missed what was open until its end. A thousand at most; answers how many were closed. */
export async function settleInstances(tx: Tx, storeId: string, now: Date, looking: Looking = 'at-work'): Promise<number> {
  let closed = 0
  let last: string | null = null
  const instances = await toSettle(tx, storeId, provedDuties(), now)
  const settling: Settling = { tx, storeId, now, looking, thereOn: thereBetween(tx, storeId, instances, now) }
  for (const instance of instances) {
    const proved = await settleByData(settling, instance)
    if (!proved && instance.closesAt > now) continue
    if (!proved) await closeInstance(tx, storeId, { id: instance.id, status: 'missed', at: looking === 'at-work' ? now : instance.closesAt, by: null, byName: '', evidence: null })
    closed += 1
    last = instance.id
  }
  if (last !== null) await announceByItself(tx, storeId, now, { event: 'duty.settled', subjectId: last }) // once for all of them: open pages read again
  return closed
}
