import type { Tx } from './database.ts'
import { manyRows } from './many-rows.ts'

export type AuditRow = {
  readonly id: string; readonly at: Date; readonly personId: string; readonly positions: readonly string[]; readonly operation: string; readonly subject: string
  readonly subjectId: string; readonly before: unknown; readonly after: unknown; readonly reason: string | null; readonly requestId: string
}

/** Audit of a history that is written as a whole (the demo store). Deeds write their own (deed.ts). */
export const fillAudit = (tx: Tx, storeId: string, rows: readonly AuditRow[]) => tx.run`
  with for_the_sealer as (
    insert into platform.audit_unsealed (store_id, audit_id) select ${storeId}, unnest(${rows.map(({ id }) => id)}::uuid[])
  )
  insert into platform.audit (store_id, id, at, person_id, positions, operation, subject, subject_id, before, after, reason, request_id)
  select ${storeId}, id, at, person_id, positions, operation, subject, subject_id, before, after, reason, request_id
  from jsonb_populate_recordset(null::platform.audit, ${manyRows(rows)}::jsonb)`

export type LastNumber = { readonly kind: string; readonly day: string; readonly last: number }

/** The series go on where a written history left them. */
export const fillNumbers = (tx: Tx, storeId: string, rows: readonly LastNumber[]) => tx.run`
  insert into platform.document_number (store_id, kind, day, last)
  select ${storeId}, kind, day, last from jsonb_populate_recordset(null::platform.document_number, ${manyRows(rows)}::jsonb)
  on conflict (store_id, kind, day) do update set last = excluded.last`
