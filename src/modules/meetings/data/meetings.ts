import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { MeetingStatus } from '../domain/meeting.ts'

export type MeetingData = {
  id: string; number: string; kind: string; nameZh: string; nameEn: string; status: MeetingStatus; at: Date; placeName: string; code: string; convenorId: string; convenorName: string; convenorPosition: string
  heldAt: Date | null; minutes: string; issuedAt: Date | null; issuedByName: string | null; cancelledAt: Date | null; cancelReason: string | null; version: number
}
export type MeetingWithCounts = MeetingData & { called: number; present: number; guests: number; readers: number; read: number }

const columns = sql`m.id, m.number, m.kind, m.name_zh, m.name_en, m.status, m.at, m.place_name, m.code, m.convenor_id, m.convenor_name, m.convenor_position, m.held_at, m.minutes, m.issued_at, m.issued_by_name, m.cancelled_at, m.cancel_reason, m.version`
const withCounts = sql`
  select ${columns}, p.called, p.present, p.guests, p.readers, p.read from meetings.meeting m
  cross join lateral (select count(*) filter (where invited) as called, count(present_at) as present, count(present_at) filter (where not invited) as guests, count(*) as readers, count(read_at) as read from meetings.participant p where p.store_id = m.store_id and p.meeting_id = m.id) p`

export type MeetingFilter = { group: 'open' | 'to-read' | 'all'; personId: string; find: string; after: string | null; limit: number }

export const listMeetings = (tx: Tx, storeId: string, { group, personId, find, after, limit }: MeetingFilter) => tx.all<MeetingWithCounts>`
  ${withCounts} where m.store_id = ${storeId} ${group === 'open' ? sql`and m.status in ('called', 'held')` : empty}
  ${group === 'to-read' ? sql`and m.status = 'issued' and m.id in (select r.meeting_id from meetings.participant r where r.store_id = ${storeId} and r.person_id = ${personId} and r.read_at is null)` : empty}
  ${find === '' ? empty : sql`and (strpos(lower(concat_ws(' ', m.number, m.name_zh, m.name_en, m.place_name, m.convenor_name, m.minutes)), lower(${find})) > 0
    or exists (select from meetings.item i where i.store_id = m.store_id and i.meeting_id = m.id and strpos(lower(concat_ws(' ', i.subject, i.words_zh, i.words_en, i.minutes)), lower(${find})) > 0)
    or exists (select from meetings.decision d where d.store_id = m.store_id and d.meeting_id = m.id and strpos(lower(concat_ws(' ', d.words, d.task_number)), lower(${find})) > 0))`}
  ${after === null ? empty : sql`and m.id < ${after}`} order by m.id desc limit ${limit}`

export const findMeeting = (tx: Tx, storeId: string, meetingId: string) => tx.maybe<MeetingWithCounts>`${withCounts} where m.store_id = ${storeId} and m.id = ${meetingId}`

/** Whatever happens to a meeting happens one after the other. */
export const lockMeeting = (tx: Tx, storeId: string, meetingId: string) => tx.maybe<MeetingData>`select ${columns} from meetings.meeting m where m.store_id = ${storeId} and m.id = ${meetingId} for update`

/** Two who call the same kind at once come one after the other. */
export async function lockCalling(tx: Tx, storeId: string, kind: string): Promise<void> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${`meeting ${storeId} ${kind}`}, 0))`
}

/** Whether one of this kind and convenor is open in a span. */
export const isOpenBetween = async (tx: Tx, storeId: string, kind: string, convenorId: string, from: Date, until: Date): Promise<boolean> => (await tx.one<{ open: boolean }>`
  select exists (select from meetings.meeting where store_id = ${storeId} and status in ('called', 'held') and kind = ${kind} and convenor_id = ${convenorId} and at >= ${from} and at < ${until}) as open`).open

export type NewMeeting = Pick<MeetingData, 'id' | 'number' | 'kind' | 'nameZh' | 'nameEn' | 'at' | 'placeName' | 'code' | 'convenorId' | 'convenorName' | 'convenorPosition'>

export const insertMeeting = (tx: Tx, storeId: string, m: NewMeeting) => tx.run`
  insert into meetings.meeting (store_id, id, number, kind, name_zh, name_en, status, at, place_name, code, convenor_id, convenor_name, convenor_position)
  values (${storeId}, ${m.id}, ${m.number}, ${m.kind}, ${m.nameZh}, ${m.nameEn}, 'called', ${m.at}, ${m.placeName}, ${m.code}, ${m.convenorId}, ${m.convenorName}, ${m.convenorPosition})`

export const touchMeeting = (tx: Tx, storeId: string, meetingId: string) => tx.run`update meetings.meeting set version = version + 1 where store_id = ${storeId} and id = ${meetingId}`
export const markHeld = (tx: Tx, storeId: string, meetingId: string, at: Date) => tx.run`update meetings.meeting set status = 'held', held_at = ${at}, version = version + 1 where store_id = ${storeId} and id = ${meetingId}`
export const putMinutes = (tx: Tx, storeId: string, meetingId: string, minutes: string) => tx.run`update meetings.meeting set minutes = ${minutes}, version = version + 1 where store_id = ${storeId} and id = ${meetingId} and status = 'held'`
export const markIssued = (tx: Tx, storeId: string, meetingId: string, at: Date, byName: string) => tx.run`
  update meetings.meeting set status = 'issued', issued_at = ${at}, issued_by_name = ${byName}, version = version + 1 where store_id = ${storeId} and id = ${meetingId}`
export const markCancelled = (tx: Tx, storeId: string, meetingId: string, at: Date, reason: string) => tx.run`
  update meetings.meeting set status = 'cancelled', cancelled_at = ${at}, cancel_reason = ${reason}, version = version + 1 where store_id = ${storeId} and id = ${meetingId}`
