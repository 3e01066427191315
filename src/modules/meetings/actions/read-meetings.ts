import { toSVG } from 'bwip-js/node'
import { found, Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import type { listMeetings as listRoute, MeetingDetail, MeetingGroup, MeetingHead, seeCode as codeRoute } from '../contract.ts'
import * as agenda from '../data/agenda.ts'
import * as data from '../data/meetings.ts'
import { participantsOf } from '../data/participants.ts'
import { runsHere } from './runs-here.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** Without the code: it stands on the convenor's screen alone. */
const headOf = ({ id, number, kind, nameZh, nameEn, status, at, placeName, convenorName, heldAt, issuedAt, issuedByName, cancelReason, called, present, guests, readers, read, version }: data.MeetingWithCounts): MeetingHead =>
  ({ id, number, kind, nameZh, nameEn, status, at: at.toISOString(), placeName, convenorName, heldAt: iso(heldAt), issuedAt: iso(issuedAt), issuedByName, cancelReason, called, present, guests, readers, read, version })

export async function listMeetings({ tx, by }: Reading, { group, find, after, limit }: { group: MeetingGroup; find: string; after?: string | undefined; limit: number }): Promise<AnswerOf<typeof listRoute>> {
  const rows = await data.listMeetings(tx, by.storeId, { group, personId: by.personId, find, after: after ?? null, limit: limit + 1 })
  return { rows: rows.slice(0, limit).map(headOf), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

export async function seeMeeting(reading: Reading, meetingId: string): Promise<MeetingDetail> {
  const { tx, by } = reading
  const meeting = found(await data.findMeeting(tx, by.storeId, meetingId), 'meeting')
  const participants = await participantsOf(tx, by.storeId, meetingId)
  return {
    ...headOf(meeting), minutes: meeting.minutes, items: await agenda.itemsOf(tx, by.storeId, meetingId), decisions: await agenda.decisionsOf(tx, by.storeId, meetingId),
    addenda: (await agenda.addendaOf(tx, by.storeId, meetingId)).map((addendum) => ({ ...addendum, at: addendum.at.toISOString() })),
    participants: participants.map((row) => ({ ...row, positions: [...row.positions], presentAt: iso(row.presentAt), readAt: iso(row.readAt) })), runs: (await runsHere(reading))(meeting), me: by.personId,
  }
}

export async function seeCode(reading: Reading, { meetingId, origin }: { meetingId: string; origin: string }): Promise<AnswerOf<typeof codeRoute>> {
  const { tx, by } = reading
  const meeting = found(await data.findMeeting(tx, by.storeId, meetingId), 'meeting')
  refuseIf((await runsHere(reading))(meeting) ? null : new Refusal('meetings.not-yours'))
  const drawn = toSVG({ bcid: 'qrcode', text: new URL(`/meetings/${meetingId}?code=${meeting.code}`, origin).toString(), scale: 4, padding: 4 })
  return { code: meeting.code, picture: `data:image/svg+xml;base64,${Buffer.from(drawn).toString('base64')}` }
}
