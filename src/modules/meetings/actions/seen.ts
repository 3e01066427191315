import { found, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { lockMeeting, touchMeeting, type MeetingData } from '../data/meetings.ts'
import { runsHere } from './runs-here.ts'

export type Seen = { readonly meetingId: string; readonly version: number }
export type Locked = { readonly meeting: MeetingData; readonly mayRun: boolean }

export async function lock(deed: Deed, meetingId: string): Promise<Locked> {
  const { tx, by } = deed
  const meeting = found(await lockMeeting(tx, by.storeId, meetingId), 'meeting')
  return { meeting, mayRun: (await runsHere(deed))(meeting) }
}

export async function lockSeen(deed: Deed, { meetingId, version }: Seen): Promise<Locked> {
  const locked = await lock(deed, meetingId)
  refuseStale(locked.meeting.version, version)
  return locked
}

export async function changed(deed: Deed, meeting: MeetingData, event: string, after: unknown): Promise<{ version: number }> {
  await touchMeeting(deed.tx, deed.by.storeId, meeting.id)
  deed.record({ subject: 'meeting', subjectId: meeting.id, after })
  deed.announce({ event: `meeting.${event}`, subjectId: meeting.id })
  return { version: meeting.version + 1 }
}
