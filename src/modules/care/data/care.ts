import { firstIdAt } from '../../../kernel/ids.ts'
import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { KeptCallTime } from '../../settlement/domain/call-time.ts'
import type { ComplaintKind, ComplaintStatus } from '../domain/complaint.ts'
import { endingResults, mostAttempts, type ContactResult, type Question } from '../domain/follow-up.ts'

export type FollowUpData = KeptCallTime & {
  orderId: string; orderNumber: string; plate: string; advisorName: string; senderName: string; senderPhone: string; deliveredAt: Date; callNote: string; attempts: number; answered: boolean; lastAt: Date | null; lastResult: ContactResult | null
}

const followUp = sql`
  select d.order_id, o.number as order_number, o.plate, o.advisor_name, coalesce(s.sender_name, '') as sender_name, coalesce(s.sender_phone, '') as sender_phone, d.at as delivered_at, d.follow_up_slot as call_note,
    d.follow_up_any, d.follow_up_on, d.follow_up_from, d.follow_up_to, coalesce(c.attempts, 0) as attempts, coalesce(c.answered, false) as answered, c.last_at, c.last_result
  from settlement.v_delivery d
  join repair_orders.v_order o on o.store_id = d.store_id and o.id = d.order_id
  left join repair_orders.v_sender s on s.store_id = d.store_id and s.order_id = d.order_id
  left join lateral (select count(*) as attempts, bool_or(result = any(${endingResults})) as answered, max(at) as last_at, (array_agg(result order by id desc))[1] as last_result from care.contact c where c.store_id = d.store_id and c.order_id = d.order_id) c on true`

export type Wanted = { /** Orders with such a plate or number. */ readonly orderIds: readonly string[]; readonly word: string }

/** Delivered since a moment and still without an answer, the oldest first. */
export const waitingFollowUps = (tx: Tx, storeId: string, { since, wanted }: { since: Date; wanted: Wanted | null }) => tx.all<FollowUpData>`
  ${followUp} where d.store_id = ${storeId} and d.at >= ${since} and coalesce(c.attempts, 0) < ${mostAttempts} and not coalesce(c.answered, false)
  ${wanted === null ? empty : sql`and (d.order_id = any(${wanted.orderIds}::uuid[]) or s.sender_phone = ${wanted.word} or (s.sender_name >= ${wanted.word} and s.sender_name < ${wanted.word} || chr(1114109)))`}
  order by d.at limit 300`

export const findFollowUp = (tx: Tx, storeId: string, orderId: string) => tx.maybe<FollowUpData>`${followUp} where d.store_id = ${storeId} and d.order_id = ${orderId}`

export type NewContact = { id: string; orderId: string; at: Date; personId: string; personName: string; result: ContactResult; scores: Readonly<Partial<Record<Question, number>>>; satisfied: boolean | null; words: string }

export const insertContact = (tx: Tx, storeId: string, c: NewContact) => tx.run`
  insert into care.contact (store_id, id, order_id, at, person_id, person_name, result, scores, satisfied, words)
  values (${storeId}, ${c.id}, ${c.orderId}, ${c.at}, ${c.personId}, ${c.personName}, ${c.result}, ${JSON.stringify(c.scores)}::jsonb, ${c.satisfied}, ${c.words})`

export type ScoreData = { role: 'advisor' | 'technician'; name: string; calls: number; satisfied: number; score: number | null }

/** Mean score in tenths of a point, by who received the car and by who worked on it. */
export const scoresSince = (tx: Tx, storeId: string, firstId: string) => tx.all<ScoreData>`
  with reached as (
    select c.order_id, c.satisfied, (select avg(value::numeric) from jsonb_each_text(c.scores)) as score from care.contact c where c.store_id = ${storeId} and c.id >= ${firstId} and c.result = 'reached'
  ), named as (
    select 'advisor' as role, o.advisor_name as name, r.satisfied, r.score from reached r join repair_orders.v_order o on o.store_id = ${storeId} and o.id = r.order_id
    union all
    select 'technician', j.technician_name, r.satisfied, r.score from reached r join workshop.v_job j on j.store_id = ${storeId} and j.order_id = r.order_id
  )
  select role, name, count(*) as calls, count(*) filter (where satisfied) as satisfied, round(avg(score) * 10)::integer as score from named group by role, name order by role, name`

export type ComplaintData = {
  id: string; number: string; status: ComplaintStatus; orderId: string | null; plate: string; customerName: string; phone: string; kind: ComplaintKind; words: string; assignedTo: 'FDS' | 'WSS'
  openedAt: Date; openedBy: string; openedByName: string; dueAt: Date; answer: string; answeredAt: Date | null; answeredByName: string | null; returns: number; closedAt: Date | null; closedByName: string | null; version: number
}

