import type { Tx } from '../../../platform/database.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import { putShipped } from '../data/duties.ts'
import { fillOutcomes, planForMany } from '../data/fill-instances.ts'
import { checklistOf } from '../domain/checklists.ts'
import { shippedDuties } from '../domain/default-pack.ts'
import { generateInstances } from './generate.ts'
import { provedDuties } from './proofs.ts'
import { settleInstances } from './settle.ts'
import type { StoreOfDuties } from './store-of-duties.ts'

const evidenceOf = ({ proof }: (typeof shippedDuties)[number]): unknown => {
  const list = checklistOf(proof)
  if (list !== null) return { kind: 'check', points: list.points.map(({ id, zh, en }) => ({ point: id, zh, en, result: 'pass', note: '' })) }
  return { kind: 'record', words: proof.flatMap((part) => (part.kind === 'photo' ? [] : [part.zh])).join('；') }
}

/** For the demo store: the manual has been at work for so many days. */
export async function writeDutyHistory(tx: Tx, store: StoreOfDuties, { now, days, newId }: { now: Date; days: number; newId: () => string }): Promise<void> {
  await putShipped(tx, store.id, shippedDuties)
  await generateInstances(tx, store, { now: new Date(now.getTime() - days * 86_400_000), days: days + 7, newId })
  const people = await peopleByPosition(tx, store, now)
  const closers = Object.fromEntries([...people].flatMap(([position, [first]]) => (first === undefined ? [] : [[position, first]])))
  await planForMany(tx)
  await fillOutcomes(tx, store.id, { now, proved: provedDuties(), checked: shippedDuties.filter(({ proof }) => checklistOf(proof) !== null).map(({ id }) => id), closers, evidence: Object.fromEntries(shippedDuties.map((duty) => [duty.id, evidenceOf(duty)])) })
  while (await settleInstances(tx, store.id, now) > 0);
}
