import { empty, sql, type Tx } from '../../../platform/database.ts'
import { manyRows } from '../../../platform/many-rows.ts'
import type { RepairKind } from '../../catalogue/domain/kinds.ts'
import type { Period } from '../domain/guarantee.ts'

/** As it was when it was issued: what is printed again later is the same paper. */
export type CertificateFacts = Period & {
  readonly plate: string; readonly vin: string; readonly engineNumber: string; readonly model: string; readonly owner: string; readonly orderNumber: string; readonly arrivedAt: string; readonly mileageKm: number; readonly repairKind: RepairKind
}
export type CertificateData = {
  id: string; number: string; orderId: string; issuedAt: Date; inspectorId: string; inspectorName: string; facts: CertificateFacts; voidedAt: Date | null; voidedByName: string | null; voidReason: string | null; version: number
}

const columns = sql`id, number, order_id, issued_at, inspector_id, inspector_name, facts, voided_at, voided_by_name, void_reason, version`

export const certificatesOfOrder = (tx: Tx, storeId: string, orderId: string) => tx.all<CertificateData>`
  select ${columns} from quality.certificate where store_id = ${storeId} and order_id = ${orderId} order by id desc limit 50`
export const listCertificates = (tx: Tx, storeId: string, after: string | null, limit: number) => tx.all<CertificateData>`
  select ${columns} from quality.certificate where store_id = ${storeId} ${after === null ? empty : sql`and id < ${after}`} order by id desc limit ${limit}`
export const findCertificate = (tx: Tx, storeId: string, certificateId: string) => tx.maybe<CertificateData>`
  select ${columns} from quality.certificate where store_id = ${storeId} and id = ${certificateId}`
export const lockCertificate = (tx: Tx, storeId: string, certificateId: string) => tx.maybe<CertificateData>`
  select ${columns} from quality.certificate where store_id = ${storeId} and id = ${certificateId} for update`

export type NewCertificate = Pick<CertificateData, 'id' | 'number' | 'orderId' | 'issuedAt' | 'inspectorId' | 'inspectorName' | 'facts'>

export const insertCertificate = (tx: Tx, storeId: string, c: NewCertificate) => tx.run`
  insert into quality.certificate (store_id, id, number, order_id, issued_at, inspector_id, inspector_name, facts)
  values (${storeId}, ${c.id}, ${c.number}, ${c.orderId}, ${c.issuedAt}, ${c.inspectorId}, ${c.inspectorName}, ${JSON.stringify(c.facts)}::jsonb)`

/** Certificates of a whole history in one statement. */
export const fillCertificates = (tx: Tx, storeId: string, rows: readonly NewCertificate[]) => tx.run`
  insert into quality.certificate (store_id, id, number, order_id, issued_at, inspector_id, inspector_name, facts)
  select ${storeId}, id, number, order_id, issued_at, inspector_id, inspector_name, facts from json_populate_recordset(null::quality.certificate, ${manyRows(rows)}::json)`

export const voidIt = (tx: Tx, storeId: string, v: { id: string; at: Date; byName: string; reason: string }) => tx.run`
  update quality.certificate set voided_at = ${v.at}, voided_by_name = ${v.byName}, void_reason = ${v.reason}, version = version + 1 where store_id = ${storeId} and id = ${v.id}`

/** Who signed the last final inspection, where it was passed. */
export const passedBy = async (tx: Tx, storeId: string, orderId: string): Promise<string | null> => {
  const last = await tx.maybe<{ inspectorId: string; result: string }>`
    select inspector_id, result from workshop.v_inspection where store_id = ${storeId} and order_id = ${orderId} order by id desc limit 1`
  return last?.result === 'passed' ? last.inspectorId : null
}
