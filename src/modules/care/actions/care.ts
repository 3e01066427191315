import { may } from '../../../kernel/actor.ts'
import { firstIdAt } from '../../../kernel/ids.ts'
import { found, Refusal, refuse, refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { nextNumber } from '../../../platform/document-number.ts'
import { contactPhone } from '../../customers/public.ts'
import { findOrdersBySign } from '../../repair-orders/public.ts'
import { callTimeOf, type CallTime } from '../../settlement/domain/call-time.ts'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import type { ComplaintRow, listComplaints as complaintsRoute, listFollowUps as followUpsRoute, seeScores as scoresRoute } from '../contract.ts'
import * as data from '../data/care.ts'
import { carePermissions } from '../permissions.ts'
import { answerDueAt, assigneeOf, whyNotAnswer, whyNotClose, type ComplaintKind } from '../domain/complaint.ts'
import { callDueAt, inCallOrder, isLater, isWaiting, whyNotRecord, type ContactFacts, type Due } from '../domain/follow-up.ts'

const [daysBack, daysOfScores] = [30, 30]

const mostOrdersFound = 200

/** The span a customer asked for, by the store's clock; null: any time, or a text alone. */
function askedSpan(time: CallTime | null, timeZone: string): Due['asked'] {
  if (time === null || time.kind === 'any') return null
  const midnight = startOfDay(time.on, timeZone).getTime()
  return { from: new Date(midnight + time.from * 3_600_000), to: new Date(midnight + time.to * 3_600_000) }
}

export async function listFollowUps(reading: Reading, { query }: InputOf<typeof followUpsRoute>): Promise<AnswerOf<typeof followUpsRoute>> {
  const { tx, by, now } = reading
  const word = query.find?.trim() ?? ''
  const wanted = word === '' ? null : { word, orderIds: (await findOrdersBySign(reading, word, mostOrdersFound)).map(({ id }) => id) }
  const rows = (await data.waitingFollowUps(tx, by.storeId, { since: new Date(now.getTime() - daysBack * 86_400_000), wanted })).map(({ followUpAny, followUpOn, followUpFrom, followUpTo, answered: _, ...row }) => {
    const callTime = callTimeOf({ followUpAny, followUpOn, followUpFrom, followUpTo })
    const asked = askedSpan(callTime, by.timeZone)
    return { ...row, callTime, asked, dueAt: callDueAt({ ...row, asked }) }
  })
  const calls = may(by, carePermissions.call.permission)
  return {
    rows: inCallOrder(rows, now).map(({ asked, dueAt, ...row }) => ({
      ...row, senderPhone: contactPhone(by, row.senderPhone, calls), deliveredAt: row.deliveredAt.toISOString(), lastAt: row.lastAt?.toISOString() ?? null, dueAt: dueAt.toISOString(), overdue: dueAt < now, later: isLater({ asked }, now),
    })),
  }
}

/** A dissatisfied customer's words open a complaint in the same deed. */
export async function recordContact(deed: Deed, wish: ContactFacts & { readonly orderId: string }): Promise<{ id: string; complaintNumber: string | null }> {
  const { tx, by, now } = deed
  const call = await data.findFollowUp(tx, by.storeId, wish.orderId)
  if (call === null) return refuse(new Refusal('care.not-delivered'))
  refuseIf(isWaiting(call) ? null : new Refusal('care.no-more-calls'))
  refuseIf(whyNotRecord(wish))
  const reached = wish.result === 'reached'
  const contact = { id: deed.newId(), orderId: call.orderId, at: now, personId: by.personId, personName: by.name, result: wish.result, scores: reached ? wish.scores : {}, satisfied: reached ? wish.satisfied : null, words: wish.words }
  await data.insertContact(tx, by.storeId, contact)
  deed.record({ subject: 'follow-up', subjectId: contact.id, after: { orderNumber: call.orderNumber, result: wish.result, satisfied: contact.satisfied, scores: contact.scores } })
  deed.announce({ event: 'follow-up.called', subjectId: call.orderId })
  if (!reached || wish.complaint === null) return { id: contact.id, complaintNumber: null }
  const { number } = await writeComplaint(deed, { orderId: call.orderId, plate: call.plate, customerName: call.senderName === '' ? call.plate : call.senderName, phone: call.senderPhone, kind: wish.complaint, words: wish.words })
  return { id: contact.id, complaintNumber: number }
}

export async function seeScores({ tx, by, now }: Reading): Promise<AnswerOf<typeof scoresRoute>> {
  const from = addDays(localDay(now, by.timeZone), -daysOfScores)
  return { from, rows: await data.scoresSince(tx, by.storeId, firstIdAt(startOfDay(from, by.timeZone))) }
}

type ComplaintWish = { readonly orderId: string | null; readonly plate: string; readonly customerName: string; readonly phone: string; readonly kind: ComplaintKind; readonly words: string }

async function writeComplaint(deed: Deed, wish: ComplaintWish): Promise<{ id: string; number: string; version: number }> {
  const { tx, by, now } = deed
  const complaint = { ...wish, id: deed.newId(), number: await nextNumber(deed, 'CP'), assignedTo: assigneeOf(wish.kind), openedAt: now, openedBy: by.personId, openedByName: by.name, dueAt: answerDueAt(now) }
  await data.insertComplaint(tx, by.storeId, complaint)
  deed.record({ subject: 'complaint', subjectId: complaint.id, after: complaint })
  deed.announce({ event: 'complaint.opened', subjectId: complaint.id, facts: { number: complaint.number, plate: complaint.plate, assignedTo: complaint.assignedTo, dueAt: complaint.dueAt.toISOString() } })
  return { id: complaint.id, number: complaint.number, version: 1 }
}

export async function openComplaint(deed: Deed, wish: Omit<ComplaintWish, 'orderId'>): Promise<{ id: string; number: string; version: number }> {
  const plate = normalPlate(wish.plate)
  refuseIf(whyNotPlate(plate))
  return writeComplaint(deed, { ...wish, plate, orderId: null })
}

function rowOf({ by, now }: Reading, { openedBy: _, steps, ...complaint }: data.ComplaintData & { readonly steps: readonly data.StepData[] }): ComplaintRow {
  const { openedAt, dueAt, answeredAt, closedAt, status } = complaint
  const phone = contactPhone(by, complaint.phone, status !== 'closed' && [carePermissions.call, carePermissions.answer, carePermissions.close].some(({ permission }) => may(by, permission)))
  return { ...complaint, phone, steps: steps.map(({ at, ...step }) => ({ ...step, at: new Date(at).toISOString() })), openedAt: openedAt.toISOString(), dueAt: dueAt.toISOString(), answeredAt: answeredAt?.toISOString() ?? null, closedAt: closedAt?.toISOString() ?? null, overdue: status === 'open' && dueAt < now }
}

export async function listComplaints(reading: Reading, { query: { group, find, after, limit } }: InputOf<typeof complaintsRoute>): Promise<AnswerOf<typeof complaintsRoute>> {
  const { tx, by } = reading
  const word = find?.trim() ?? ''
  const rows = await data.listComplaints(tx, by.storeId, { group, find: word === '' ? null : { word, number: word.toUpperCase(), tail: plateTail(word) }, after: after ?? null, limit: limit + 1 })
  return { rows: rows.slice(0, limit).map((row) => rowOf(reading, row)), next: rows.length > limit ? rows[limit - 1]?.id ?? null : null }
}

/** A plate is found by its last places, three or more. */
function plateTail(word: string): string | null {
  const places = [...normalPlate(word)]
  return places.length < 3 ? null : places.toReversed().join('')
}

type Seen = { readonly complaintId: string; readonly version: number }

async function lockSeen({ tx, by }: Deed, { complaintId, version }: Seen): Promise<data.ComplaintData> {
  const complaint = found(await data.lockComplaint(tx, by.storeId, complaintId), 'complaint')
  refuseStale(complaint.version, version)
  return complaint
}

const step = (deed: Deed, complaintId: string, kind: data.StepData['kind'], words: string): Promise<unknown> =>
  data.insertStep(deed.tx, deed.by.storeId, { id: deed.newId(), complaintId, at: deed.now, kind, personName: deed.by.name, words })

function done(deed: Deed, complaint: data.ComplaintData, event: string, after: unknown): { version: number } {
  deed.record({ subject: 'complaint', subjectId: complaint.id, before: { status: complaint.status }, after })
  deed.announce({ event: `complaint.${event}`, subjectId: complaint.id })
  return { version: complaint.version + 1 }
}

export async function answerComplaint(deed: Deed, { answer, ...seen }: Seen & { readonly answer: string }): Promise<{ version: number }> {
  const complaint = await lockSeen(deed, seen)
  refuseIf(whyNotAnswer({ status: complaint.status, assignedTo: complaint.assignedTo, positions: deed.by.positions, answer }))
  await data.writeAnswer(deed.tx, deed.by.storeId, { id: complaint.id, answer, at: deed.now, byName: deed.by.name })
  await step(deed, complaint.id, 'answered', answer)
  return done(deed, complaint, 'answered', { answer })
}

/** Customer care asked the customer: content, or back to who answered with a new clock. */
export async function closeComplaint(deed: Deed, { content, words, ...seen }: Seen & { readonly content: boolean; readonly words: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const complaint = await lockSeen(deed, seen)
  refuseIf(whyNotClose({ status: complaint.status, answeredBy: complaint.answeredByName, personName: by.name, content, words }))
  if (content) await data.closeIt(tx, by.storeId, { id: complaint.id, at: now, byName: by.name })
  else {
    await data.giveBack(tx, by.storeId, { id: complaint.id, dueAt: answerDueAt(now) })
    await step(deed, complaint.id, 'returned', words)
  }
  return done(deed, complaint, content ? 'closed' : 'returned', { content, words })
}
