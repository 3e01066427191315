import { sql, type Tx } from '../../../platform/database.ts'
import type { MessageStatus } from '../domain/attempts.ts'
import type { NoticeFacts, NoticeKind } from '../domain/kinds.ts'

export type Channel = 'mail' | 'robot'
export type NewMessage = { id: string; channel: Channel; recipientId: string; key: string; dueAt: Date }

/**
 * A message for each recipient and leaving time, or the one that is there and nobody has begun to send. Who adds to it keeps it from the senders until his commit.
 * What a sender was faster with is missing in the answer. In the order of recipients, so that two who tell the same people wait instead of deadlocking.
 */
export const joinMessages = (tx: Tx, storeId: string, now: Date, rows: readonly NewMessage[]) => tx.all<{ id: string; channel: Channel; recipientId: string; key: string }>`
  insert into notices.message as m (store_id, id, channel, recipient_id, key, status, made_at, due_at)
  select ${storeId}, n.id, n.channel, n.recipient_id, n.key, 'waiting', ${now}, n.due_at
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.channel)}::text[], ${rows.map((r) => r.recipientId)}::uuid[], ${rows.map((r) => r.key)}::text[], ${rows.map((r) => r.dueAt)}::timestamptz[]) as n(id, channel, recipient_id, key, due_at)
  order by n.recipient_id, n.key
  on conflict (store_id, channel, recipient_id, key) do update set due_at = m.due_at where m.attempts = 0 and m.status = 'waiting' returning id, channel, recipient_id, key`

export const insertOutbox = (tx: Tx, storeId: string, rows: readonly { noticeId: string; channel: Channel; recipientId: string; messageId: string }[]) => tx.run`
  insert into notices.outbox (store_id, notice_id, channel, recipient_id, message_id)
  select ${storeId}, * from unnest(${rows.map((r) => r.noticeId)}::uuid[], ${rows.map((r) => r.channel)}::text[], ${rows.map((r) => r.recipientId)}::uuid[], ${rows.map((r) => r.messageId)}::uuid[])
  on conflict do nothing`

export type Claimed = { id: string; channel: Channel; recipientId: string; key: string; attempts: number }

/** Takes what is due and keeps it from other senders until the lease ends; a sender that died gives it back by that. */
export const claimDue = (tx: Tx, storeId: string, { now, leaseUntil, limit }: { now: Date; leaseUntil: Date; limit: number }) => tx.all<Claimed>`
  with due as (select id from notices.message where store_id = ${storeId} and status = 'waiting' and due_at <= ${now} order by due_at limit ${limit} for update skip locked)
  update notices.message m set due_at = ${leaseUntil}, attempts = m.attempts + 1 from due where m.store_id = ${storeId} and m.id = due.id
  returning m.id, m.channel, m.recipient_id, m.key, m.attempts`

export type SentItem = { messageId: string; kind: NoticeKind; key: string; facts: NoticeFacts; path: string; at: Date; /** Its reader has seen it in the product; a group has no eyes there. */ read: boolean }

export const itemsOf = (tx: Tx, storeId: string, messageIds: readonly string[]) => tx.all<SentItem>`
  select o.message_id, n.kind, n.key, n.facts, n.path, n.at, r.read_at is not null as read from notices.outbox o join notices.notice n on n.store_id = o.store_id and n.id = o.notice_id
  left join notices.recipient r on o.channel = 'mail' and r.store_id = o.store_id and r.person_id = o.recipient_id and r.notice_id = o.notice_id
  where o.store_id = ${storeId} and o.message_id = any(${messageIds}) order by o.message_id, o.notice_id`

export type Ending = { id: string; attempts: number; status: MessageStatus; error: string; dueAt: Date | null }

/** How each attempt ended. One whose lease ran out and that somebody else has taken is his. */
export const endAttempts = (tx: Tx, storeId: string, now: Date, rows: readonly Ending[]) => tx.run`
  update notices.message m set status = r.status, last_error = r.error, due_at = coalesce(r.due_at, m.due_at), ended_at = case when r.status = 'waiting' then null else ${now}::timestamptz end, version = m.version + 1
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.attempts)}::int[], ${rows.map((r) => r.status)}::text[], ${rows.map((r) => r.error)}::text[], ${rows.map((r) => r.dueAt)}::timestamptz[]) as r(id, attempts, status, error, due_at)
  where m.store_id = ${storeId} and m.id = r.id and m.status = 'waiting' and m.attempts = r.attempts`

export type MessageData = { id: string; channel: Channel; recipientId: string; recipientName: string; key: string; status: MessageStatus; madeAt: Date; dueAt: Date; attempts: number; lastError: string; endedAt: Date | null; notices: number; version: number }

const shown = sql`
  m.id, m.channel, m.recipient_id, m.key, m.status, m.made_at, m.due_at, m.attempts, m.last_error, m.ended_at, m.version,
  coalesce((select r.name from notices.robot r where r.store_id = m.store_id and r.id = m.recipient_id), '') as recipient_name,
  (select count(*)::int from notices.outbox o where o.store_id = m.store_id and o.message_id = m.id) as notices from notices.message m`

/** Dead ones, or all, the newest first. */
export const listMessages = (tx: Tx, storeId: string, { dead, after, limit }: { dead: boolean; after: string | null; limit: number }) => tx.all<MessageData>`
  select ${shown} where m.store_id = ${storeId} and (${!dead} or m.status = 'dead') and (${after}::uuid is null or m.id < ${after}) order by m.id desc limit ${limit}`

export const findMessage = (tx: Tx, storeId: string, messageId: string) => tx.maybe<MessageData>`
  select ${shown} where m.store_id = ${storeId} and m.id = ${messageId}`

/** From the beginning, with all its attempts. Nothing happens to one that is not dead. */
export const reviveMessage = (tx: Tx, storeId: string, messageId: string, now: Date) => tx.run`
  update notices.message set status = 'waiting', ended_at = null, due_at = ${now}, attempts = 0, version = version + 1 where store_id = ${storeId} and id = ${messageId} and status = 'dead'`
