import { sql, empty, type Tx } from '../../../platform/database.ts'
import type { NoticeFacts, NoticeKind } from '../domain/kinds.ts'

export type NoticeData = { id: string; kind: NoticeKind; key: string; facts: NoticeFacts; path: string; at: Date }

/** What was said already is not said again. Answers the ids of those that are new. */
export const insertNotices = (tx: Tx, storeId: string, rows: readonly NoticeData[]) => tx.all<{ id: string }>`
  insert into notices.notice (store_id, id, kind, key, facts, path, at)
  select ${storeId}, n.id, n.kind, n.key, n.facts, n.path, n.at
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, kind text, key text, facts jsonb, path text, at timestamptz)
  on conflict (store_id, key) do nothing returning id`

export const knownKeys = (tx: Tx, storeId: string, keys: readonly string[]) => tx.all<{ key: string }>`
  select key from notices.notice where store_id = ${storeId} and key = any(${keys})`

export const insertRecipients = (tx: Tx, storeId: string, rows: readonly { noticeId: string; personId: string; /** The notice whose line says it too. */ foldedInto: string | null }[]) => tx.run`
  insert into notices.recipient (store_id, person_id, notice_id, folded_into)
  select ${storeId}, person_id, notice_id, folded_into from unnest(${rows.map((r) => r.personId)}::uuid[], ${rows.map((r) => r.noticeId)}::uuid[], ${rows.map((r) => r.foldedInto)}::uuid[]) as r(person_id, notice_id, folded_into)
  on conflict do nothing`

/** Of these people and kinds, the unread lines that stand since a moment. */
export const openLines = (tx: Tx, storeId: string, personIds: readonly string[], kinds: readonly NoticeKind[], since: Date) => tx.all<{ personId: string; kind: NoticeKind; noticeId: string }>`
  select distinct on (r.person_id, n.kind) r.person_id, n.kind, n.id as notice_id from notices.recipient r join notices.notice n on n.store_id = r.store_id and n.id = r.notice_id
  where r.store_id = ${storeId} and r.person_id = any(${personIds}::uuid[]) and r.read_at is null and r.folded_into is null and n.kind = any(${kinds}::text[]) and n.at >= ${since} order by r.person_id, n.kind, n.id desc`

/** Who was told of these things. */
export const recipientsOf = (tx: Tx, storeId: string, keys: readonly string[]) => tx.all<{ key: string; personId: string }>`
  select n.key, r.person_id from notices.notice n join notices.recipient r on r.store_id = n.store_id and r.notice_id = n.id where n.store_id = ${storeId} and n.key = any(${keys})`

export type OwnNotice = Omit<NoticeData, 'key'> & { readAt: Date | null; /** How many more its line stands for. */ others: number }
export type NoticeFilter = { unread: boolean; kind: NoticeKind | null; find: string; after: string | null; limit: number }

/** His own, the newest first. A line speaks of the newest that it stands for; a search finds each of them. */
export const listNotices = (tx: Tx, storeId: string, personId: string, { unread, kind, find, after, limit }: NoticeFilter) => tx.all<OwnNotice>`
  select n.id, n.kind, coalesce(f.facts, n.facts) as facts, n.path, coalesce(f.at, n.at) as at, r.read_at, coalesce(f.count, 0)::int as others
  from notices.recipient r join notices.notice n on n.store_id = r.store_id and n.id = r.notice_id
  left join lateral (
    select o.facts, o.at, count(*) over () as count from notices.recipient x join notices.notice o on o.store_id = x.store_id and o.id = x.notice_id
    where ${find === ''} and x.store_id = r.store_id and x.person_id = r.person_id and x.folded_into = r.notice_id order by o.id desc limit 1) f on true
  where r.store_id = ${storeId} and r.person_id = ${personId} ${unread ? sql`and r.read_at is null` : empty} ${kind === null ? empty : sql`and n.kind = ${kind}`}
    ${find === '' ? sql`and r.folded_into is null` : sql`and exists (select from jsonb_each_text(n.facts) said where strpos(lower(said.value), lower(${find})) > 0)`} ${after === null ? empty : sql`and r.notice_id < ${after}`}
  order by r.notice_id desc limit ${limit}`

