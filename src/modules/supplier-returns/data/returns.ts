import { empty, sql, type Tx } from '../../../platform/database.ts'
import { foundIn } from '../../../platform/found-in.ts'
import { openStatuses, type Cause, type ReturnStatus } from '../domain/return.ts'

export type ReturnData = {
  id: string; number: string; status: ReturnStatus; supplierId: string; supplierName: string; about: string; askedAt: Date; askedByName: string; expectedFen: number
  agreedAt: Date | null; agreedByName: string | null; agreedWith: string | null; agreedWords: string | null; creditFen: number | null; sentAt: Date | null; sentByName: string | null; waybill: string; document: string | null; costFen: number | null
  slipAt: Date | null; slipByName: string | null; arrivedAt: Date | null; arrivedByName: string | null; arrivedWith: string | null; statementId: string | null; statementNumber: string | null; creditedFen: number | null
  counterDocument: string | null; words: string; version: number
}

const columns = sql`r.id, r.number, r.status, r.supplier_id, r.supplier_name, r.about, r.asked_at, r.asked_by_name, r.expected_fen, r.agreed_at, r.agreed_by_name, r.agreed_with, r.agreed_words, r.credit_fen,
  r.sent_at, r.sent_by_name, r.waybill, r.document, r.cost_fen, r.slip_at, r.slip_by_name, r.arrived_at, r.arrived_by_name, r.arrived_with, r.statement_id, r.statement_number, r.credited_fen, r.counter_document, r.words, r.version`

export type ReturnGroup = 'open' | 'slip' | 'all'
const open = sql`and r.status in ('asked', 'agreed', 'sent', 'arrived')`
const groups = { open, slip: sql`${open} and r.sent_at is not null and r.slip_at is null`, all: empty } as const

export const listReturns = (tx: Tx, storeId: string, { group, find, after, limit }: { group: ReturnGroup; find: string; after: string | null; limit: number }) => tx.all<ReturnData & { lines: number }>`
  select ${columns}, (select count(*) from supplier_returns.return_line l where l.store_id = r.store_id and l.return_id = r.id) as lines
  from supplier_returns.return r where r.store_id = ${storeId} ${groups[group]}
  ${foundIn(find, (has) => [has(sql`r.number`), has(sql`r.supplier_name`), has(sql`r.about`), has(sql`r.waybill`), sql`exists (select from supplier_returns.return_line l where l.store_id = r.store_id and l.return_id = r.id and ${has(sql`l.part_number`)})`])}
  ${after === null ? empty : sql`and r.id < ${after}`} order by r.id desc limit ${limit}`

export const findReturn = (tx: Tx, storeId: string, id: string) => tx.maybe<ReturnData>`select ${columns} from supplier_returns.return r where r.store_id = ${storeId} and r.id = ${id}`

/** Locked until the deed ends: a statement that credits it and a reversal wait for each other here. */
export const lockReturn = (tx: Tx, storeId: string, id: string) => tx.maybe<ReturnData>`select ${columns} from supplier_returns.return r where r.store_id = ${storeId} and r.id = ${id} for update`

export const findSupplier = (tx: Tx, storeId: string, id: string) => tx.maybe<{ id: string; name: string; active: boolean }>`select id, name, active from parts_orders.v_supplier where store_id = ${storeId} and id = ${id}`

export const insertReturn = (tx: Tx, storeId: string, r: Pick<ReturnData, 'id' | 'number' | 'supplierId' | 'supplierName' | 'about' | 'askedAt' | 'askedByName' | 'expectedFen'>) => tx.run`
  insert into supplier_returns.return (store_id, id, number, status, supplier_id, supplier_name, about, asked_at, asked_by_name, expected_fen)
  values (${storeId}, ${r.id}, ${r.number}, 'asked', ${r.supplierId}, ${r.supplierName}, ${r.about}, ${r.askedAt}, ${r.askedByName}, ${r.expectedFen})`

const change = (tx: Tx, storeId: string, id: string, fields: ReturnType<typeof sql>) => tx.run`update supplier_returns.return set ${fields}, version = version + 1 where store_id = ${storeId} and id = ${id}`

export const writeAgreed = (tx: Tx, storeId: string, a: { id: string; at: Date; byName: string; agreedWith: string; words: string; creditFen: number }) =>
  change(tx, storeId, a.id, sql`status = 'agreed', agreed_at = ${a.at}, agreed_by_name = ${a.byName}, agreed_with = ${a.agreedWith}, agreed_words = ${a.words}, credit_fen = ${a.creditFen}`)
export const writeSent = (tx: Tx, storeId: string, s: { id: string; at: Date; byName: string; waybill: string; document: string; costFen: number }) =>
  change(tx, storeId, s.id, sql`status = 'sent', sent_at = ${s.at}, sent_by_name = ${s.byName}, waybill = ${s.waybill}, document = ${s.document}, cost_fen = ${s.costFen}`)
