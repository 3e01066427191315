import type { Tx } from '../../../platform/database.ts'
import type { PriceKind } from '../domain/payers.ts'
import type { PartFacts } from './parts.ts'

export const listBarcodes = async (tx: Tx, partId: string): Promise<string[]> =>
  (await tx.all<{ barcode: string }>`select barcode from catalogue.part_barcode where part_id = ${partId} order by barcode`).map(({ barcode }) => barcode)

export const findBarcode = (tx: Tx, barcode: string) => tx.maybe<{ partId: string }>`
  select part_id from catalogue.part_barcode where barcode = ${barcode}`

/** Barcodes of these that already name another part. */
export const findForeignBarcodes = (tx: Tx, partId: string, barcodes: readonly string[]) => tx.all<{ barcode: string; number: string }>`
  select b.barcode, p.number from catalogue.part_barcode b join catalogue.part p on p.id = b.part_id
  where b.barcode = any(${barcodes}::text[]) and b.part_id <> ${partId}`

export const deleteOtherBarcodes = (tx: Tx, partId: string, kept: readonly string[]) => tx.run`
  delete from catalogue.part_barcode where part_id = ${partId} and barcode <> all(${kept}::text[])`

export const insertBarcodes = (tx: Tx, rows: readonly { partId: string; barcode: string }[]) => tx.run`
  insert into catalogue.part_barcode (part_id, barcode)
  select part_id, barcode from unnest(${rows.map((r) => r.partId)}::uuid[], ${rows.map((r) => r.barcode)}::text[]) as t(part_id, barcode)
  where not exists (select from catalogue.part_barcode b where b.barcode = t.barcode and b.part_id = t.part_id)`

export type UnitData = { unit: string; factorThousandths: number }

export const listUnits = (tx: Tx, partId: string) => tx.all<UnitData>`
  select unit, factor_thousandths from catalogue.part_unit where part_id = ${partId} order by factor_thousandths, unit`

export const deleteUnits = (tx: Tx, partId: string) => tx.run`delete from catalogue.part_unit where part_id = ${partId}`

export const insertUnits = (tx: Tx, rows: readonly (UnitData & { partId: string })[]) => tx.run`
  insert into catalogue.part_unit (part_id, unit, factor_thousandths)
  select * from unnest(${rows.map((r) => r.partId)}::uuid[], ${rows.map((r) => r.unit)}::text[], ${rows.map((r) => r.factorThousandths)}::bigint[])`

export type PriceData = { kind: PriceKind; validFrom: string; validUntil: string | null; priceFen: number }

/** As people are told them; who writes a period reads `pricesOf`, with what a list under way has written. */
export const listPrices = (tx: Tx, partId: string) => tx.all<PriceData>`
  select kind, valid_from, valid_until, price_fen from catalogue.v_price where part_id = ${partId} order by kind, valid_from desc`

export const insertPrices = (tx: Tx, rows: readonly (PriceData & { partId: string })[]) => tx.run`
  insert into catalogue.part_price (part_id, kind, valid_from, valid_until, price_fen)
  select * from unnest(${rows.map((r) => r.partId)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.validFrom)}::date[],
    ${rows.map((r) => r.validUntil)}::date[], ${rows.map((r) => r.priceFen)}::bigint[])`

export const endPrice = (tx: Tx, partId: string, kind: PriceKind, period: { validFrom: string; validUntil: string }) => tx.run`
  update catalogue.part_price set valid_until = ${period.validUntil}, cut_by = null where part_id = ${partId} and kind = ${kind} and valid_from = ${period.validFrom}`

export type PartPrices = PartFacts & { capFen: number | null; retailFen: number | null; claimFen: number | null }

/** What they are and cost, one statement for any number of parts; a part without a price has nulls. Periods do not overlap, so max is the one. */
export const partPricesOn = (tx: Tx, partIds: readonly string[], day: string) => tx.all<PartPrices>`
  select w.id, w.number, w.name_zh, w.name_en, w.unit, w.superseded_by, w.category, max(p.price_fen) filter (where p.kind = 'cap') as cap_fen,
    max(p.price_fen) filter (where p.kind = 'retail') as retail_fen, max(p.price_fen) filter (where p.kind = 'claim') as claim_fen
  from catalogue.part w
  left join catalogue.v_price p on p.part_id = w.id and p.valid_from <= ${day}::date and (p.valid_until is null or p.valid_until >= ${day}::date)
  where w.id = any(${partIds}::uuid[]) group by w.id`
