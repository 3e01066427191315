import { sql, type Tx } from '../../../platform/database.ts'
import type { CertificateKind } from '../domain/certificates.ts'

export type CertificateData = { id: string; personId: string; personName: string; kind: CertificateKind; number: string; validFrom: string; validUntil: string; version: number }

const columns = sql`c.id, c.person_id, p.name as person_name, c.kind, c.number, c.valid_from, c.valid_until, c.version`

/** All that the store keeps: a few for each of its people. */
export const listCertificates = (tx: Tx, storeId: string) => tx.all<CertificateData>`
  select ${columns} from qualifications.certificate c join organisation.v_person p on p.id = c.person_id
  where c.store_id = ${storeId} and c.ended_at is null order by p.name collate "zh-x-icu", c.person_id, c.kind, c.valid_until desc limit 2000`

export const lockCertificate = (tx: Tx, storeId: string, id: string) => tx.maybe<Omit<CertificateData, 'personName'>>`
  select id, person_id, kind, number, valid_from, valid_until, version from qualifications.certificate where store_id = ${storeId} and id = ${id} and ended_at is null for update`

export const isNumberTaken = (tx: Tx, storeId: string, kind: CertificateKind, number: string) => tx.one<{ taken: boolean }>`
  select exists (select from qualifications.certificate where store_id = ${storeId} and kind = ${kind} and number = ${number} and ended_at is null) as taken`

export const insertCertificates = (tx: Tx, storeId: string, rows: readonly Omit<CertificateData, 'personName' | 'version'>[], at: Date, byName: string) => tx.run`
  insert into qualifications.certificate (store_id, id, person_id, kind, number, valid_from, valid_until, recorded_at, recorded_by_name)
  select ${storeId}::uuid, c.id, c."personId", c.kind, c.number, c."validFrom", c."validUntil", ${at}::timestamptz, ${byName}::text
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, "personId" uuid, kind text, number text, "validFrom" date, "validUntil" date)`

export const endCertificate = (tx: Tx, storeId: string, end: { id: string; at: Date; byName: string; reason: string }) => tx.run`
  update qualifications.certificate set ended_at = ${end.at}, ended_by_name = ${end.byName}, ended_reason = ${end.reason}, version = version + 1 where store_id = ${storeId} and id = ${end.id}`