export const writeSlip = (tx: Tx, storeId: string, s: { id: string; at: Date; byName: string }) => change(tx, storeId, s.id, sql`slip_at = ${s.at}, slip_by_name = ${s.byName}`)
/** What a statement credited before the supplier confirmed it stays credited. */
export const writeArrived = (tx: Tx, storeId: string, a: { id: string; at: Date; byName: string; arrivedWith: string }) =>
  change(tx, storeId, a.id, sql`status = case status when 'sent' then 'arrived' else status end, arrived_at = ${a.at}, arrived_by_name = ${a.byName}, arrived_with = ${a.arrivedWith}`)
export const writeWithdrawn = (tx: Tx, storeId: string, id: string, words: string) => change(tx, storeId, id, sql`status = 'withdrawn', words = ${words}`)
export const writeReversed = (tx: Tx, storeId: string, r: { id: string; counter: string; words: string }) => change(tx, storeId, r.id, sql`status = 'reversed', counter_document = ${r.counter}, words = ${r.words}`)

export type LineData = { id: string; partId: string; partNumber: string; placeId: string; bin: string; lotId: string | null; thousandths: number; cause: Cause; expectedFen: number; creditFen: number | null; costFen: number | null }

export const linesOf = (tx: Tx, storeId: string, returnId: string) => tx.all<LineData>`
  select id, part_id, part_number, place_id, bin, lot_id, thousandths, cause, expected_fen, credit_fen, cost_fen from supplier_returns.return_line
  where store_id = ${storeId} and return_id = ${returnId} order by bin, part_number, id limit 200`

export const insertLines = (tx: Tx, storeId: string, returnId: string, lines: readonly Omit<LineData, 'costFen' | 'creditFen'>[]) => tx.run`
  insert into supplier_returns.return_line (store_id, return_id, id, part_id, part_number, place_id, bin, lot_id, thousandths, cause, expected_fen)
  select ${storeId}, ${returnId}, * from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.partId)}::uuid[], ${lines.map((l) => l.partNumber)}::text[], ${lines.map((l) => l.placeId)}::uuid[],
    ${lines.map((l) => l.bin)}::text[], ${lines.map((l) => l.lotId)}::uuid[], ${lines.map((l) => l.thousandths)}::bigint[], ${lines.map((l) => l.cause)}::text[], ${lines.map((l) => l.expectedFen)}::bigint[])`

type LineMoney = readonly { id: string; fen: number }[]
export const writeCredits = (tx: Tx, storeId: string, lines: LineMoney) => tx.run`
  update supplier_returns.return_line l set credit_fen = c.fen from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.fen)}::bigint[]) as c(id, fen) where l.store_id = ${storeId} and l.id = c.id`
export const writeCosts = (tx: Tx, storeId: string, lines: LineMoney) => tx.run`
  update supplier_returns.return_line l set cost_fen = c.fen from unnest(${lines.map((l) => l.id)}::uuid[], ${lines.map((l) => l.fen)}::bigint[]) as c(id, fen) where l.store_id = ${storeId} and l.id = c.id`

/** Open returns, how old they are: by the days since they were applied for. */
export const openAges = (tx: Tx, storeId: string, now: Date) => tx.all<{ days: number; status: (typeof openStatuses)[number]; fen: number; supplierName: string }>`
  select extract(day from ${now}::timestamptz - r.asked_at)::integer as days, r.status, coalesce(r.credit_fen, r.expected_fen) as fen, r.supplier_name
  from supplier_returns.return r where r.store_id = ${storeId} and r.status in ('asked', 'agreed', 'sent', 'arrived') order by r.id limit 5000`

export type Credited = { id: string; number: string }

/** What this statement settled whole; a part of it that was carried over brings it in with the next one. */
export const creditReturns = (tx: Tx, storeId: string, statementId: string) => tx.all<Credited>`
  update supplier_returns.return r set status = 'credited', statement_id = ${statementId}, statement_number = a.statement_number, version = version + 1,
    credited_fen = -(select coalesce(sum(o.agreed_fen), 0) from suppliers.v_agreed o where o.store_id = r.store_id and o.source_id = r.id)
  from (select source_id, min(statement_number) as statement_number from suppliers.v_agreed where store_id = ${storeId} and statement_id = ${statementId} group by source_id having not bool_or(carried)) a
  where r.store_id = ${storeId} and r.id = a.source_id and r.status in ('sent', 'arrived') returning r.id, r.number`

export const uncreditReturns = (tx: Tx, storeId: string, statementId: string) => tx.all<Credited>`
  update supplier_returns.return r set status = case when arrived_at is null then 'sent' else 'arrived' end, statement_id = null, statement_number = null, credited_fen = null, version = version + 1
  where r.store_id = ${storeId} and r.statement_id = ${statementId} returning r.id, r.number`

/** Reversed while the statement was being closed: its line stands there and its goods are here. */
export const reversedIn = (tx: Tx, storeId: string, statementId: string) => tx.all<{ number: string }>`
  select distinct r.number from suppliers.v_agreed a join supplier_returns.return r on r.store_id = a.store_id and r.id = a.source_id and r.status = 'reversed'
  where a.store_id = ${storeId} and a.statement_id = ${statementId} limit 5`
