import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { LineKind, Payer } from '../domain/payers.ts'

export type LabourRateData = { payer: Payer; insurerName: string; validFrom: string; rateFen: number }

export const listLabourRates = (tx: Tx, storeId: string) => tx.all<LabourRateData>`
  select payer, insurer_name, valid_from, rate_fen from catalogue.labour_rate where store_id = ${storeId} order by payer, insurer_name, valid_from desc`

/** The rate that counts on the day, per payer and insurer: the latest that has begun. */
export const labourRateOn = (tx: Tx, storeId: string, day: string) => tx.all<{ payer: Payer; insurerName: string; rateFen: number }>`
  select distinct on (payer, insurer_name) payer, insurer_name, rate_fen from catalogue.labour_rate
  where store_id = ${storeId} and valid_from <= ${day}::date order by payer, insurer_name, valid_from desc`

/** Rows added; one that is there already is left as it is. */
export const insertLabourRates = (tx: Tx, storeId: string, rows: readonly LabourRateData[]) => tx.run`
  insert into catalogue.labour_rate (store_id, payer, insurer_name, valid_from, rate_fen)
  select ${storeId}::uuid, * from unnest(${rows.map((r) => r.payer)}::text[], ${rows.map((r) => r.insurerName)}::text[], ${rows.map((r) => r.validFrom)}::date[], ${rows.map((r) => r.rateFen)}::bigint[])
  on conflict do nothing`

export type VatRateData = { lineKind: LineKind; validFrom: string; percent: number }

export const listVatRates = (tx: Tx, storeId: string) => tx.all<VatRateData>`
  select line_kind, valid_from, percent from catalogue.vat_rate where store_id = ${storeId} order by line_kind, valid_from desc`

export const vatRatesOn = (tx: Tx, storeId: string, day: string) => tx.all<{ lineKind: LineKind; percent: number }>`
  select distinct on (line_kind) line_kind, percent from catalogue.vat_rate
  where store_id = ${storeId} and valid_from <= ${day}::date order by line_kind, valid_from desc`

/** Rows added; one that is there already is left as it is. */
export const insertVatRates = (tx: Tx, storeId: string, rows: readonly VatRateData[]) => tx.run`
  insert into catalogue.vat_rate (store_id, line_kind, valid_from, percent)
  select ${storeId}::uuid, * from unnest(${rows.map((r) => r.lineKind)}::text[], ${rows.map((r) => r.validFrom)}::date[], ${rows.map((r) => r.percent)}::integer[])
  on conflict do nothing`

export type InsurerData = {
  id: string; name: string; fullName: string; taxNumber: string; bankAccount: string; phone: string; note: string; active: boolean; version: number
}

const insurerColumns = sql`id, name, full_name, tax_number, bank_account, phone, note, active, version`

export const listInsurers = (tx: Tx, storeId: string, { activeOnly, after, limit }: { activeOnly: boolean; after: string | null; limit: number }) => tx.all<InsurerData>`
  select ${insurerColumns} from catalogue.insurer
  where store_id = ${storeId} ${activeOnly ? sql`and active` : empty} ${after === null ? empty : sql`and id < ${after}::uuid`}
  order by id desc limit ${limit}`

export const findInsurer = (tx: Tx, storeId: string, insurerId: string) => tx.maybe<InsurerData>`
  select ${insurerColumns} from catalogue.insurer where store_id = ${storeId} and id = ${insurerId}`
export const lockInsurer = (tx: Tx, storeId: string, insurerId: string) => tx.maybe<InsurerData>`
  select ${insurerColumns} from catalogue.insurer where store_id = ${storeId} and id = ${insurerId} for update`
export const findInsurerByName = (tx: Tx, storeId: string, name: string) => tx.maybe<{ id: string }>`
  select id from catalogue.insurer where store_id = ${storeId} and name = ${name}`

export const insertInsurers = (tx: Tx, storeId: string, rows: readonly Omit<InsurerData, 'active' | 'version'>[]) => tx.run`
  insert into catalogue.insurer (store_id, id, name, full_name, tax_number, bank_account, phone, note)
  select ${storeId}::uuid, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.name)}::text[], ${rows.map((r) => r.fullName)}::text[],
    ${rows.map((r) => r.taxNumber)}::text[], ${rows.map((r) => r.bankAccount)}::text[], ${rows.map((r) => r.phone)}::text[], ${rows.map((r) => r.note)}::text[])`

export const updateInsurer = (tx: Tx, storeId: string, insurer: InsurerData) => tx.run`
  update catalogue.insurer
  set name = ${insurer.name}, full_name = ${insurer.fullName}, tax_number = ${insurer.taxNumber}, bank_account = ${insurer.bankAccount}, phone = ${insurer.phone},
    note = ${insurer.note}, active = ${insurer.active}, version = version + 1
  where store_id = ${storeId} and id = ${insurer.id} and version = ${insurer.version}`
