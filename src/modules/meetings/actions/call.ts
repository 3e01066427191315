import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Deed } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { openingTimes, peopleByPosition } from '../../organisation/public.ts'
import * as agenda from '../data/agenda.ts'
import * as data from '../data/meetings.ts'
import { insertParticipants, type NewParticipant } from '../data/participants.ts'
import { consultation, type MeetingKind } from '../domain/kinds.ts'
import { codeOf, newOnAgenda, whyNotCall, whyNotCancel, whyNotHold, whyNotPlan } from '../domain/meeting.ts'
import { exceptionsSince, faultsToConsult } from './exceptions.ts'
import { kindOf } from './kinds.ts'
import { runsHere } from './runs-here.ts'
import { changed, lockSeen, type Seen } from './seen.ts'

const daysOfOpening = 50

/** Everybody who holds one of these positions today, once, with those of them that he holds. */
export async function peopleOf({ tx, by, now }: Deed, positions: readonly string[]): Promise<NewParticipant[]> {
  const held = await peopleByPosition(tx, { id: by.storeId, timeZone: by.timeZone }, now)
  const people = new Map<string, { personId: string; name: string; positions: string[] }>()
  for (const position of positions) {
    for (const { id, name } of held.get(position) ?? []) people.set(id, { personId: id, name, positions: [...people.get(id)?.positions ?? [], position] })
  }
  return [...people.values()]
}

/** Called for a moment: its people are on the list, its agenda begins with what went wrong. */
export async function callMeeting(deed: Deed, { kind: code, at, placeName }: { readonly kind: string; readonly at: string; readonly placeName: string }): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const kind = await kindOf(deed, code)
  const moment = new Date(at)
  const day = localDay(moment, by.timeZone)
  await data.lockCalling(tx, by.storeId, code)
  const another = await data.isOpenBetween(tx, by.storeId, code, by.personId, startOfDay(day, by.timeZone), startOfDay(addDays(day, 1), by.timeZone))
  refuseIf(whyNotCall({ active: kind.active, day, today: localDay(now, by.timeZone), another, mayRun: (await runsHere(deed))({ convenorId: '', convenorPosition: kind.convenor }) }))
  const people = await peopleOf(deed, kind.attendees)
  refuseIf(people.length === 0 ? new Refusal('meetings.nobody-called') : null)
  const meeting = {
    id: deed.newId(), number: await nextNumber(deed, 'MT'), kind: code, nameZh: kind.nameZh, nameEn: kind.nameEn, at: moment, placeName, code: codeOf(deed.newId()),
    convenorId: by.personId, convenorName: by.name, convenorPosition: kind.convenor,
  }
  await data.insertMeeting(tx, by.storeId, meeting)
  await insertParticipants(tx, by.storeId, meeting.id, true, people)
  const added = await addExceptions(deed, meeting.id, kind)
  const { code: _, ...recorded } = meeting
  deed.record({ subject: 'meeting', subjectId: meeting.id, after: { ...recorded, called: people.length, agenda: added } })
  deed.announce({ event: 'meeting.called', subjectId: meeting.id, facts: { number: meeting.number, people: people.map(({ personId }) => personId) } })
  return { id: meeting.id, number: meeting.number, version: 1 }
}

async function addExceptions(deed: Deed, meetingId: string, kind: MeetingKind): Promise<number> {
  const { tx, by, now } = deed
  const today = localDay(now, by.timeZone)
  const faults = kind.code === consultation ? await faultsToConsult(deed) : []
  const proposals = await exceptionsSince(deed, kind.attendees, await openingTimes(deed, addDays(today, -daysOfOpening), today))
  const fresh = newOnAgenda([...faults, ...proposals], await agenda.itemsOf(tx, by.storeId, meetingId))
  return agenda.insertItems(tx, by.storeId, meetingId, fresh.map((item) => ({ ...item, id: deed.newId() })))
}

export async function fillAgenda(deed: Deed, seen: Seen): Promise<{ version: number; added: number }> {
  const { meeting, mayRun } = await lockSeen(deed, seen)
  refuseIf(whyNotPlan({ status: meeting.status, mayRun }))
  const added = await addExceptions(deed, meeting.id, await kindOf(deed, meeting.kind))
  return { ...await changed(deed, meeting, 'agenda-filled', { added }), added }
}

export async function addItem(deed: Deed, { words, ...seen }: Seen & { readonly words: string }): Promise<{ version: number; id: string }> {
  const { meeting, mayRun } = await lockSeen(deed, seen)
  refuseIf(whyNotPlan({ status: meeting.status, mayRun }))
  const id = deed.newId()
  await agenda.insertItems(deed.tx, deed.by.storeId, meeting.id, [{ id, kind: 'own', subject: '', wordsZh: words, wordsEn: words, page: '' }])
  return { ...await changed(deed, meeting, 'agenda-changed', { added: words }), id }
}

/** What was decided under it keeps its point. */
export async function removeItem(deed: Deed, { itemId, ...seen }: Seen & { readonly itemId: string }): Promise<{ version: number }> {
  const { tx, by } = deed
  const { meeting, mayRun } = await lockSeen(deed, seen)
  refuseIf(whyNotPlan({ status: meeting.status, mayRun }))
  const decided = (await agenda.decisionsOf(tx, by.storeId, meeting.id)).some((decision) => decision.itemId === itemId)
  refuseIf(decided ? new Refusal('meetings.item-decided') : null)
  const removed = await agenda.deleteItem(tx, by.storeId, meeting.id, itemId)
  refuseIf(removed === 0 ? new Refusal('platform.not-found', { what: 'item' }) : null)
  return changed(deed, meeting, 'agenda-changed', { removed: itemId })
}

export async function holdMeeting(deed: Deed, seen: Seen): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { meeting, mayRun } = await lockSeen(deed, seen)
  refuseIf(whyNotHold({ status: meeting.status, mayRun, day: localDay(meeting.at, by.timeZone), today: localDay(now, by.timeZone) }))
  await data.markHeld(tx, by.storeId, meeting.id, now)
  deed.record({ subject: 'meeting', subjectId: meeting.id, before: { status: meeting.status }, after: { status: 'held' } })
  deed.announce({ event: 'meeting.held', subjectId: meeting.id, facts: { number: meeting.number, kind: meeting.kind, name: meeting.nameZh } })
  return { version: meeting.version + 1 }
}

export async function cancelMeeting(deed: Deed, { reason, ...seen }: Seen & { readonly reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const { meeting, mayRun } = await lockSeen(deed, seen)
  refuseIf(whyNotCancel({ status: meeting.status, mayRun, reason }))
  await data.markCancelled(tx, by.storeId, meeting.id, now, reason)
  deed.record({ subject: 'meeting', subjectId: meeting.id, before: { status: meeting.status }, after: { status: 'cancelled' }, reason })
  deed.announce({ event: 'meeting.cancelled', subjectId: meeting.id, facts: { number: meeting.number } })
  return { version: meeting.version + 1 }
}