const columns = sql`id, number, status, order_id, plate, customer_name, phone, kind, words, assigned_to, opened_at, opened_by, opened_by_name, due_at, answer, answered_at, answered_by_name, returns, closed_at, closed_by_name, version`

export type StepData = { at: string; kind: 'answered' | 'returned'; personName: string; words: string }

export const listComplaints = (tx: Tx, storeId: string, { group, find, after, limit }: { group: 'open' | 'all'; find: { tail: string | null; number: string; word: string } | null; after: string | null; limit: number }) => tx.all<ComplaintData & { steps: StepData[] }>`
  select ${columns}, (select coalesce(jsonb_agg(jsonb_build_object('at', s.at, 'kind', s.kind, 'personName', s.person_name, 'words', s.words) order by s.id), '[]')
    from care.complaint_step s where s.store_id = complaint.store_id and s.complaint_id = complaint.id) as steps
  from care.complaint where store_id = ${storeId} ${group === 'open' ? sql`and status <> 'closed'` : empty}
  ${find === null ? empty : sql`and (number = ${find.number} or phone = ${find.word} or (plate_tail >= ${find.tail} and plate_tail < ${find.tail} || chr(1114109)) or (customer_name >= ${find.word} and customer_name < ${find.word} || chr(1114109)))`}
  ${after === null ? empty : sql`and id < ${after}`} order by id desc limit ${limit}`

/** For other modules: complaints with these positions that were opened since a moment, or still wait past their deadline. */
export const complaintsOpenedSince = (tx: Tx, storeId: string, since: Date, positions: readonly string[]) => tx.all<ComplaintData>`
  select ${columns} from care.complaint where store_id = ${storeId} and assigned_to = any(${positions}::text[]) and (id >= ${firstIdAt(since)} or status <> 'closed') order by id desc limit 20`

/** Locked until the deed ends. */
export const lockComplaint = (tx: Tx, storeId: string, complaintId: string) => tx.maybe<ComplaintData>`
  select ${columns} from care.complaint where store_id = ${storeId} and id = ${complaintId} for update`

export type NewComplaint = Pick<ComplaintData, 'id' | 'number' | 'orderId' | 'plate' | 'customerName' | 'phone' | 'kind' | 'words' | 'assignedTo' | 'openedAt' | 'openedBy' | 'openedByName' | 'dueAt'>

export const insertComplaint = (tx: Tx, storeId: string, c: NewComplaint) => tx.run`
  insert into care.complaint (store_id, id, number, status, order_id, plate, customer_name, phone, kind, words, assigned_to, opened_at, opened_by, opened_by_name, due_at)
  values (${storeId}, ${c.id}, ${c.number}, 'open', ${c.orderId}, ${c.plate}, ${c.customerName}, ${c.phone}, ${c.kind}, ${c.words}, ${c.assignedTo}, ${c.openedAt}, ${c.openedBy}, ${c.openedByName}, ${c.dueAt})`

export const writeAnswer = (tx: Tx, storeId: string, a: { id: string; answer: string; at: Date; byName: string }) => tx.run`
  update care.complaint set status = 'answered', answer = ${a.answer}, answered_at = ${a.at}, answered_late = answered_late or ${a.at} > due_at, answered_by_name = ${a.byName}, version = version + 1 where store_id = ${storeId} and id = ${a.id}`

export const closeIt = (tx: Tx, storeId: string, c: { id: string; at: Date; byName: string }) => tx.run`
  update care.complaint set status = 'closed', closed_at = ${c.at}, closed_by_name = ${c.byName}, version = version + 1 where store_id = ${storeId} and id = ${c.id}`

/** The customer is not content: open again, with a new clock. */
export const giveBack = (tx: Tx, storeId: string, g: { id: string; dueAt: Date }) => tx.run`
  update care.complaint set status = 'open', returns = returns + 1, due_at = ${g.dueAt}, version = version + 1 where store_id = ${storeId} and id = ${g.id}`

/** An answer, or why the customer was not content with it. */
export const insertStep = (tx: Tx, storeId: string, s: { id: string; complaintId: string; at: Date; kind: StepData['kind']; personName: string; words: string }) => tx.run`
  insert into care.complaint_step (store_id, id, complaint_id, at, kind, person_name, words) values (${storeId}, ${s.id}, ${s.complaintId}, ${s.at}, ${s.kind}, ${s.personName}, ${s.words})`
