import type { Tx } from '../../../platform/database.ts'

export type ParticipantData = { personId: string; name: string; positions: readonly string[]; invited: boolean; presentAt: Date | null; way: 'convenor' | 'code' | null; excuse: string; readAt: Date | null }

export const participantsOf = (tx: Tx, storeId: string, meetingId: string) => tx.all<ParticipantData>`
  select person_id, name, positions, invited, present_at, way, excuse, read_at from meetings.participant where store_id = ${storeId} and meeting_id = ${meetingId} order by invited desc, name collate "zh-x-icu", person_id limit 500`

export const findParticipant = (tx: Tx, storeId: string, meetingId: string, personId: string) => tx.maybe<ParticipantData>`
  select person_id, name, positions, invited, present_at, way, excuse, read_at from meetings.participant where store_id = ${storeId} and meeting_id = ${meetingId} and person_id = ${personId}`

export type NewParticipant = Pick<ParticipantData, 'personId' | 'name' | 'positions'>

/** Who is on the list already stays as he is. */
export const insertParticipants = (tx: Tx, storeId: string, meetingId: string, invited: boolean, people: readonly NewParticipant[]) => tx.run`
  insert into meetings.participant (store_id, meeting_id, person_id, name, positions, invited)
  select ${storeId}, ${meetingId}, p.id, p.name, string_to_array(p.positions, ' '), ${invited} from unnest(${people.map((p) => p.personId)}::uuid[], ${people.map((p) => p.name)}::text[], ${people.map((p) => p.positions.join(' '))}::text[]) as p(id, name, positions)
  on conflict do nothing`

export type AttendanceData = Pick<ParticipantData, 'personId' | 'presentAt' | 'way' | 'excuse'>

export const putAttendance = (tx: Tx, storeId: string, meetingId: string, a: AttendanceData) => tx.run`
  update meetings.participant set present_at = ${a.presentAt}, way = ${a.way}, excuse = ${a.excuse} where store_id = ${storeId} and meeting_id = ${meetingId} and person_id = ${a.personId}`

export const markRead = (tx: Tx, storeId: string, meetingId: string, personId: string, at: Date) => tx.run`
  update meetings.participant set read_at = ${at} where store_id = ${storeId} and meeting_id = ${meetingId} and person_id = ${personId} and read_at is null`
