import { createHash, randomBytes } from 'node:crypto'
import { nobody, type Actor } from '../kernel/actor.ts'
import { idMaker } from '../kernel/ids.ts'
import { BrokenInvariant, invariant, Refusal, RefusedError } from '../kernel/refusal.ts'
import type { Clock } from '../kernel/time.ts'
import { sql, type Database, type Sql, type Tx } from './database.ts'

export type AuditEntry = {
  readonly subject: string
  readonly subjectId: string
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string
}

export type Announcement = { readonly event: string; readonly subjectId: string; readonly facts?: Record<string, unknown> }

/** What was announced, with the id of its row in the outbox, and by whose deed; what was never written there has neither. */
export type News = Announcement & { readonly id?: string; readonly by?: string | null }
type Announced = Announcement & { readonly id: string; readonly by: string }

/** A deed under way: everything an action needs, inside one transaction. */
export type Deed = {
  readonly tx: Tx
  readonly by: Actor
  readonly now: Date
  /** Drawn at the moment it is asked for, not at the deed's beginning: what is written under a lock sorts in the order in which the lock was got. */
  newId(): string
  /** The audit row of what was done; a deed without one is our mistake. */
  record(entry: AuditEntry): void
  /** News for later modules and open screens; it leaves with the commit or not at all. */
  announce(news: Announcement): void
}

export type Reading = { readonly tx: Tx; readonly by: Actor; readonly now: Date }

/** How the deed came in. The key makes a repeated request harmless: same key, same body → the same answer, one effect. */
export type DeedCall = { readonly operation: string; readonly key: string; readonly body: unknown; readonly requestId: string }

export type DeedTools = {
  readonly database: Database
  readonly clock: Clock
  /** Told after the commit; open screens refresh. Correctness never rests on it. */
  readonly onNews: (storeId: string, news: readonly News[]) => void
  /** What later modules do in the deed's own transaction when something is announced; a failure undoes the deed. */
  readonly react?: (deed: Deed, news: readonly Announcement[]) => Promise<void>
}

const idAt = idMaker(randomBytes)

const hashOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body ?? null)).digest('base64url')

export async function perform<Answer>(tools: DeedTools, by: Actor, call: DeedCall, work: (deed: Deed) => Promise<Answer>): Promise<Answer> {
  const news: Announced[] = []
  const entries: AuditEntry[] = []
  let now = tools.clock.now()
  try {
    const answer = await tools.database.transaction([by.storeId], async (tx) => {
      news.length = 0 // a retried transaction starts anew
      entries.length = 0
      now = tools.clock.now()
      return doWork({ tx, by, now, entries, news, clock: tools.clock }, call, work, tools.react)
    }, (made) => recordOf({ now, by, call, entries, news, answer: made }))
    if (news.length > 0) tools.onNews(by.storeId, news)
    return answer
  } catch (cause) {
    if (cause instanceof BrokenInvariant) throw cause
    const before = await earlierAnswer(tools.database, by, call)
    if (before !== null) return before.answer as Answer
    throw cause
  }
}

type Begun = { readonly tx: Tx; readonly by: Actor; readonly now: Date; readonly entries: AuditEntry[]; readonly news: Announced[]; readonly clock: Clock }

async function doWork<Answer>({ tx, by, now, entries, news, clock }: Begun, { operation }: DeedCall, work: (deed: Deed) => Promise<Answer>, react: DeedTools['react']): Promise<Answer> {
  const deed: Deed = {
    tx, by, now, newId: () => idAt(clock.now()),
    record: (entry) => { entries.push(entry) },
    announce: (announcement) => { news.push({ ...announcement, id: idAt(now), by: by.personId }) },
  }
  const answer = await work(deed)
  await react?.(deed, [...news])
  invariant(entries.length > 0, `${operation} recorded nothing in the audit`)
  return answer
}

type Record_ = {
  readonly now: Date; readonly by: Actor; readonly call: DeedCall
  readonly entries: readonly AuditEntry[]; readonly news: readonly Announced[]; readonly answer: unknown
}

