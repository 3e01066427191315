import { may } from '../../../kernel/actor.ts'
import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { peopleByPosition } from '../../organisation/public.ts'
import { photosOfSubject, type PhotoSubject } from '../../photos/public.ts'
import * as data from '../data/tasks.ts'
import { isMine, positionOfArea, problemDueAt, whyNotCheck, whyNotDo, whyNotGive, whyNotPass, whyNotReport, whyNotWithdraw, type Area, type Owner, type TaskKind } from '../domain/task.ts'
import { taskPermissions } from '../permissions.ts'
import { somebodyOf } from './read-tasks.ts'

type Made = { id: string; number: string; version: number }
type New = Owner & { readonly kind: TaskKind; readonly area: Area | null; readonly words: string; readonly dueAt: Date; readonly photoNeeded: boolean; readonly ownerName: string; readonly sourcePage: string; readonly sourceName: string }

async function write(deed: Deed, wish: New): Promise<Made> {
  const { tx, by, now } = deed
  const task = { ...wish, id: deed.newId(), number: await nextNumber(deed, 'TK'), givenAt: now, givenBy: by.personId, givenByName: by.name }
  await data.insertTask(tx, by.storeId, task)
  await step(deed, task.id, 'given', '')
  deed.record({ subject: 'task', subjectId: task.id, after: task })
  deed.announce({ event: 'task.given', subjectId: task.id, facts: { number: task.number, kind: task.kind, position: task.position, ownerId: task.ownerId } })
  return { id: task.id, number: task.number, version: 1 }
}

/** Whatever was said, and by whom, stays with the task. */
const step = ({ tx, by, now, newId }: Deed, taskId: string, what: data.StepData['what'], words: string): Promise<number> =>
  data.insertStep(tx, by.storeId, taskId, { id: newId(), what, at: now, personId: by.personId, personName: by.name, words })

/** The channel (FDS-1.3, WSS-1.3): whoever sees it says so; whose area it is settles it. */
export async function reportProblem(deed: Deed, { area, words, photos }: { readonly area: Area; readonly words: string; readonly photos: number }): Promise<Made> {
  refuseIf(whyNotReport({ words, photos }))
  return write(deed, { kind: 'problem', area, words, photoNeeded: false, position: positionOfArea[area], ownerId: null, ownerName: '', dueAt: problemDueAt(deed.now), sourcePage: '', sourceName: '' })
}

export type GiveWish = Owner & { readonly words: string; readonly dueAt: string; readonly photoNeeded: boolean; /** What it comes from: the page and its name. */ readonly source?: { readonly page: string; readonly name: string } }

/** The person's name where he holds the position; refused where the task could fall to nobody. */
async function ownerOf({ tx, by, now }: Deed, { position, ownerId, words, dueAt }: Owner & { readonly words: string; readonly dueAt: Date | null }): Promise<{ ownerId: string | null; ownerName: string }> {
  const holders = (await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)).get(position) ?? []
  const person = holders.find(({ id }) => id === ownerId)
  refuseIf(whyNotGive({ words, dueAt, now, ownerHolds: ownerId === null ? null : person !== undefined, held: holders.length > 0 }))
  return { ownerId, ownerName: person?.name ?? '' }
}

export async function giveTask(deed: Deed, { words, position, ownerId, dueAt, photoNeeded, source }: GiveWish): Promise<Made> {
  const due = new Date(dueAt)
  const owner = await ownerOf(deed, { position, ownerId, words, dueAt: due })
  return write(deed, { kind: 'task', area: null, words, photoNeeded, position, ...owner, dueAt: due, sourcePage: source?.page ?? '', sourceName: source?.name ?? '' })
}

type Seen = { readonly taskId: string; readonly version: number }

async function lockSeen(deed: Deed, { taskId, version }: Seen) {
  const { tx, by } = deed
  const task = found(await data.lockTask(tx, by.storeId, taskId), 'task')
  refuseStale(task.version, version)
  return { task, gave: task.givenBy === by.personId, judgesAll: may(by, taskPermissions.judgeAll.permission) }
}

async function ended(deed: Deed, task: data.TaskData, what: data.StepData['what'], words: string, after: object = {}): Promise<{ version: number }> {
  await step(deed, task.id, what, words)
  deed.record({ subject: 'task', subjectId: task.id, before: { status: task.status }, after: { what, words, ...after } })
  deed.announce({ event: `task.${what}`, subjectId: task.id, facts: { number: task.number, position: task.position, ownerId: task.ownerId, givenBy: task.givenBy } })
  return { version: task.version + 1 }
}

export async function doTask(deed: Deed, { words, ...seen }: Seen & { readonly words: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { task } = await lockSeen(deed, seen)
  const photos = (await photosOfSubject(tx, by.storeId, 'task', task.id)).filter(({ occasion, removedAt }) => occasion === 'remedy' && removedAt === null).length
  refuseIf(whyNotDo({ status: task.status, mine: isMine(task, await somebodyOf(deed)), words, photoNeeded: task.photoNeeded, photos }))
  await data.markDone(tx, by.storeId, { id: task.id, at: now, by: by.personId, byName: by.name })
  return ended(deed, task, 'done', words)
}

/** Who gave it looks at what was done: good, or back to the owner with the reason. */
export async function checkTask(deed: Deed, { good, words, ...seen }: Seen & { readonly good: boolean; readonly words: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { task, gave, judgesAll } = await lockSeen(deed, seen)
  refuseIf(whyNotCheck({ status: task.status, gave, judgesAll, did: task.doneBy === by.personId, good, words }))
  if (good) await data.endTask(tx, by.storeId, task.id, 'checked', now)
  else await data.sendBack(tx, by.storeId, task.id)
  return ended(deed, task, good ? 'checked' : 'returned', words)
}

export async function passTask(deed: Deed, { position, ownerId, dueAt, words, ...seen }: Seen & Owner & { readonly dueAt: string; readonly words: string }): Promise<{ version: number }> {
  const { task, gave, judgesAll } = await lockSeen(deed, seen)
  const due = new Date(dueAt)
  refuseIf(whyNotPass({ status: task.status, mine: isMine(task, await somebodyOf(deed)), gave, judgesAll, later: due > task.dueAt, words }))
  const owner = await ownerOf(deed, { position, ownerId, words, dueAt: due.getTime() === task.dueAt.getTime() ? null : due })
  await data.giveTo(deed.tx, deed.by.storeId, { id: task.id, position, ...owner, dueAt: due })
  return ended(deed, task, 'passed', words, { position, ...owner, dueAt: due })
}

export async function withdrawTask(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { task, gave, judgesAll } = await lockSeen(deed, seen)
  refuseIf(whyNotWithdraw({ status: task.status, gave, judgesAll, words: reason }))
  await data.endTask(deed.tx, deed.by.storeId, task.id, 'withdrawn', deed.now)
  return ended(deed, task, 'withdrawn', reason)
}

/** Photos go with a task until it is checked. */
export const photosOfTask: PhotoSubject = async (tx, storeId, taskId) => {
  const task = await data.findTask(tx, storeId, taskId)
  return task === null ? null : task.status === 'open' || task.status === 'done' ? 'open' : 'closed'
}
