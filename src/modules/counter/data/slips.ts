import { empty, sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { HandWay, SlipGroup, SlipKind, SlipPriceRule, SlipStatus } from '../domain/slip.ts'

export type SlipData = {
  id: string; kind: SlipKind; number: string; status: SlipStatus; customerId: string | null; name: string; phone: string; paperNumber: string; orderId: string | null; orderNumber: string; plate: string; dueOn: string | null; note: string
  vatPercent: number; allowanceFen: number; allowanceReason: string; totalFen: number; returnedFen: number; paidFen: number; depositFen: number; writtenOffFen: number; openedAt: Date; openedBy: string; openedByName: string; issuedAt: Date | null; issuedByName: string | null
  handedAt: Date | null; handedByName: string | null; way: HandWay | null; carrier: string; waybill: string; address: string; /** What who took the goods is to collect. */ codFen: number | null; reason: string; version: number
}

const columns = sql`id, kind, number, status, customer_id, name, phone, paper_number, order_id, order_number, plate, due_on, note, vat_percent, allowance_fen, allowance_reason, total_fen, returned_fen, paid_fen, deposit_fen, written_off_fen, opened_at, opened_by, opened_by_name,
  issued_at, issued_by_name, handed_at, handed_by_name, way, carrier, waybill, address, cod_fen, reason, version`

const groups: Readonly<Record<SlipGroup, Sql>> = { pending: sql`and pending`, cod: sql`and pending and cod_fen is not null and total_fen - returned_fen > paid_fen + written_off_fen`, all: empty }

export type SlipSearch = { /** As numbers are written. */ readonly number: string; readonly name: string; /** Its last digits, or all of them; empty: no phone was typed. */ readonly phone: string; readonly customerIds: readonly string[] }
export type SlipFilter = { readonly kind: SlipKind; readonly group: SlipGroup; readonly search: SlipSearch | null; readonly after: string | null; readonly limit: number }

const last = '\u{10FFFF}'
const matches = ({ number, name, phone, customerIds }: SlipSearch): Sql => {
  const tail = [...phone].toReversed().join('')
  return sql`and ((number >= ${number} and number < ${number + last}) or paper_number = ${number} or waybill = ${number} or (name_plain >= ${name} and name_plain < ${name + last}) or customer_id = any(${customerIds}::uuid[])
    ${tail === '' ? empty : sql`or (phone_backwards >= ${tail} and phone_backwards < ${tail + last})`})`
}

/** Newest first; found by the beginning of the number or the name, the consultant's paper, the waybill, the end of the phone, or the customer it is for. */
export const listSlips = (tx: Tx, storeId: string, { kind, group, search, after, limit }: SlipFilter) => tx.all<SlipData>`
  select ${columns} from counter.slip where store_id = ${storeId} and kind = ${kind} ${groups[group]} ${search === null ? empty : matches(search)} ${after === null ? empty : sql`and id < ${after}`}
  order by id desc limit ${limit}`

export const findSlip = (tx: Tx, storeId: string, slipId: string) => tx.maybe<SlipData>`select ${columns} from counter.slip where store_id = ${storeId} and id = ${slipId}`

/** Shipments whose cash is still with who took them, the oldest first. */
export const slipsOutside = (tx: Tx, storeId: string, limit: number) => tx.all<SlipData>`
  select ${columns} from counter.slip where store_id = ${storeId} ${groups.cod} order by id limit ${limit}`

export const findSlips = (tx: Tx, storeId: string, slipIds: readonly string[]) => tx.all<SlipData>`select ${columns} from counter.slip where store_id = ${storeId} and id = any(${slipIds})`

/** Locked until the deed ends; whoever comes second sees the new version. */
export const lockSlip = (tx: Tx, storeId: string, slipId: string) => tx.maybe<SlipData>`select ${columns} from counter.slip where store_id = ${storeId} and id = ${slipId} for update`

export type NewSlip = Pick<SlipData, 'id' | 'kind' | 'number' | 'customerId' | 'name' | 'phone' | 'paperNumber' | 'orderId' | 'orderNumber' | 'plate' | 'dueOn' | 'note' | 'vatPercent' | 'allowanceFen' | 'allowanceReason' | 'totalFen' | 'openedAt' | 'openedBy' | 'openedByName'>

export const insertSlip = (tx: Tx, storeId: string, s: NewSlip) => tx.run`
  insert into counter.slip (store_id, id, kind, number, status, pending, customer_id, name, phone, paper_number, order_id, order_number, plate, due_on, note, vat_percent, allowance_fen, allowance_reason, total_fen, opened_at, opened_by, opened_by_name)
  values (${storeId}, ${s.id}, ${s.kind}, ${s.number}, 'open', true, ${s.customerId}, ${s.name}, ${s.phone}, ${s.paperNumber}, ${s.orderId}, ${s.orderNumber}, ${s.plate}, ${s.dueOn}, ${s.note}, ${s.vatPercent}, ${s.allowanceFen},
    ${s.allowanceReason}, ${s.totalFen}, ${s.openedAt}, ${s.openedBy}, ${s.openedByName})`

/** All that a deed may change of a slip, in one statement; nothing else of it ever changes. */
export const updateSlip = (tx: Tx, storeId: string, s: SlipData & { pending: boolean }) => tx.run`
  update counter.slip set status = ${s.status}, pending = ${s.pending}, allowance_fen = ${s.allowanceFen}, total_fen = ${s.totalFen}, returned_fen = ${s.returnedFen}, paid_fen = ${s.paidFen}, deposit_fen = ${s.depositFen}, written_off_fen = ${s.writtenOffFen}, issued_at = ${s.issuedAt}, issued_by_name = ${s.issuedByName},
    handed_at = ${s.handedAt}, handed_by_name = ${s.handedByName}, way = ${s.way}, carrier = ${s.carrier}, waybill = ${s.waybill}, address = ${s.address}, cod_fen = ${s.codFen}, reason = ${s.reason}, version = version + 1
  where store_id = ${storeId} and id = ${s.id} and version = ${s.version}`

export type SlipLineData = {
  id: string; partId: string; partNumber: string; nameZh: string; nameEn: string; unit: string; thousandths: number; unitPriceFen: number; priceRule: SlipPriceRule | null; /** Why it is off the rule, and who said yes. */ deviationReason: string | null; approvedByName: string | null; amountFen: number; allowanceFen: number
  issuedThousandths: number; returnedThousandths: number; consumedThousandths: number
}

export const insertLines = (tx: Tx, storeId: string, slipId: string, lines: readonly SlipLineData[]) => tx.run`
  insert into counter.slip_line (store_id, id, slip_id, part_id, part_number, name_zh, name_en, unit, thousandths, unit_price_fen, price_rule, deviation_reason, amount_fen, allowance_fen)
  select ${storeId}::uuid, l.id, ${slipId}::uuid, l.part_id, l.part_number, l.name_zh, l.name_en, l.unit, l.thousandths, l.unit_price_fen, l.price_rule, l.deviation_reason, l.amount_fen, l.allowance_fen
  from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.partId)}::uuid[], ${lines.map((l) => l.partNumber)}::text[], ${lines.map((l) => l.nameZh)}::text[], ${lines.map((l) => l.nameEn)}::text[], ${lines.map((l) => l.unit)}::text[],
    ${lines.map((l) => l.thousandths)}::bigint[], ${lines.map((l) => l.unitPriceFen)}::bigint[], ${lines.map((l) => l.priceRule)}::text[], ${lines.map((l) => l.deviationReason)}::text[], ${lines.map((l) => l.amountFen)}::bigint[], ${lines.map((l) => l.allowanceFen)}::bigint[])
    as l(id, part_id, part_number, name_zh, name_en, unit, thousandths, unit_price_fen, price_rule, deviation_reason, amount_fen, allowance_fen)`

export const linesOf = (tx: Tx, storeId: string, slipId: string) => tx.all<SlipLineData>`
  select id, part_id, part_number, name_zh, name_en, unit, thousandths, unit_price_fen, price_rule, deviation_reason, approved_by_name, amount_fen, allowance_fen, issued_thousandths, returned_thousandths, consumed_thousandths
  from counter.slip_line where store_id = ${storeId} and slip_id = ${slipId} order by id`

export const updateLines = (tx: Tx, storeId: string, lines: readonly SlipLineData[]) => tx.run`
  update counter.slip_line l set thousandths = t.thousandths, amount_fen = t.amount_fen, allowance_fen = t.allowance_fen, issued_thousandths = t.issued, returned_thousandths = t.returned, consumed_thousandths = t.consumed
  from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.thousandths)}::bigint[], ${lines.map((l) => l.amountFen)}::bigint[], ${lines.map((l) => l.allowanceFen)}::bigint[], ${lines.map((l) => l.issuedThousandths)}::bigint[],
    ${lines.map((l) => l.returnedThousandths)}::bigint[], ${lines.map((l) => l.consumedThousandths)}::bigint[]) as t(id, thousandths, amount_fen, allowance_fen, issued, returned, consumed)
  where l.store_id = ${storeId} and l.id = t.id`

/** The yes to what is priced off the rule. */
export const approvePrices = (tx: Tx, storeId: string, slipId: string, by: { id: string; name: string }) => tx.run`
  update counter.slip_line set approved_by = ${by.id}, approved_by_name = ${by.name} where store_id = ${storeId} and slip_id = ${slipId} and price_rule = 'manual'`

export type ReturnData = { id: string; lineId: string; kind: 'back' | 'consumed'; document: string; thousandths: number; amountFen: number; reason: string; at: Date; personId: string; personName: string }

export const insertReturns = (tx: Tx, storeId: string, slipId: string, rows: readonly ReturnData[]) => tx.run`
  insert into counter.return (store_id, id, slip_id, line_id, kind, document, thousandths, amount_fen, reason, at, person_id, person_name)
  select ${storeId}::uuid, t.id, ${slipId}::uuid, t.line_id, t.kind, t.document, t.thousandths, t.amount_fen, t.reason, t.at, t.person_id, t.person_name
  from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.lineId)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.document)}::text[], ${rows.map((r) => r.thousandths)}::bigint[], ${rows.map((r) => r.amountFen)}::bigint[],
    ${rows.map((r) => r.reason)}::text[], ${rows.map((r) => r.at)}::timestamptz[], ${rows.map((r) => r.personId)}::uuid[], ${rows.map((r) => r.personName)}::text[])
    as t(id, line_id, kind, document, thousandths, amount_fen, reason, at, person_id, person_name)`

export const returnsOf = (tx: Tx, storeId: string, slipId: string) => tx.all<ReturnData>`
  select id, line_id, kind, document, thousandths, amount_fen, reason, at, person_id, person_name from counter.return where store_id = ${storeId} and slip_id = ${slipId} order by id`

/** This paper of a sales consultant has a slip that stands. */
export const isServed = async (tx: Tx, storeId: string, paperNumber: string): Promise<boolean> =>
  (await tx.maybe<{ id: string }>`select id from counter.slip where store_id = ${storeId} and kind = 'accessory' and paper_number = ${paperNumber} and status not in ('cancelled', 'closed')`) !== null

export type WriteOffData = { id: string; number: string; /** Below zero: the counter-entry. */ amountFen: number; vatPercent: number; carrier: string; reason: string; at: Date; day: string; askedByName: string; personId: string; personName: string }

export const insertWriteOff = (tx: Tx, storeId: string, slipId: string, w: WriteOffData) => tx.run`
  insert into counter.write_off (store_id, slip_id, id, number, amount_fen, vat_percent, carrier, reason, at, day, asked_by_name, person_id, person_name)
  values (${storeId}, ${slipId}, ${w.id}, ${w.number}, ${w.amountFen}, ${w.vatPercent}, ${w.carrier}, ${w.reason}, ${w.at}, ${w.day}, ${w.askedByName}, ${w.personId}, ${w.personName})`

export const writeOffsOf = (tx: Tx, storeId: string, slipId: string) => tx.all<WriteOffData>`
  select id, number, amount_fen, vat_percent, carrier, reason, at, day, asked_by_name, person_id, person_name from counter.write_off where store_id = ${storeId} and slip_id = ${slipId} order by id`

const lately = 1_000

/** With whom goods were sent lately, the usual ones first. */
export const carriersOf = (tx: Tx, storeId: string) => tx.all<{ way: HandWay; carrier: string }>`
  select way, carrier from (select way, carrier from counter.slip where store_id = ${storeId} and kind = 'sale' order by id desc limit ${lately}) recent where carrier <> '' group by way, carrier order by count(*) desc, carrier limit 60`
