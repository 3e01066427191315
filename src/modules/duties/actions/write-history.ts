import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import { putShipped } from '../data/duties.ts'
import * as fill from '../data/fill-instances.ts'
import type { AcknowledgementData } from '../data/acknowledgements.ts'
import { openTasks } from '../data/tasks.ts'
import { checklistOf, isSigned } from '../domain/checklists.ts'
import { defaultPack, shippedDuties } from '../domain/default-pack.ts'
import { superiorsOf, supervisorsOf } from '../domain/pack.ts'
import { generateInstances } from './generate.ts'
import { provedDuties } from './proofs.ts'
import { levelOf } from './read-duties.ts'
import { settleInstances } from './settle.ts'
import { calendarAround, type StoreOfDuties } from './store-of-duties.ts'

const evidenceOf = ({ proof }: (typeof shippedDuties)[number]): unknown => {
  const list = checklistOf(proof)
  if (list !== null) return { kind: 'check', points: list.points.map(({ id, zh, en }) => ({ point: id, zh, en, result: 'pass', note: '' })) }
  return { kind: 'record', words: proof.flatMap((part) => (part.kind === 'photo' ? [] : [part.zh])).join('；') }
}

export type HistoryWish = {
  readonly now: Date; readonly days: number; readonly newId: () => string
  /** Who does his duties badly, and speaks to nobody about what he supervises. */
  readonly sloppy: ReadonlySet<string>
  /** True in so many of a hundred cases. */
  readonly percent: (percent: number) => boolean
}

/** For the demo store: the manual has been at work for so many days. */
export async function writeDutyHistory(tx: Tx, store: StoreOfDuties, { now, days, newId, sloppy, percent }: HistoryWish): Promise<void> {
  await putShipped(tx, store.id, shippedDuties)
  await generateInstances(tx, store, { now: new Date(now.getTime() - days * 86_400_000), days: days + 7, newId })
  const people = await peopleByPosition(tx, store, now)
  const closers = Object.fromEntries([...people].flatMap(([position, [first]]) => (first === undefined ? [] : [[position, first]])))
  await fill.planForMany(tx)
  const signed = new Set(shippedDuties.filter(({ proof }) => isSigned(proof)).map(({ id }) => id))
  const alone = provedDuties().filter((id) => !signed.has(id))
  await fill.fillOutcomes(tx, store.id, {
    now, proved: alone, checked: shippedDuties.filter(({ proof }) => checklistOf(proof) !== null).map(({ id }) => id), closers, evidence: Object.fromEntries(shippedDuties.map((duty) => [duty.id, evidenceOf(duty)])), sloppy: [...sloppy],
  })
  await leaveTask(tx, store, newId)
  await fill.planForOne(tx)
  while (await settleInstances(tx, store.id, now, 'afterwards') > 0);
  const watchers = watchersOf(people, sloppy)
  const { opening } = await calendarAround(tx, store, now, 1)
  const words = (await fill.missedOfHistory(tx, store.id)).flatMap((missed) => wordsOn(missed, watchers(missed.position), { now, newId, percent, levelAt: (at) => levelOf(missed, opening, store.timeZone, at) }))
  await fill.fillAcknowledgements(tx, store.id, words)
}

/** The last round of the front desk found something that is still to be put right. */
async function leaveTask(tx: Tx, store: StoreOfDuties, newId: () => string): Promise<void> {
  const lists = new Map(shippedDuties.filter(({ position }) => position === 'FDS').flatMap(({ id, proof }) => { const list = checklistOf(proof); return list === null ? [] : [[id, list] as const] }))
  const last = await fill.lastSigned(tx, store.id, [...lists.keys()])
  const list = last === null ? undefined : lists.get(last.dutyId)
  const point = list?.points.find(({ photo }) => !photo)
  if (last === null || list === undefined || point === undefined || last.closedAt === null) return
  const note = '地垫卷边，容易绊倒'
  await fill.setEvidence(tx, store.id, last.id, { ...last.evidence, points: last.evidence.points.map((answer) => (answer.point === point.id ? { ...answer, result: 'fail', note } : answer)) })
  const dueAt = new Date(startOfDay(addDays(localDay(last.closedAt, store.timeZone), 2), store.timeZone).getTime() - 1_000)
  await openTasks(tx, store.id, [{ id: newId(), instanceId: last.id, checklist: list.code, point: point.id, position: last.position, note, openedAt: last.closedAt, openedByName: last.closedByName, dueAt }])
}

type Person = { readonly id: string; readonly name: string }
type Watcher = Person & { /** How far a duty must have climbed before he sees it. */ readonly level: number }

/** Who speaks about what a position missed: the manual's supervisors at once, its superiors when it has climbed to them; sloppy ones never. */
function watchersOf(people: ReadonlyMap<string, readonly Person[]>, sloppy: ReadonlySet<string>): (position: string) => readonly Watcher[] {
  const all = shippedDuties.map(({ position }) => position)
  const known = new Map<string, readonly Watcher[]>()
  for (const position of new Set(all)) {
    const own = new Set((people.get(position) ?? []).map(({ id }) => id))
    const levels = [...supervisorsOf(shippedDuties, position).map((watching) => [watching, 0] as const), ...superiorsOf(defaultPack, position).map((superior, index) => [superior, index + 1] as const)]
    const watchers = levels.flatMap(([watching, level]) => (people.get(watching) ?? []).map((person) => ({ ...person, level }))).filter(({ id }) => !own.has(id) && !sloppy.has(id))
    known.set(position, watchers.filter(({ id }, index) => watchers.findIndex((other) => other.id === id) === index))
  }
  return (position) => known.get(position) ?? []
}

const hour = 3_600_000
const spoken = { talked: '已当面沟通，说明要求', reassigned: '已改派他人补做', excused: '当日临时调去支援，免于追究' } as const

type Speaking = Pick<HistoryWish, 'now' | 'newId' | 'percent'> & { readonly levelAt: (at: Date) => number }

/** The morning after, or two days later where it had to climb. Once it is excused nobody speaks of it again. */
function wordsOn({ id: instanceId, closesAt }: fill.MissedData, watchers: readonly Watcher[], { now, newId, percent, levelAt }: Speaking): AcknowledgementData[] {
  const said: AcknowledgementData[] = []
  for (const { id: personId, name: personName, level } of watchers) {
    const at = new Date(closesAt.getTime() + (level === 0 ? 10 : 58) * hour)
    if (said.some(({ action }) => action === 'excused') || at > now || !percent(level === 0 ? 85 : 40) || levelAt(at) < level) continue
    const action = level === 0 && percent(12) ? 'excused' : percent(20) ? 'reassigned' : 'talked'
    said.push({ id: newId(), instanceId, at, personId, personName, action, note: spoken[action] })
  }
  return said
}
