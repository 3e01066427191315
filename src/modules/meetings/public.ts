/** What other modules' server code may call. Announces: meeting.called, .agenda-filled, .agenda-changed, .held, .attended, .minuted, .decided, .minutes-issued, .addendum, .read, .cancelled, .kind-changed. */
export { photosOfMeeting } from './actions/minutes.ts'
export { meetingProofs } from './data/proofs.ts'
