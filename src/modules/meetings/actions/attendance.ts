import { Refusal, refuseIf } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { staffOf } from '../../organisation/public.ts'
import * as data from '../data/participants.ts'
import { whyNotAttend, whyNotPlan, type Attendance } from '../domain/meeting.ts'
import { lock } from './seen.ts'

function noted(deed: Deed, meetingId: string, event: string, after: object): { id: string } {
  deed.record({ subject: 'meeting', subjectId: meetingId, after })
  deed.announce({ event: `meeting.${event}`, subjectId: meetingId })
  return { id: meetingId }
}

/** What was scanned is the address with the code behind it; what was typed is the code alone. */
const codeIn = (text: string): string => (/[?&]code=([A-Za-z]{6})\b/.exec(text)?.[1] ?? text).trim().toUpperCase()

/** He is there himself: the code stands on the convenor's screen. Whoever was not called is put on the list. */
export async function attend(deed: Deed, { meetingId, code }: { readonly meetingId: string; readonly code: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const { meeting } = await lock(deed, meetingId)
  const known = await data.findParticipant(tx, by.storeId, meetingId, by.personId)
  refuseIf(whyNotAttend({ status: meeting.status, right: codeIn(code) === meeting.code, present: known !== null && known.presentAt !== null }))
  if (known === null) await data.insertParticipants(tx, by.storeId, meetingId, false, [{ personId: by.personId, name: by.name, positions: by.positions }])
  await data.putAttendance(tx, by.storeId, meetingId, { personId: by.personId, presentAt: now, way: 'code', excuse: '' })
  return noted(deed, meetingId, 'attended', { present: by.name })
}

/** The convenor taps; the last tap counts. */
export async function setAttendance(deed: Deed, { meetingId, personId, attendance, excuse }: { readonly meetingId: string; readonly personId: string; readonly attendance: Attendance; readonly excuse: string }): Promise<{ id: string }> {
  const { tx, by, now } = deed
  const { meeting, mayRun } = await lock(deed, meetingId)
  refuseIf(whyNotPlan({ status: meeting.status, mayRun }))
  const known = await data.findParticipant(tx, by.storeId, meetingId, personId)
  if (known === null) {
    const [guest] = await staffOf(deed, [personId])
    refuseIf(guest === undefined ? new Refusal('platform.not-found', { what: 'person' }) : null)
    if (guest !== undefined) await data.insertParticipants(tx, by.storeId, meetingId, false, [{ personId, name: guest.name, positions: guest.positions }])
  }
  const present = attendance === 'present'
  await data.putAttendance(tx, by.storeId, meetingId, { personId, presentAt: present ? now : null, way: present ? 'convenor' : null, excuse: attendance === 'excused' ? excuse || '-' : '' })
  return noted(deed, meetingId, 'attended', { personId, attendance, excuse })
}
