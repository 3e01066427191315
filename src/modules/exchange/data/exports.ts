import type { Tx } from '../../../platform/database.ts'
import type { ExportKind } from '../domain/kinds.ts'

export type ExportData = { id: string; kind: ExportKind; format: 'xlsx' | 'csv'; at: Date; personId: string; personName: string; rows: number }

export const insertExport = (tx: Tx, storeId: string, row: ExportData) => tx.run`
  insert into exchange.export (store_id, id, kind, format, at, person_id, person_name, rows)
  values (${storeId}, ${row.id}, ${row.kind}, ${row.format}, ${row.at}, ${row.personId}, ${row.personName}, ${row.rows})`

export const findExport = (tx: Tx, storeId: string, exportId: string) => tx.maybe<ExportData>`
  select id, kind, format, at, person_id, person_name, rows from exchange.export where store_id = ${storeId} and id = ${exportId}`
