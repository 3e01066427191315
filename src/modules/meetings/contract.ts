import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { done, filledText, id, moment, pageOf, pageQuery, pdf, printQuery, text, version } from '../../platform/shapes.ts'
import { attendances, itemKinds, meetingStatuses } from './domain/meeting.ts'
import { meetingPermissions as may } from './permissions.ts'

const whole = z.number().int()
const positionCode = z.string().regex(/^[A-Z]{2,4}$/)
const code = z.string().regex(/^[a-z][a-z0-9-]{1,29}$/)
const kindFields = {
  nameZh: filledText(30), nameEn: filledText(60), convenor: positionCode, attendees: z.array(positionCode).max(28), readers: z.array(positionCode).max(28), cadence: text(100), active: z.boolean(),
}
const kind = z.object({ code: z.string(), ...kindFields, /** 0 while it stands as shipped. */ version: whole })
export type Kind = z.output<typeof kind>

export const listKinds = route({ does: 'List the kinds of meetings', method: 'GET', path: '/meeting-kinds', needs: may.see, gives: z.object({ rows: z.array(kind) }) })
export const setKind = route({
  does: 'Set a kind of meeting: who convenes it, who is called, who reads its minutes, when it is due', method: 'POST', path: '/meeting-kinds/:code', needs: may.keepKinds, params: z.strictObject({ code }),
  body: z.strictObject({ version: whole.min(0).max(2_147_483_647), ...kindFields }), gives: done, refuses: ['meetings.cadence-unreadable', 'meetings.nobody-called'],
})

export const meetingGroups = ['open', 'to-read', 'all'] as const
export type MeetingGroup = (typeof meetingGroups)[number]

export const meetingHead = z.object({
  id, number: z.string(), kind: z.string(), nameZh: z.string(), nameEn: z.string(), status: z.enum(meetingStatuses), at: moment, placeName: z.string(), convenorName: z.string(),
  heldAt: moment.nullable(), issuedAt: moment.nullable(), issuedByName: z.string().nullable(), cancelReason: z.string().nullable(), called: whole, /** With the guests. */ present: whole, /** There without being called. */ guests: whole, readers: whole, read: whole, version,
})
export type MeetingHead = z.output<typeof meetingHead>

export const listMeetings = route({
  does: 'List meetings: not over, minutes to read, all', method: 'GET', path: '/meetings', needs: may.see, query: z.strictObject({ ...pageQuery, group: z.enum(meetingGroups).default('open'), find: text(40).default('') }), gives: pageOf(meetingHead),
})
export const dueMeetings = route({
  does: 'See which kinds of meetings are due today and not called yet', method: 'GET', path: '/meetings/due', needs: may.see, gives: z.object({ rows: z.array(kind.pick({ code: true, nameZh: true, nameEn: true, convenor: true }).extend({ mayCall: z.boolean() })) }),
})

const item = z.object({ id, kind: z.enum(itemKinds), subject: z.string(), wordsZh: z.string(), wordsEn: z.string(), page: z.string(), minutes: z.string() })
export type Item = z.output<typeof item>
const participant = z.object({ personId: id, name: z.string(), positions: z.array(z.string()), invited: z.boolean(), presentAt: moment.nullable(), way: z.enum(['convenor', 'code']).nullable(), excuse: z.string(), readAt: moment.nullable() })
export type Participant = z.output<typeof participant>
const meeting = { params: z.strictObject({ meetingId: id }) }

export const seeMeeting = route({
  does: 'See a meeting with agenda, attendance, minutes, decisions and who has read them', method: 'GET', path: '/meetings/:meetingId', needs: may.see, ...meeting,
  gives: meetingHead.extend({
    minutes: z.string(), items: z.array(item), participants: z.array(participant), decisions: z.array(z.object({ id, itemId: id.nullable(), words: z.string(), taskId: id, taskNumber: z.string() })),
    addenda: z.array(z.object({ id, at: moment, personName: z.string(), words: z.string() })), /** Whether who asks runs it. */ runs: z.boolean(), /** Who asks. */ me: id,
  }),
})
export type MeetingDetail = z.output<typeof seeMeeting.gives>

export const printMinutes = route({
  does: 'Print the issued minutes of a meeting', method: 'GET', path: '/meetings/:meetingId/minutes.pdf', needs: may.see, ...meeting, query: printQuery, gives: pdf, refuses: ['meetings.not-issued'],
})
export const seeCode = route({
  does: "Show the code by which people say that they are there, for the convenor's screen", method: 'GET', path: '/meetings/:meetingId/code', needs: may.run, ...meeting, query: z.strictObject({ origin: z.string().max(200).regex(/^https?:\/\/[\w.:[\]-]+$/) }),
  gives: z.object({ code: z.string(), /** The picture of a square code, as a data address. */ picture: z.string() }), refuses: ['meetings.not-yours'],
})
export const callMeeting = route({
  does: 'Call a meeting; its agenda begins with the exceptions since the last open day', method: 'POST', path: '/meetings', needs: may.run, body: z.strictObject({ kind: code, at: moment, placeName: text(60).default('') }),
  gives: z.object({ id, number: z.string(), version }), refuses: ['meetings.kind-not-in-use', 'meetings.not-yours', 'meetings.in-the-past', 'meetings.called-already', 'meetings.nobody-called'],
})
const planning = ['meetings.not-yours', 'meetings.over']
const atVersion = z.strictObject({ version })

