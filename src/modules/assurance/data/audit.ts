import { empty, sql, type Tx } from '../../../platform/database.ts'

export type EntryData = {
  id: string; at: Date; personId: string | null; personName: string | null; positions: string[]; operation: string; subject: string; subjectId: string | null
  reason: string | null; requestId: string; result: 'done' | 'refused'; before: unknown; after: unknown
}

const columns = sql`a.id, a.at, a.person_id, p.name as person_name, a.positions, a.operation, a.subject, a.subject_id, a.reason, a.request_id, a.result, a.before, a.after`

export type AuditFilter = { fromId: string | null; untilId: string | null; personId: string | null; subjectId: string | null; result: 'done' | 'refused' | null; after: string | null; limit: number }

/** Newest first, a walk backwards along the key; days are cut by id, which begins with the time. */
export const listEntries = (tx: Tx, storeId: string, { fromId, untilId, personId, subjectId, result, after, limit }: AuditFilter) => tx.all<EntryData>`
  select ${columns} from platform.audit a left join organisation.v_person p on p.id = a.person_id
  where a.store_id = ${storeId}
  ${fromId === null ? empty : sql`and a.id >= ${fromId}`}
  ${untilId === null ? empty : sql`and a.id < ${untilId}`}
  ${personId === null ? empty : sql`and a.person_id = ${personId}`}
  ${subjectId === null ? empty : sql`and a.subject_id = ${subjectId}`}
  ${result === null ? empty : sql`and a.result = ${result}`}
  ${after === null ? empty : sql`and a.id < ${after}`}
  order by a.id desc limit ${limit}`

export const findEntry = (tx: Tx, storeId: string, entryId: string) => tx.maybe<EntryData>`
  select ${columns} from platform.audit a left join organisation.v_person p on p.id = a.person_id
  where a.store_id = ${storeId} and a.id = ${entryId}`

export const sealedSoFar = (tx: Tx, storeId: string) => tx.one<{ blocks: number; headAt: Date | null; waiting: number }>`
  select coalesce(max(b.number), 0) as blocks, max(b.at) as head_at,
    (select count(*) from platform.audit_unsealed where store_id = ${storeId}) as waiting
  from (select number, at from platform.audit_block where store_id = ${storeId} order by number desc limit 1) b`
