import { empty, sql, type Tx } from '../../../platform/database.ts'
import { foundIn } from '../../../platform/found-in.ts'
import type { InquiryStatus, RepairKind } from '../domain/inquiry.ts'

export type InquiryData = { id: string; number: string; status: InquiryStatus; about: string; kinds: RepairKind[]; askedAt: Date; askedByName: string; endedAt: Date | null; endedByName: string | null; words: string; version: number }

const columns = sql`i.id, i.number, i.status, i.about, i.kinds, i.asked_at, i.asked_by_name, i.ended_at, i.ended_by_name, i.words, i.version`

export const listInquiries = (tx: Tx, storeId: string, { group, find, after, limit }: { group: 'open' | 'all'; find: string; after: string | null; limit: number }) => tx.all<InquiryData & { asked: number; answered: number }>`
  select ${columns}, a.asked, a.answered from suppliers.inquiry i
  left join lateral (select count(*) as asked, count(s.answered_at) as answered from suppliers.inquiry_supplier s where s.store_id = i.store_id and s.inquiry_id = i.id) a on true
  where i.store_id = ${storeId} ${group === 'open' ? sql`and i.status = 'open'` : empty}
  ${foundIn(find, (has) => [has(sql`i.number`), has(sql`i.about`), sql`exists (select from suppliers.inquiry_supplier s where s.store_id = i.store_id and s.inquiry_id = i.id and ${has(sql`s.supplier_name`)})`,
    sql`exists (select from suppliers.inquiry_line l where l.store_id = i.store_id and l.inquiry_id = i.id and (${has(sql`l.part_number`)} or ${has(sql`l.name`)}))`])} ${after === null ? empty : sql`and i.id < ${after}`} order by i.id desc limit ${limit}`

export const findInquiry = (tx: Tx, storeId: string, id: string) => tx.maybe<InquiryData>`select ${columns} from suppliers.inquiry i where i.store_id = ${storeId} and i.id = ${id}`

/** Locked until the deed ends. */
export const lockInquiry = (tx: Tx, storeId: string, id: string) => tx.maybe<InquiryData>`select ${columns} from suppliers.inquiry i where i.store_id = ${storeId} and i.id = ${id} for update`

export const insertInquiry = (tx: Tx, storeId: string, i: Pick<InquiryData, 'id' | 'number' | 'about' | 'askedAt' | 'askedByName'> & { kinds: readonly RepairKind[] }) => tx.run`
  insert into suppliers.inquiry (store_id, id, number, status, about, kinds, asked_at, asked_by_name) values (${storeId}, ${i.id}, ${i.number}, 'open', ${i.about}, ${[...i.kinds]}::text[], ${i.askedAt}, ${i.askedByName})`

export type LineData = { id: string; partNumber: string; name: string; thousandths: number }
export const linesOf = (tx: Tx, storeId: string, inquiryId: string) => tx.all<LineData>`
  select id, part_number, name, thousandths from suppliers.inquiry_line where store_id = ${storeId} and inquiry_id = ${inquiryId} order by place limit 100`
export const insertLines = (tx: Tx, storeId: string, inquiryId: string, lines: readonly LineData[]) => tx.run`
  insert into suppliers.inquiry_line (store_id, inquiry_id, id, part_number, name, thousandths, place)
  select ${storeId}, ${inquiryId}, * from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.partNumber)}::text[], ${lines.map((l) => l.name)}::text[], ${lines.map((l) => l.thousandths)}::bigint[]) with ordinality`

export type AskedData = { supplierId: string; supplierName: string; answeredAt: Date | null; answeredByName: string | null; words: string }
export const suppliersOf = (tx: Tx, storeId: string, inquiryId: string) => tx.all<AskedData>`
  select supplier_id, supplier_name, answered_at, answered_by_name, words from suppliers.inquiry_supplier where store_id = ${storeId} and inquiry_id = ${inquiryId} order by supplier_name limit 20`
export const insertAsked = (tx: Tx, storeId: string, inquiryId: string, rows: readonly { id: string; name: string }[]) => tx.run`
  insert into suppliers.inquiry_supplier (store_id, inquiry_id, supplier_id, supplier_name) select ${storeId}, ${inquiryId}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.name)}::text[])`
export const writeAnswered = (tx: Tx, storeId: string, inquiryId: string, a: { supplierId: string; at: Date; byName: string; words: string }) => tx.run`
  update suppliers.inquiry_supplier set answered_at = ${a.at}, answered_by_name = ${a.byName}, words = ${a.words} where store_id = ${storeId} and inquiry_id = ${inquiryId} and supplier_id = ${a.supplierId}`

