import type { Refusal } from '../../../kernel/refusal.ts'
import { sql, type Tx } from '../../../platform/database.ts'
import type { KeptActor } from '../../../platform/long-work.ts'
import type { Finding } from '../domain/columns.ts'
import type { ImportKind, ImportState } from '../domain/kinds.ts'

export type Said = { readonly code: string; readonly facts: Refusal['facts'] }

export type ImportData = {
  id: string; kind: ImportKind; fileName: string; fileBytes: number; state: ImportState; at: Date; endedAt: Date | null; personId: string; personName: string
  rowsRead: number; rowsBad: number; rowsDoubtful: number; rowsNew: number; rowsChanged: number; rowsUnchanged: number
  rowsDone: number; doneNew: number; doneChanged: number; doneUnchanged: number; doneRefused: number; version: number
}
export type HeaderData = { header: string; field: string | null }
export type PreviewData = { line: number; cells: string[] }
export type ImportDetail = ImportData & { refusal: Said | null; columns: HeaderData[] | null; preview: PreviewData[] | null }

const columns = sql`id, kind, file_name, file_bytes, state, at, ended_at, person_id, person_name, rows_read, rows_bad, rows_doubtful, rows_new, rows_changed, rows_unchanged,
  rows_done, done_new, done_changed, done_unchanged, done_refused, version`

export type NewImport = { id: string; kind: ImportKind; fileName: string; fileBytes: number; sha256: string; at: Date; actor: KeptActor }

export const insertImport = (tx: Tx, storeId: string, { id, kind, fileName, fileBytes, sha256, at, actor }: NewImport) => tx.run`
  insert into exchange.import (store_id, id, kind, file_name, file_bytes, file_sha256, state, at, person_id, person_name, actor)
  values (${storeId}, ${id}, ${kind}, ${fileName}, ${fileBytes}, ${sha256}, 'reading', ${at}, ${actor.personId}, ${actor.name}, ${JSON.stringify(actor)}::jsonb)`

export const insertPiece = (tx: Tx, storeId: string, importId: string, place: number, content: Uint8Array) => tx.run`
  insert into exchange.import_file (store_id, import_id, place, content) values (${storeId}, ${importId}, ${place}, ${content})`

export const findPiece = (tx: Tx, storeId: string, importId: string, place: number) => tx.maybe<{ content: Uint8Array }>`
  select content from exchange.import_file where store_id = ${storeId} and import_id = ${importId} and place = ${place}`

export const deleteFile = (tx: Tx, storeId: string, importId: string) => tx.run`
  delete from exchange.import_file where store_id = ${storeId} and import_id = ${importId}`

export const listImports = (tx: Tx, storeId: string, after: string | null, limit: number) => tx.all<ImportData>`
  select ${columns} from exchange.import where store_id = ${storeId} and (${after}::uuid is null or id < ${after}::uuid) order by id desc limit ${limit}`

export const findImport = (tx: Tx, storeId: string, importId: string) => tx.maybe<ImportDetail>`
  select ${columns}, refusal, columns, preview from exchange.import where store_id = ${storeId} and id = ${importId}`

/** Whoever runs, discards or writes a slice of it holds the row; a second runner finds rows_done ahead of its own and stops. */
export const lockImport = (tx: Tx, storeId: string, importId: string) => tx.maybe<ImportData & { actor: KeptActor }>`
  select ${columns}, actor from exchange.import where store_id = ${storeId} and id = ${importId} for update`

export const importsUnderWay = (tx: Tx, storeId: string) => tx.all<{ id: string }>`
  select id from exchange.import where store_id = ${storeId} and state in ('reading', 'running') order by id`

export const setState = (tx: Tx, storeId: string, importId: string, { state, endedAt = null, refusal = null }: { state: ImportState; endedAt?: Date | null; refusal?: Said | null }) => tx.run`
  update exchange.import set state = ${state}, ended_at = ${endedAt}, refusal = ${refusal === null ? null : JSON.stringify(refusal)}::jsonb, version = version + 1
  where store_id = ${storeId} and id = ${importId}`

export const setActor = (tx: Tx, storeId: string, importId: string, actor: KeptActor) => tx.run`
  update exchange.import set actor = ${JSON.stringify(actor)}::jsonb where store_id = ${storeId} and id = ${importId}`

export type ReadingCounts = { rowsRead: number; rowsBad: number; rowsDoubtful: number; rowsNew: number; rowsChanged: number; rowsUnchanged: number }

export const setCounts = (tx: Tx, storeId: string, importId: string, counts: ReadingCounts) => tx.run`
  update exchange.import set rows_read = ${counts.rowsRead}, rows_bad = ${counts.rowsBad}, rows_doubtful = ${counts.rowsDoubtful}, rows_new = ${counts.rowsNew},
    rows_changed = ${counts.rowsChanged}, rows_unchanged = ${counts.rowsUnchanged}
  where store_id = ${storeId} and id = ${importId}`

export const setPreview = (tx: Tx, storeId: string, importId: string, headers: readonly HeaderData[], preview: readonly PreviewData[]) => tx.run`
  update exchange.import set columns = ${JSON.stringify(headers)}::jsonb, preview = ${JSON.stringify(preview)}::jsonb where store_id = ${storeId} and id = ${importId}`

export type Progress = { rowsDone: number; added: number; changed: number; unchanged: number; refused: number }

export const addProgress = (tx: Tx, storeId: string, importId: string, progress: Progress) => tx.run`
  update exchange.import set rows_done = ${progress.rowsDone}, done_new = done_new + ${progress.added}, done_changed = done_changed + ${progress.changed},
    done_unchanged = done_unchanged + ${progress.unchanged}, done_refused = done_refused + ${progress.refused}
  where store_id = ${storeId} and id = ${importId}`

export type FindingRow = { line: number; bad: boolean; cells: readonly string[]; findings: readonly Finding[] }

/** A row that fails only when it is written gets its finding then. */
export const insertFindings = (tx: Tx, storeId: string, importId: string, rows: readonly FindingRow[]) => tx.run`
  insert into exchange.import_finding as f (store_id, import_id, line, bad, cells, findings)
  select ${storeId}::uuid, ${importId}::uuid, w.line, w.bad, w.cells, w.findings
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(line integer, bad boolean, cells jsonb, findings jsonb)
  on conflict (store_id, import_id, line) do update set bad = f.bad or excluded.bad, findings = f.findings || excluded.findings`

export const deleteFindings = (tx: Tx, storeId: string, importId: string) => tx.run`
  delete from exchange.import_finding where store_id = ${storeId} and import_id = ${importId}`

export const listFindings = (tx: Tx, storeId: string, importId: string, after: number, limit: number) => tx.all<FindingRow>`
  select line, bad, cells, findings from exchange.import_finding where store_id = ${storeId} and import_id = ${importId} and line > ${after} order by line limit ${limit}`

export const listBadRows = (tx: Tx, storeId: string, importId: string, limit: number) => tx.all<FindingRow>`
  select line, bad, cells, findings from exchange.import_finding where store_id = ${storeId} and import_id = ${importId} and bad order by line limit ${limit}`