/** Audit rows, outbox rows and the idempotency row in one statement, the last of the deed. A key used before fails here, and everything is undone. */
function recordOf({ now, by, call, entries, news, answer }: Record_): Sql {
  const newId = () => idAt(now)
  const audit = entries.map((entry) => ({
    id: newId(), subject: entry.subject, subject_id: entry.subjectId, before: entry.before ?? null, after: entry.after ?? null, reason: entry.reason ?? null,
  }))
  const outbox = news.map((item) => ({ id: item.id, event: item.event, subject_id: item.subjectId, facts: item.facts ?? {} }))
  return sql`
    with audited as (
      insert into platform.audit (store_id, id, at, person_id, positions, operation, subject, subject_id, before, after, reason, request_id)
      select ${by.storeId}, a.id, ${now}, ${by.personId}, ${by.positions}, ${call.operation}, a.subject, a.subject_id, a.before, a.after, a.reason, ${call.requestId}
      from jsonb_to_recordset(${JSON.stringify(audit)}::jsonb) as a(id uuid, subject text, subject_id uuid, before jsonb, after jsonb, reason text)
    ), for_the_sealer as (
      insert into platform.audit_unsealed (store_id, audit_id) select ${by.storeId}, unnest(${audit.map(({ id }) => id)}::uuid[])
    ), announced as (
      insert into platform.outbox (store_id, id, at, person_id, event, subject_id, facts)
      select ${by.storeId}, o.id, ${now}, ${by.personId}, o.event, o.subject_id, o.facts
      from jsonb_to_recordset(${JSON.stringify(outbox)}::jsonb) as o(id uuid, event text, subject_id uuid, facts jsonb)
    )
    insert into platform.idempotency (store_id, person_id, key, operation, body_hash, answer, at)
    values (${by.storeId}, ${by.personId}, ${call.key}, ${call.operation}, ${hashOf(call.body)}, ${JSON.stringify(answer ?? null)}::jsonb, ${now})`
}

/** News of what the product did by itself, outside a deed (duties closed by data): every process tells its open pages within a second. */
export const announceByItself = (tx: Tx, storeId: string, now: Date, { event, subjectId }: Announcement): Promise<unknown> => tx.run`
  insert into platform.outbox (store_id, id, at, person_id, event, subject_id, facts) values (${storeId}, ${idAt(now)}, ${now}, ${nobody}, ${event}, ${subjectId}, '{}'::jsonb)`

/** Looked up only when a deed failed: perhaps it failed because it had already been done. */
async function earlierAnswer(database: Database, by: Actor, call: DeedCall): Promise<{ answer: unknown } | null> {
  const row = await database.reading([by.storeId], (tx) => tx.maybe<{ operation: string; bodyHash: string; answer: unknown }>`
    select operation, body_hash, answer from platform.idempotency
    where store_id = ${by.storeId} and person_id = ${by.personId} and key = ${call.key}`).catch(() => null) // the first failure is the one to report
  if (row === null) return null
  if (row.operation !== call.operation || row.bodyHash !== hashOf(call.body)) {
    throw new RefusedError(new Refusal('platform.key-used-for-another-request'), 422)
  }
  return { answer: row.answer }
}

/** A refused attempt that matters (no right, failed log-in) is on record too, in a transaction of its own. */
export async function recordRefusal(database: Database, by: Actor, now: Date, refused: { operation: string; code: string; requestId: string }): Promise<void> {
  const id = idAt(now)
  await database.transaction([by.storeId], (tx) => tx.run`
    with for_the_sealer as (insert into platform.audit_unsealed (store_id, audit_id) values (${by.storeId}, ${id}))
    insert into platform.audit (store_id, id, at, person_id, positions, operation, subject, subject_id, reason, request_id, result)
    values (${by.storeId}, ${id}, ${now}, ${by.personId}, ${by.positions}, ${refused.operation}, 'operation', null,
      ${refused.code}, ${refused.requestId}, 'refused')`)
}
