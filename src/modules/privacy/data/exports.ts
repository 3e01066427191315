import type { Tx } from '../../../platform/database.ts'

export type ExportData = { id: string; customerId: string; at: Date; personId: string; personName: string; demandedBy: string; identifiedBy: string; reason: string }

export const insertExport = (tx: Tx, storeId: string, e: ExportData) => tx.run`
  insert into privacy.export (store_id, id, customer_id, at, person_id, person_name, demanded_by, identified_by, reason)
  values (${storeId}, ${e.id}, ${e.customerId}, ${e.at}, ${e.personId}, ${e.personName}, ${e.demandedBy}, ${e.identifiedBy}, ${e.reason})`

export const findExport = (tx: Tx, storeId: string, exportId: string) => tx.maybe<ExportData>`
  select id, customer_id, at, person_id, person_name, demanded_by, identified_by, reason from privacy.export where store_id = ${storeId} and id = ${exportId}`
