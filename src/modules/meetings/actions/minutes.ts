import { refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { countPhotosOf, type PhotoSubject } from '../../photos/public.ts'
import { giveTask } from '../../tasks/public.ts'
import * as agenda from '../data/agenda.ts'
import * as data from '../data/meetings.ts'
import { findParticipant, insertParticipants, markRead } from '../data/participants.ts'
import { whyNotAdd, whyNotIssue, whyNotMinute, whyNotRead } from '../domain/meeting.ts'
import { peopleOf } from './call.ts'
import { kindOf } from './kinds.ts'
import { lock, lockSeen, type Seen } from './seen.ts'

export async function writeMinutes(deed: Deed, { minutes, items, ...seen }: Seen & { readonly minutes: string; readonly items: readonly { readonly id: string; readonly minutes: string }[] }): Promise<{ version: number }> {
  const { tx, by } = deed
  const { meeting, mayRun } = await lockSeen(deed, seen)
  refuseIf(whyNotMinute({ status: meeting.status, mayRun }))
  await data.putMinutes(tx, by.storeId, meeting.id, minutes)
  if (items.length > 0) await agenda.putItemMinutes(tx, by.storeId, meeting.id, items)
  deed.record({ subject: 'meeting', subjectId: meeting.id, before: { minutes: meeting.minutes }, after: { minutes, items } })
  deed.announce({ event: 'meeting.minuted', subjectId: meeting.id })
  return { version: meeting.version + 1 }
}

export type Decision = { readonly meetingId: string; readonly itemId: string | null; readonly words: string; readonly position: string; readonly ownerId: string | null; readonly dueAt: string }

/** A decision is nothing but a task with its meeting behind it. */
export async function decide(deed: Deed, { meetingId, itemId, ...task }: Decision): Promise<{ id: string; taskId: string; taskNumber: string }> {
  const { tx, by } = deed
  const { meeting, mayRun } = await lock(deed, meetingId)
  refuseIf(whyNotMinute({ status: meeting.status, mayRun }))
  const { id: taskId, number: taskNumber } = await giveTask(deed, { ...task, photoNeeded: false, source: { page: `/meetings/${meetingId}`, name: `${meeting.number} ${meeting.nameZh}` } })
  const decision = { id: deed.newId(), itemId, words: task.words, taskId, taskNumber }
  await agenda.insertDecision(tx, by.storeId, meetingId, decision)
  deed.record({ subject: 'meeting', subjectId: meetingId, after: { decision } })
  deed.announce({ event: 'meeting.decided', subjectId: meetingId })
  return { id: decision.id, taskId, taskNumber }
}

/** INF-1.2: from here on the minutes stand; whoever was called, came, or is told by his position reads them. */
export async function issueMinutes(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { meeting, mayRun } = await lockSeen(deed, seen)
  const { present } = await data.findMeeting(tx, by.storeId, meeting.id) ?? { present: 0 }
  refuseIf(whyNotIssue({ status: meeting.status, mayRun, minutes: meeting.minutes, present, photos: await countPhotosOf(tx, by.storeId, 'meeting', meeting.id) }))
  const { readers } = await kindOf(deed, meeting.kind)
  await insertParticipants(tx, by.storeId, meeting.id, false, await peopleOf(deed, readers))
  await markRead(tx, by.storeId, meeting.id, by.personId, now) // who issues them knows them
  await data.markIssued(tx, by.storeId, meeting.id, now, by.name)
  deed.record({ subject: 'meeting', subjectId: meeting.id, before: { status: meeting.status }, after: { status: 'issued', minutes: meeting.minutes } })
  deed.announce({ event: 'meeting.minutes-issued', subjectId: meeting.id, facts: { number: meeting.number } })
  return { version: meeting.version + 1 }
}

export async function addToMinutes(deed: Deed, { meetingId, words }: { readonly meetingId: string; readonly words: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const { meeting, mayRun } = await lock(deed, meetingId)
  refuseIf(whyNotAdd({ status: meeting.status, mayRun, words }))
  const id = deed.newId()
  await agenda.insertAddendum(tx, by.storeId, meetingId, { id, at: now, personId: by.personId, personName: by.name, words })
  deed.record({ subject: 'meeting', subjectId: meetingId, after: { addendum: words } })
  deed.announce({ event: 'meeting.addendum', subjectId: meetingId })
  return { id }
}

/** PTS-9.2: who has read them is known; who was not on the list may read them too. */
export async function readMinutes(deed: Deed, meetingId: string): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const { meeting } = await lock(deed, meetingId)
  const known = await findParticipant(tx, by.storeId, meetingId, by.personId)
  refuseIf(whyNotRead({ status: meeting.status, read: known !== null && known.readAt !== null }))
  if (known === null) await insertParticipants(tx, by.storeId, meetingId, false, [{ personId: by.personId, name: by.name, positions: by.positions }])
  await markRead(tx, by.storeId, meetingId, by.personId, now)
  deed.record({ subject: 'meeting', subjectId: meetingId, after: { number: meeting.number, readBy: by.name } })
  deed.announce({ event: 'meeting.read', subjectId: meetingId })
  return { id: meetingId }
}

/** Photos go with a meeting until its minutes are issued. */
export const photosOfMeeting: PhotoSubject = async (tx, storeId, meetingId) => {
  const meeting = await data.findMeeting(tx, storeId, meetingId)
  return meeting === null ? null : meeting.status === 'called' || meeting.status === 'held' ? 'open' : 'closed'
}