/** Counted to a hundred; more is shown as 99+. */
export const countUnread = (tx: Tx, storeId: string, personId: string) => tx.one<{ count: number }>`
  select count(*)::int as count from (select 1 from notices.recipient where store_id = ${storeId} and person_id = ${personId} and read_at is null and folded_into is null limit 100) as unread`

/** One notice, or all up to the newest that was on the screen. Answers how many were unread. */
export const markRead = (tx: Tx, storeId: string, personId: string, at: Date, which: { id: string } | { upTo: string }) => tx.run`
  update notices.recipient set read_at = ${at} where store_id = ${storeId} and person_id = ${personId} and read_at is null
    and ${'id' in which ? sql`(notice_id = ${which.id} or folded_into = ${which.id})` : sql`(notice_id <= ${which.upTo} or folded_into <= ${which.upTo})`}`

/** What a notice of this key asked for is settled, by whomever: nobody needs to read it any more, nor the deputies who were told later. Answers how many had not. */
export const settleNotices = (tx: Tx, storeId: string, at: Date, key: string) => tx.run`
  update notices.recipient r set read_at = ${at} from notices.notice n
  where n.store_id = ${storeId} and (n.key = ${key} or (n.key >= ${`${key} deputy `} and n.key < ${`${key} deputz`})) and r.store_id = n.store_id and r.notice_id = n.id and r.read_at is null`

export const isRecipient = (tx: Tx, storeId: string, personId: string, noticeId: string) => tx.maybe<{ readAt: Date | null }>`
  select read_at from notices.recipient where store_id = ${storeId} and person_id = ${personId} and notice_id = ${noticeId}`

/** Notices made before this id, with whom they went to and what left the house of them; a thousand at most. */
export const removeNotices = (tx: Tx, storeId: string, beforeId: string) => tx.run`
  delete from notices.notice where store_id = ${storeId} and id in (select id from notices.notice where store_id = ${storeId} and id < ${beforeId} order by id limit 1000)`

export const removeMessages = (tx: Tx, storeId: string, beforeId: string) => tx.run`
  delete from notices.message where store_id = ${storeId} and id in (select id from notices.message where store_id = ${storeId} and id < ${beforeId} and status <> 'waiting' order by id limit 1000)`

export type PromiseData = { id: string; number: string; plate: string; advisorId: string; promisedAt: Date }

/** Cars that are not ready, and were promised for a moment in this span. */
export const promisesBetween = (tx: Tx, storeId: string, from: Date, until: Date) => tx.all<PromiseData>`
  select id, number, plate, advisor_id, promised_at from repair_orders.v_promise
  where store_id = ${storeId} and status in ('authorised', 'in_work', 'in_inspection') and promised_at >= ${from} and promised_at < ${until} order by promised_at limit 300`

export type TransferTold = { kind: Extract<NoticeKind, `transfer-${string}`>; id: string; subjectId: string; number: string; storeZh: string; storeEn: string }

/** What another store asked, refused, shipped or misses since this moment. */
export const transfersTold = (tx: Tx, storeId: string, since: Date) => tx.all<TransferTold>`
  select t.kind, t.id, t.subject_id, t.number, s.name_zh as store_zh, s.name_en as store_en
  from transfers.v_told t join organisation.v_store_name s on s.id = t.other_store where t.store_id = ${storeId} and t.at >= ${since} order by t.at limit 300`

export type ComplaintData = { id: string; number: string; plate: string; assignedTo: string; dueAt: Date }

/** Complaints without an answer whose clock ends in this span. */
export const complaintsBetween = (tx: Tx, storeId: string, from: Date, until: Date) => tx.all<ComplaintData>`
  select id, number, plate, assigned_to, due_at from care.v_complaint_clock where store_id = ${storeId} and due_at >= ${from} and due_at < ${until} order by due_at limit 300`

/** Of these orders, what is promised now, where the car is not ready. */
export const promisesOf = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<{ id: string; promisedAt: Date }>`
  select id, promised_at from repair_orders.v_promise where store_id = ${storeId} and id = any(${orderIds}::uuid[]) and status in ('authorised', 'in_work', 'in_inspection')`

/** Of these complaints, those without an answer. */
export const openComplaints = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<{ id: string }>`
  select id from care.v_complaint_clock where store_id = ${storeId} and id = any(${ids}::uuid[])`
