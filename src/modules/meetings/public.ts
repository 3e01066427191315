/** What other modules' server code may call. Announces: meeting.called, .agenda-filled, .agenda-changed, .held, .attended, .minuted, .decided, .minutes-issued, .addendum, .read, .cancelled, .kind-changed. */
export { setAttendance } from './actions/attendance.ts'
export { addItem, callMeeting, holdMeeting } from './actions/call.ts'
export { decide, issueMinutes, photosOfMeeting, readMinutes, writeMinutes } from './actions/minutes.ts'
export { seeMeeting } from './actions/read-meetings.ts'
export { lastSpokenOf } from './data/agenda.ts'
export { meetingProofs } from './data/proofs.ts'
