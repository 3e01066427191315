import type { Tx } from '../../../platform/database.ts'
import type { PriceData, UnitData } from './part-details.ts'
import type { NewPart, PartData } from './parts.ts'

/** In the order of ids: two imports of the same list wait for each other instead of deadlocking. */
export const lockPartsByNumber = (tx: Tx, numbers: readonly string[]) => tx.all<{ id: string }>`
  select id from catalogue.part where number = any(${numbers}::text[]) order by id for update`

export const partsByNumber = (tx: Tx, numbers: readonly string[]) => tx.all<PartData>`
  select id, number, name_zh, name_en, unit, pack_thousandths, category, superseded_by, active, version from catalogue.part where number = any(${numbers}::text[])`

/** Barcodes of these parts, and whoever has one of these barcodes. */
export const barcodesAround = (tx: Tx, partIds: readonly string[], barcodes: readonly string[]) => tx.all<{ partId: string; barcode: string; number: string }>`
  select b.part_id, b.barcode, p.number from catalogue.part_barcode b join catalogue.part p on p.id = b.part_id
  where b.part_id = any(${partIds}::uuid[]) or b.barcode = any(${barcodes}::text[])`

export const unitsOf = (tx: Tx, partIds: readonly string[]) => tx.all<UnitData & { partId: string }>`
  select part_id, unit, factor_thousandths from catalogue.part_unit where part_id = any(${partIds}::uuid[])`

/** All periods in the books, for who writes one: those of a list that is being taken up too. */
export const pricesOf = (tx: Tx, partIds: readonly string[]) => tx.all<PriceData & { partId: string }>`
  select part_id, kind, valid_from, valid_until, price_fen from catalogue.part_price where part_id = any(${partIds}::uuid[])`

export type ChangedPart = Omit<NewPart, 'number'> & { active: boolean }

export const updateParts = (tx: Tx, rows: readonly ChangedPart[]) => tx.run`
  update catalogue.part p
  set name_zh = w.name_zh, name_en = w.name_en, initials = w.initials, unit = w.unit, pack_thousandths = w.pack, category = w.category,
    superseded_by = w.superseded_by, find_text = w.find_text, active = w.active, version = p.version + 1
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.nameZh)}::text[], ${rows.map((r) => r.nameEn)}::text[], ${rows.map((r) => r.initials)}::text[],
    ${rows.map((r) => r.unit)}::text[], ${rows.map((r) => r.packThousandths)}::bigint[], ${rows.map((r) => r.category)}::text[], ${rows.map((r) => r.supersededBy)}::uuid[],
    ${rows.map((r) => r.findText)}::text[], ${rows.map((r) => r.active)}::boolean[])
    as w(id, name_zh, name_en, initials, unit, pack, category, superseded_by, find_text, active)
  where p.id = w.id`

export const deleteUnitsNamed = (tx: Tx, rows: readonly { partId: string; unit: string }[]) => tx.run`
  delete from catalogue.part_unit u using unnest(${rows.map((r) => r.partId)}::uuid[], ${rows.map((r) => r.unit)}::text[]) as w(part_id, unit)
  where u.part_id = w.part_id and u.unit = w.unit`

export type EndedPrice = { partId: string; kind: string; validFrom: string; validUntil: string }

export const endPrices = (tx: Tx, rows: readonly EndedPrice[]) => tx.run`
  update catalogue.part_price p set valid_until = w.valid_until, cut_by = null
  from unnest(${rows.map((r) => r.partId)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.validFrom)}::date[], ${rows.map((r) => r.validUntil)}::date[])
    as w(part_id, kind, valid_from, valid_until)
  where p.part_id = w.part_id and p.kind = w.kind and p.valid_from = w.valid_from`

export type ExportedPart = Omit<PartData, 'id' | 'supersededBy' | 'version'> & {
  successor: string | null; barcodes: string[]; otherUnit: string | null; otherUnitThousandths: number | null
  capFen: number | null; retailFen: number | null; claimFen: number | null; validFrom: string | null
}

/** By number, with the prices of a day; of several other units the smallest. */
export const exportParts = (tx: Tx, day: string, after: string, limit: number) => tx.all<ExportedPart>`
  with page as (select * from catalogue.part where number > ${after} order by number limit ${limit})
  select p.number, p.name_zh, p.name_en, p.unit, p.pack_thousandths, p.category, p.active, s.number as successor,
    array(select b.barcode from catalogue.part_barcode b where b.part_id = p.id order by b.barcode) as barcodes,
    u.unit as other_unit, u.factor_thousandths as other_unit_thousandths, c.cap_fen, c.retail_fen, c.claim_fen, c.valid_from
  from page p
  left join catalogue.part s on s.id = p.superseded_by
  left join lateral (select unit, factor_thousandths from catalogue.part_unit where part_id = p.id order by factor_thousandths, unit limit 1) u on true
  left join lateral (
    select max(price_fen) filter (where kind = 'cap') as cap_fen, max(price_fen) filter (where kind = 'retail') as retail_fen,
      max(price_fen) filter (where kind = 'claim') as claim_fen, max(valid_from) as valid_from
    from catalogue.v_price where part_id = p.id and valid_from <= ${day}::date and (valid_until is null or valid_until >= ${day}::date)) c on true
  order by p.number`

export const countParts = async (tx: Tx): Promise<number> => (await tx.one<{ count: number }>`select count(*) as count from catalogue.part`).count