export const fillAgenda = route({
  does: 'Put what went wrong since the last open day on the agenda', method: 'POST', path: '/meetings/:meetingId/agenda', needs: may.run, ...meeting, body: atVersion, gives: done.extend({ added: whole }), refuses: planning,
})
export const addItem = route({
  does: 'Put a point on the agenda', method: 'POST', path: '/meetings/:meetingId/items', needs: may.run, ...meeting, body: z.strictObject({ version, words: filledText(300) }), gives: done.extend({ id }), refuses: planning,
})
export const removeItem = route({
  does: 'Take a point off the agenda', method: 'POST', path: '/meetings/:meetingId/items/:itemId/removal', needs: may.run, params: z.strictObject({ meetingId: id, itemId: id }), body: atVersion, gives: done, refuses: [...planning, 'meetings.item-decided'],
})
export const holdMeeting = route({
  does: 'Begin a meeting', method: 'POST', path: '/meetings/:meetingId/beginning', needs: may.run, ...meeting, body: atVersion, gives: done, refuses: ['meetings.not-yours', 'meetings.not-called', 'meetings.not-today'],
})
export const attend = route({
  does: "Say that one is there, by the code on the convenor's screen", method: 'POST', path: '/meetings/:meetingId/presence', needs: may.attend, ...meeting, body: z.strictObject({ code: filledText(200) }), gives: z.object({ id }),
  refuses: ['meetings.over', 'meetings.present-already', 'meetings.wrong-code'],
})
export const setAttendance = route({
  does: 'Set who is there, absent or excused', method: 'POST', path: '/meetings/:meetingId/attendance', needs: may.run, ...meeting, body: z.strictObject({ personId: id, attendance: z.enum(attendances), excuse: text(200).default('') }), gives: z.object({ id }), refuses: planning,
})
const minuting = ['meetings.not-yours', 'meetings.not-held', 'meetings.over']

export const writeMinutes = route({
  does: 'Write the minutes of a meeting that is held', method: 'POST', path: '/meetings/:meetingId/minutes', needs: may.run, ...meeting,
  body: z.strictObject({ version, minutes: text(4_000), items: z.array(z.strictObject({ id, minutes: text(1_000) })).max(200).default([]) }), gives: done, refuses: minuting,
})
export const decide = route({
  does: 'Decide: it becomes a task', method: 'POST', path: '/meetings/:meetingId/decisions', needs: may.run, ...meeting,
  body: z.strictObject({ itemId: id.nullable().default(null), words: text(1_000), position: positionCode, ownerId: id.nullable().default(null), dueAt: moment }), gives: z.object({ id, taskId: id, taskNumber: z.string() }),
  refuses: [...minuting, 'tasks.words-missing', 'tasks.due-in-the-past', 'tasks.owner-of-another-position', 'tasks.nobody-holds-it'],
})
export const issueMinutes = route({
  does: 'Issue the minutes; from then on they do not change', method: 'POST', path: '/meetings/:meetingId/issue', needs: may.run, ...meeting, body: atVersion, gives: done,
  refuses: [...minuting, 'meetings.nobody-there', 'meetings.minutes-missing', 'meetings.photo-missing'],
})
export const addToMinutes = route({
  does: 'Say what was wrong in issued minutes', method: 'POST', path: '/meetings/:meetingId/addenda', needs: may.run, ...meeting, body: z.strictObject({ words: text(1_000) }), gives: z.object({ id }), refuses: ['meetings.not-yours', 'meetings.not-issued', 'meetings.words-missing'],
})
export const readMinutes = route({
  does: 'Say that one has read the minutes', method: 'POST', path: '/meetings/:meetingId/reading', needs: may.attend, ...meeting, body: z.strictObject({}), gives: z.object({ id }), refuses: ['meetings.not-issued', 'meetings.read-already'],
})
export const cancelMeeting = route({
  does: 'Cancel a meeting that was called', method: 'POST', path: '/meetings/:meetingId/cancellation', needs: may.run, ...meeting, body: z.strictObject({ version, reason: text(300) }), gives: done, refuses: ['meetings.not-yours', 'meetings.not-called', 'meetings.reason-missing'],
})