export type QuoteData = { lineId: string; supplierId: string; kind: RepairKind; unitFen: number; days: number; chosen: boolean }
export const quotesOf = (tx: Tx, storeId: string, inquiryId: string) => tx.all<QuoteData>`
  select line_id, supplier_id, kind, unit_fen, days, chosen from suppliers.quote where store_id = ${storeId} and inquiry_id = ${inquiryId} order by line_id, kind, unit_fen, supplier_id`
export const deleteQuotes = (tx: Tx, storeId: string, inquiryId: string, supplierId: string) => tx.run`delete from suppliers.quote where store_id = ${storeId} and inquiry_id = ${inquiryId} and supplier_id = ${supplierId}`
export const insertQuotes = (tx: Tx, storeId: string, inquiryId: string, supplierId: string, rows: readonly { lineId: string; kind: RepairKind; unitFen: number; days: number }[]) => tx.run`
  insert into suppliers.quote (store_id, inquiry_id, supplier_id, line_id, kind, unit_fen, days)
  select ${storeId}, ${inquiryId}, ${supplierId}, * from unnest(${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.unitFen)}::bigint[], ${rows.map((r) => r.days)}::integer[])`
export const markChosen = (tx: Tx, storeId: string, inquiryId: string, rows: readonly Pick<QuoteData, 'lineId' | 'supplierId' | 'kind'>[]) => tx.run`
  update suppliers.quote q set chosen = true from unnest(${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.supplierId)}::uuid[], ${rows.map((r) => r.kind)}::text[]) as t(line_id, supplier_id, kind)
  where q.store_id = ${storeId} and q.inquiry_id = ${inquiryId} and q.line_id = t.line_id and q.supplier_id = t.supplier_id and q.kind = t.kind`

export const touchInquiry = (tx: Tx, storeId: string, id: string) => tx.run`update suppliers.inquiry set version = version + 1 where store_id = ${storeId} and id = ${id}`
export const endInquiry = (tx: Tx, storeId: string, e: { id: string; status: 'decided' | 'dropped'; at: Date; byName: string; words: string }) => tx.run`
  update suppliers.inquiry set status = ${e.status}, ended_at = ${e.at}, ended_by_name = ${e.byName}, words = ${e.words}, version = version + 1 where store_id = ${storeId} and id = ${e.id}`

export type PriceData = { id: string; partNumber: string; name: string; kind: RepairKind; supplierId: string; supplierName: string; unitFen: number; days: number; inquiryId: string; at: Date; personName: string }
export const insertPrices = (tx: Tx, storeId: string, common: { inquiryId: string; at: Date; personName: string }, rows: readonly Omit<PriceData, 'inquiryId' | 'at' | 'personName'>[]) => tx.run`
  insert into suppliers.source_price (store_id, inquiry_id, at, person_name, id, part_number, name, kind, supplier_id, supplier_name, unit_fen, days)
  select ${storeId}, ${common.inquiryId}, ${common.at}, ${common.personName}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.partNumber)}::text[], ${rows.map((r) => r.name)}::text[], ${rows.map((r) => r.kind)}::text[],
    ${rows.map((r) => r.supplierId)}::uuid[], ${rows.map((r) => r.supplierName)}::text[], ${rows.map((r) => r.unitFen)}::bigint[], ${rows.map((r) => r.days)}::integer[])`

/** The latest price of each kind of repair for these parts. */
export const latestPrices = (tx: Tx, storeId: string, partNumbers: readonly string[]) => tx.all<PriceData>`
  select distinct on (part_number, kind) id, part_number, name, kind, supplier_id, supplier_name, unit_fen, days, inquiry_id, at, person_name from suppliers.source_price
  where store_id = ${storeId} and part_number = any(${partNumbers}::text[]) order by part_number, kind, id desc limit 300`

/** What these suppliers were last chosen at, by part and kind of repair. */
export const sourcePricesOf = (tx: Tx, storeId: string, supplierIds: readonly string[], partNumbers: readonly string[]) => tx.all<Pick<PriceData, 'supplierId' | 'partNumber' | 'kind' | 'unitFen' | 'days'>>`
  select distinct on (part_number, kind, supplier_id) supplier_id, part_number, kind, unit_fen, days from suppliers.source_price
  where store_id = ${storeId} and part_number = any(${partNumbers}::text[]) and supplier_id = any(${supplierIds}::uuid[]) order by part_number, kind, supplier_id, id desc`
