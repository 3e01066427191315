import { z } from 'zod'
import { route } from '../../platform/contract.ts'
import { day, done, filledText, id, moment, pageOf, pageQuery, text, version } from '../../platform/shapes.ts'
import { callTime } from '../settlement/contract.ts'
import { bulletinKinds } from './domain/bulletin.ts'
import { complaintKinds, complaintStatuses } from './domain/complaint.ts'
import { contactResults, questions } from './domain/follow-up.ts'
import { carePermissions } from './permissions.ts'

const whole = z.number().int()

export const followUpRow = z.object({
  orderId: id, orderNumber: z.string(), plate: z.string(), advisorName: z.string(), senderName: z.string(), senderPhone: z.string(), deliveredAt: moment, /** Null: he named no time, or the note says it. */ callTime: callTime.nullable(), callNote: z.string(),
  dueAt: moment, overdue: z.boolean(), /** He asked to be called later than now. */ later: z.boolean(),
  attempts: whole, lastAt: moment.nullable(), /** What came of the last call. */ lastResult: z.enum(contactResults).nullable(),
})
export type FollowUpRow = z.output<typeof followUpRow>

export const listFollowUps = route({
  does: 'List delivered cars that wait for their follow-up call, at the times they asked for', method: 'GET', path: '/follow-ups', needs: carePermissions.see,
  query: z.strictObject({ /** Tail of the plate or of the order's number, first letters of a name, or a phone number. */ find: text(60).optional() }), gives: z.object({ rows: z.array(followUpRow) }),
})
const scores = z.partialRecord(z.enum(questions), whole.min(1).max(5))

export const recordContact = route({
  does: 'Record a follow-up call', method: 'POST', path: '/follow-ups/:orderId', needs: carePermissions.call, params: z.strictObject({ orderId: id }),
  body: z.strictObject({ result: z.enum(contactResults), scores, satisfied: z.boolean().nullable(), words: text(500).default(''), complaint: z.enum(complaintKinds).nullable().default(null) }),
  gives: z.object({ id, complaintNumber: z.string().nullable() }), refuses: ['care.not-delivered', 'care.no-more-calls', 'care.scores-missing', 'care.complaint-missing', 'care.words-missing'],
})
export const seeScores = route({
  does: 'See the scores of the last thirty days by advisor and technician', method: 'GET', path: '/follow-ups/scores', needs: carePermissions.see,
  gives: z.object({ from: day, rows: z.array(z.object({ role: z.enum(['advisor', 'technician']), name: z.string(), calls: whole, satisfied: whole, /** Tenths of a point. */ score: whole.nullable() })) }),
})

export const complaintRow = z.object({
  id, number: z.string(), status: z.enum(complaintStatuses), orderId: id.nullable(), plate: z.string(), customerName: z.string(), phone: z.string(), kind: z.enum(complaintKinds), words: z.string(), assignedTo: z.string(),
  openedAt: moment, openedByName: z.string(), dueAt: moment, overdue: z.boolean(), answer: z.string(), answeredAt: moment.nullable(), answeredByName: z.string().nullable(), returns: whole, /** Its answers, and what the customer said to those he was not content with; the oldest first. */ steps: z.array(z.object({ at: moment, kind: z.enum(['answered', 'returned']), personName: z.string(), words: z.string() })),
  closedAt: moment.nullable(), closedByName: z.string().nullable(), version,
})
export type ComplaintRow = z.output<typeof complaintRow>

export const listComplaints = route({
  does: 'List complaints, newest first', method: 'GET', path: '/complaints', needs: carePermissions.see, query: z.strictObject({ ...pageQuery, group: z.enum(['open', 'all']).default('open'), /** Tail of the plate, number of the complaint, first letters of a name, or a phone number. */ find: text(60).optional() }), gives: pageOf(complaintRow),
})
export const openComplaint = route({
  does: 'Open a complaint', method: 'POST', path: '/complaints', needs: carePermissions.complain,
  body: z.strictObject({ plate: filledText(20), customerName: filledText(60), phone: text(20).default(''), kind: z.enum(complaintKinds), words: filledText(1_000) }), gives: z.object({ id, number: z.string(), version }),
  refuses: ['vehicles.not-a-plate'],
})
const complaint = { params: z.strictObject({ complaintId: id }) }

export const answerComplaint = route({
  does: 'Answer a complaint', method: 'POST', path: '/complaints/:complaintId/answer', needs: carePermissions.answer, ...complaint, body: z.strictObject({ version, answer: text(1_000) }), gives: done,
  refuses: ['care.not-open', 'care.assigned-elsewhere', 'care.words-missing'],
})
export const closeComplaint = route({
  does: 'Close an answered complaint, or give it back', method: 'POST', path: '/complaints/:complaintId/close', needs: carePermissions.close, ...complaint,
  body: z.strictObject({ version, content: z.boolean(), words: text(500).default('') }), gives: done, refuses: ['care.not-answered', 'care.own-answer', 'care.words-missing'],
})

const said = z.object({
  calls: whole, satisfied: whole, /** Tenths of a point. */ scores: z.partialRecord(z.enum(questions), whole), opened: whole, answered: whole, overdue: whole,
  complaints: z.array(z.object({ number: z.string(), plate: z.string(), kind: z.enum(complaintKinds), words: z.string() })),
})
const bulletinRow = z.object({
  id, number: z.string(), kind: z.enum(bulletinKinds), fromAt: moment, issuedAt: moment, figures: said, words: z.string(), issuedByName: z.string(), /** Who said that he read it. */ readers: z.array(z.string()), mine: z.boolean(),
})
export type BulletinRow = z.output<typeof bulletinRow>

export const listBulletins = route({
  does: 'List bulletins of what customers said, newest first, with who read them', method: 'GET', path: '/bulletins', needs: carePermissions.readBulletins, query: z.strictObject(pageQuery), gives: pageOf(bulletinRow),
})
export const draftBulletin = route({
  does: 'See what the next bulletin would say', method: 'GET', path: '/bulletins/draft', needs: carePermissions.issue, query: z.strictObject({ kind: z.enum(bulletinKinds) }), gives: z.object({ fromAt: moment, figures: said }),
})
export const issueBulletin = route({
  does: 'Issue a bulletin of what customers said since the last one', method: 'POST', path: '/bulletins', needs: carePermissions.issue, body: z.strictObject({ kind: z.enum(bulletinKinds), words: text(1_000) }), gives: z.object({ id, number: z.string() }),
  refuses: ['care.bulletin-of-another', 'care.issued-today', 'care.bulletin-words-missing'],
})
export const readBulletin = route({
  does: 'Say that one has read a bulletin', method: 'POST', path: '/bulletins/:bulletinId/reading', needs: carePermissions.readBulletins, params: z.strictObject({ bulletinId: id }), body: z.strictObject({}), gives: z.object({ id }), refuses: ['care.read-already'],
})
