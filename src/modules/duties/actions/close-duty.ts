import { found, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { listIn, type Language } from '../../../kernel/texts.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { photosOfSubject } from '../../photos/public.ts'
import * as data from '../data/instances.ts'
import { closeBySeeing, closeTasks, lockTask, openTasks } from '../data/tasks.ts'
import { askedPoints, checklistOf, isSigned, type Checklist } from '../domain/checklists.ts'
import { isOwn, statusWhenDone, whyNotExplain, whyNotFile, whyNotSeenAgain, whyNotSign, type PointResult } from '../domain/instance.ts'
import { reportedBySigning } from '../domain/signing.ts'
import { proofOf } from './proofs.ts'
import { actingPositions, explainedBy, figureOf } from './read-duties.ts'
import { storeChecklists } from './store-checklists.ts'

type Seen = { readonly instanceId: string; readonly version: number }

/** Only whose duty it is may close it: his own, or one of his position. What is over is also explained by who stood in on its day, and by who is absent now. */
async function lockOwn(deed: Deed, { instanceId, version }: Seen, wish: 'close' | 'explain' = 'close'): Promise<data.InstanceWithDuty> {
  const { tx, by } = deed
  const instance = found(await data.lockInstance(tx, by.storeId, instanceId), 'duty')
  const positions = wish === 'close' ? [...(await actingPositions(deed)).keys()] : await explainedBy(deed, instance)
  const mine = found(isOwn(instance, positions, by.personId) ? instance : null, 'duty')
  refuseStale(mine.version, version)
  return mine
}

async function closingFacts(deed: Deed, instance: data.InstanceWithDuty) {
  const { tx, by, now } = deed
  const { id, status, opensAt, proof } = instance
  const photos = (await photosOfSubject(tx, by.storeId, 'duty', id)).filter(({ removedAt }) => removedAt === null)
  return {
    status, opensAt: opensAt.getTime(), now: now.getTime(), provedByData: proofOf(instance) !== null && !isSigned(proof), said: await figureOf(deed, instance),
    photoNeeded: proof.some(({ kind }) => kind === 'photo'), photos: photos.length, photographed: new Set(photos.map(({ detail }) => detail)),
  }
}

async function close(deed: Deed, instance: data.InstanceWithDuty, evidence: unknown): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const status = statusWhenDone(now, instance.dueAt)
  await data.closeInstance(tx, by.storeId, { id: instance.id, status, at: now, by: by.personId, byName: by.name, evidence })
  deed.record({ subject: 'duty', subjectId: instance.id, before: { status: instance.status }, after: { dutyId: instance.dutyId, period: instance.period, status, evidence } })
  deed.announce({ event: 'duty.closed', subjectId: instance.id })
  return { version: instance.version + 1 }
}

/** What `proof` asks for is filed in words, with a photo where one belongs to it. */
export async function fileRecord(deed: Deed, wish: Seen & { readonly words: string }): Promise<{ version: number }> {
  const instance = await lockOwn(deed, wish)
  refuseIf(whyNotFile({ ...await closingFacts(deed, instance), checklist: checklistOf(instance.proof, await storeChecklists(deed))?.code ?? null, words: wish.words }))
  return close(deed, instance, { kind: 'record', words: wish.words })
}

/** A failed point becomes a task of the position; one that passes closes the task that it had. */
export async function signChecklist(deed: Deed, wish: Seen & { readonly points: readonly PointResult[] }): Promise<{ version: number; tasksOpened: number; tasksClosed: number }> {
  const { tx, by, now } = deed
  const instance = await lockOwn(deed, wish)
  const list = checklistOf(instance.proof, await storeChecklists(deed))
  const asked = list === null ? [] : askedPoints(list)
  refuseIf(whyNotSign({ ...await closingFacts(deed, instance), points: asked, answers: wish.points }))
  const checklist = found(list, 'checklist')
  const points = asked.map(({ id, zh, en }) => ({ zh, en, ...found(wish.points.find(({ point }) => point === id), 'point') }))
  const closed = await close(deed, instance, { kind: 'check', points })
  tellWhatWasFound(deed, instance, checklist, points)
  const dueAt = new Date(startOfDay(addDays(localDay(now, by.timeZone), 2), by.timeZone).getTime() - 1_000)
  const failed = points.filter(({ result }) => result === 'fail').map(({ point, note }) => (
    { id: deed.newId(), instanceId: instance.id, checklist: checklist.code, point, position: instance.position, note, openedAt: now, openedByName: by.name, dueAt }))
  const passed = points.filter(({ result }) => result === 'pass').map(({ point }) => point)
  return {
    ...closed, tasksOpened: await openTasks(tx, by.storeId, failed),
    tasksClosed: await closeTasks(tx, by.storeId, { checklist: checklist.code, points: passed, position: instance.position, at: now, byName: by.name, instanceId: instance.id }),
  }
}

/** A failed point is looked at again before the next round of its list, by whose duty that list is. */
export async function seeAgain(deed: Deed, { taskId, seen }: { taskId: string; seen: string }): Promise<{ closed: boolean }> {
  const { tx, by, now } = deed
  const locked = found(await lockTask(tx, by.storeId, taskId), 'corrective task')
  const task = found((await actingPositions(deed)).has(locked.position) ? locked : null, 'corrective task')
  const point = (await storeChecklists(deed)).find(({ code }) => code === task.checklist)?.points.find(({ id }) => id === task.point)
  const photos = (await photosOfSubject(tx, by.storeId, 'corrective-task', taskId)).filter(({ removedAt }) => removedAt === null)
  refuseIf(whyNotSeenAgain({ closed: task.closedAt !== null, seen, photoNeeded: point?.photo === true, photos: photos.length }))
  await closeBySeeing(tx, by.storeId, { id: taskId, at: now, byName: by.name, seen })
  deed.record({ subject: 'corrective-task', subjectId: taskId, before: { note: task.note }, after: { checklist: task.checklist, point: task.point, seen } })
  deed.announce({ event: 'duty.task-closed', subjectId: taskId })
  return { closed: true }
}

type Signed = { readonly zh: string; readonly en: string; readonly result: PointResult['result'] }

/** Names of points alone: what somebody wrote about one stands on the list. */
function tellWhatWasFound(deed: Deed, { id, dutyId }: data.InstanceWithDuty, { zh: listZh, en: listEn }: Checklist, points: readonly Signed[]): void {
  const positions = reportedBySigning(dutyId)
  if (positions === null || positions.length === 0) return
  const failed = points.filter(({ result }) => result === 'fail')
  const named = (language: Language, colon: string, names: readonly string[]): string => (names.length === 0 ? '' : `${colon}${listIn(language, names)}`)
  const facts = { positions, listZh, listEn, passed: points.filter(({ result }) => result === 'pass').length, failed: failed.length, foundZh: named('zh-CN', '：', failed.map(({ zh }) => zh)), foundEn: named('en', ': ', failed.map(({ en }) => en)) }
  deed.announce({ event: 'duty.checklist-signed', subjectId: id, facts })
}

export async function explainMiss(deed: Deed, wish: Seen & { readonly words: string }): Promise<{ version: number }> {
  const instance = await lockOwn(deed, wish, 'explain')
  refuseIf(whyNotExplain({ status: instance.status, words: wish.words }))
  await data.explainInstance(deed.tx, deed.by.storeId, instance.id, wish.words)
  deed.record({ subject: 'duty', subjectId: instance.id, after: { explanation: wish.words } })
  deed.announce({ event: 'duty.explained', subjectId: instance.id })
  return { version: instance.version + 1 }
}
