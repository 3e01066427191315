import { empty, sql, type Tx } from '../../../platform/database.ts'
import { foundIn } from '../../../platform/found-in.ts'
import type { LineKind, Ours } from '../domain/matching.ts'
import type { LineState, Outcome, StatementStatus } from '../domain/statement.ts'

export type StatementData = {
  id: string; number: string; status: StatementStatus; supplierId: string; supplierName: string; maker: boolean; /** Its first day. */ month: string; fromAt: Date; untilAt: Date; openedAt: Date; openedByName: string
  agreedFen: number | null; closedAt: Date | null; closedByName: string | null; invoiceNumber: string | null; invoiceDay: string | null; taxFen: number | null; askedAt: Date | null; askedByName: string | null
  signedAt: Date | null; signedByName: string | null; words: string; version: number
}

const columns = sql`s.id, s.number, s.status, s.supplier_id, s.supplier_name, s.maker, s.month, s.from_at, s.until_at, s.opened_at, s.opened_by_name, s.agreed_fen, s.closed_at, s.closed_by_name,
  s.invoice_number, s.invoice_day, s.tax_fen, s.asked_at, s.asked_by_name, s.signed_at, s.signed_by_name, s.words, s.version`

const groups = { open: sql`and s.status = 'open'`, unpaid: sql`and s.status in ('closed', 'asked', 'signed')`, all: empty } as const
export type StatementGroup = keyof typeof groups

export const listStatements = (tx: Tx, storeId: string, { group, find, after, limit }: { group: StatementGroup; find: string; after: string | null; limit: number }) => tx.all<StatementData & { left: number }>`
  select ${columns}, case when s.status = 'open' then (select count(*) from suppliers.statement_line l where l.store_id = s.store_id and l.statement_id = s.id and l.state <> 'settled') else 0 end as left
  from suppliers.statement s where s.store_id = ${storeId} ${groups[group]}
  ${foundIn(find, (has) => [has(sql`s.number`), has(sql`s.supplier_name`), has(sql`s.invoice_number`), has(sql`to_char(s.month, 'YYYY-MM')`)])} ${after === null ? empty : sql`and s.id < ${after}`} order by s.id desc limit ${limit}`

export const findStatement = (tx: Tx, storeId: string, id: string) => tx.maybe<StatementData>`select ${columns} from suppliers.statement s where s.store_id = ${storeId} and s.id = ${id}`

/** Locked until the deed ends. */
export const lockStatement = (tx: Tx, storeId: string, id: string) => tx.maybe<StatementData>`select ${columns} from suppliers.statement s where s.store_id = ${storeId} and s.id = ${id} for update`

export const statementsByNumber = (tx: Tx, storeId: string, numbers: readonly string[]) => tx.all<StatementData>`
  select ${columns} from suppliers.statement s where s.store_id = ${storeId} and s.number = any(${numbers}::text[]) order by s.id`

/** Locked in one order until the deed ends. */
export const lockStatementsByNumber = (tx: Tx, storeId: string, numbers: readonly string[]) => tx.all<StatementData>`
  select ${columns} from suppliers.statement s where s.store_id = ${storeId} and s.number = any(${numbers}::text[]) order by s.id for update`

/** The latest month of a supplier; what is carried over stands on it. */
export const latestOf = (tx: Tx, storeId: string, supplierId: string) => tx.maybe<StatementData>`
  select ${columns} from suppliers.statement s where s.store_id = ${storeId} and s.supplier_id = ${supplierId} and s.status <> 'discarded' order by s.month desc limit 1`

export const monthBefore = (tx: Tx, storeId: string, { supplierId, month }: Pick<StatementData, 'supplierId' | 'month'>) => tx.maybe<{ id: string; untilAt: Date }>`
  select id, until_at from suppliers.statement where store_id = ${storeId} and supplier_id = ${supplierId} and status <> 'discarded' and month < ${month}::date order by month desc limit 1`

export type SupplierData = { id: string; name: string; kind: 'maker' | 'outside'; active: boolean }
export const findSupplier = (tx: Tx, storeId: string, id: string) => tx.maybe<SupplierData>`select id, name, kind, active from parts_orders.v_supplier where store_id = ${storeId} and id = ${id}`
export const findSuppliers = (tx: Tx, storeId: string, ids: readonly string[]) => tx.all<SupplierData>`select id, name, kind, active from parts_orders.v_supplier where store_id = ${storeId} and id = any(${ids}::uuid[])`

export type NewStatement = Pick<StatementData, 'id' | 'number' | 'supplierId' | 'supplierName' | 'maker' | 'month' | 'fromAt' | 'untilAt' | 'openedAt' | 'openedByName'>
/** Answers 0 when somebody else began that month a moment before. */
export const insertStatement = (tx: Tx, storeId: string, s: NewStatement) => tx.run`
  insert into suppliers.statement (store_id, id, number, status, supplier_id, supplier_name, maker, month, from_at, until_at, opened_at, opened_by_name)
  values (${storeId}, ${s.id}, ${s.number}, 'open', ${s.supplierId}, ${s.supplierName}, ${s.maker}, ${s.month}, ${s.fromAt}, ${s.untilAt}, ${s.openedAt}, ${s.openedByName})
  on conflict (store_id, supplier_id, month) where status <> 'discarded' do nothing`

const change = (tx: Tx, storeId: string, id: string, fields: ReturnType<typeof sql>) => tx.run`update suppliers.statement set ${fields}, version = version + 1 where store_id = ${storeId} and id = ${id}`

export const touch = (tx: Tx, storeId: string, id: string, untilAt: Date) => change(tx, storeId, id, sql`until_at = ${untilAt}`)
export const writeClosed = (tx: Tx, storeId: string, c: { id: string; agreedFen: number; at: Date; byName: string }) =>
  change(tx, storeId, c.id, sql`status = 'closed', agreed_fen = ${c.agreedFen}, closed_at = ${c.at}, closed_by_name = ${c.byName}, words = ''`)
export const writeReopened = (tx: Tx, storeId: string, id: string, words: string) => change(tx, storeId, id, sql`status = 'open', agreed_fen = null, closed_at = null, closed_by_name = null, words = ${words}`)
export const writeDiscarded = (tx: Tx, storeId: string, id: string, words: string) => change(tx, storeId, id, sql`status = 'discarded', words = ${words}`)
export const writeAsked = (tx: Tx, storeId: string, a: { id: string; invoiceNumber: string; invoiceDay: string; taxFen: number; at: Date; byName: string }) =>
  change(tx, storeId, a.id, sql`status = 'asked', invoice_number = ${a.invoiceNumber}, invoice_day = ${a.invoiceDay}, tax_fen = ${a.taxFen}, asked_at = ${a.at}, asked_by_name = ${a.byName}, words = ''`)
export const writeSigned = (tx: Tx, storeId: string, s: { id: string; at: Date; byName: string }) => change(tx, storeId, s.id, sql`status = 'signed', signed_at = ${s.at}, signed_by_name = ${s.byName}`)
/** Sent back or called off: the invoice may be entered anew. */
export const writeUnasked = (tx: Tx, storeId: string, id: string, words: string) =>
  change(tx, storeId, id, sql`status = 'closed', invoice_number = null, invoice_day = null, tax_fen = null, asked_at = null, asked_by_name = null, signed_at = null, signed_by_name = null, words = ${words}`)
export const writePaid = (tx: Tx, storeId: string, id: string) => change(tx, storeId, id, sql`status = 'paid', words = ''`)
export const writeUnpaid = (tx: Tx, storeId: string, id: string, words: string) => change(tx, storeId, id, sql`status = 'signed', words = ${words}`)

/** Another statement of this supplier that the invoice belongs to. */
export const invoiceElsewhere = (tx: Tx, storeId: string, s: Pick<StatementData, 'id' | 'supplierId'>, invoiceNumber: string) => tx.maybe<{ number: string }>`
  select number from suppliers.statement where store_id = ${storeId} and supplier_id = ${s.supplierId} and invoice_number = ${invoiceNumber} and id <> ${s.id}`

export type LineData = {
  id: string; kind: LineKind; state: LineState; document: string; partNumber: string; theirThousandths: number | null; theirFen: number | null; receiptId: string | null; receiptNumber: string; ourDocument: string
  ourThousandths: number | null; ourFen: number | null; outcome: Outcome | null; words: string; saidAt: Date | null; saidByName: string | null; agreedFen: number | null
}
const lineColumns = sql`id, kind, state, document, part_number, their_thousandths, their_fen, receipt_id, receipt_number, our_document, our_thousandths, our_fen, outcome, words, said_at, said_by_name, agreed_fen`

/** At most the lines of one statement (domain/statement.ts, mostLines) and one month of receipts. */
export const linesOf = (tx: Tx, storeId: string, statementId: string) => tx.all<LineData>`
  select ${lineColumns} from suppliers.statement_line where store_id = ${storeId} and statement_id = ${statementId} order by id`

export const deleteLines = (tx: Tx, storeId: string, statementId: string) => tx.run`delete from suppliers.statement_line where store_id = ${storeId} and statement_id = ${statementId}`

export const insertLines = (tx: Tx, storeId: string, statementId: string, rows: readonly LineData[]) => tx.run`
  insert into suppliers.statement_line (store_id, statement_id, ${lineColumns})
  select ${storeId}, ${statementId}, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.kind)}::text[], ${rows.map((r) => r.state)}::text[], ${rows.map((r) => r.document)}::text[], ${rows.map((r) => r.partNumber)}::text[],
    ${rows.map((r) => r.theirThousandths)}::bigint[], ${rows.map((r) => r.theirFen)}::bigint[], ${rows.map((r) => r.receiptId)}::uuid[], ${rows.map((r) => r.receiptNumber)}::text[], ${rows.map((r) => r.ourDocument)}::text[],
    ${rows.map((r) => r.ourThousandths)}::bigint[], ${rows.map((r) => r.ourFen)}::bigint[], ${rows.map((r) => r.outcome)}::text[], ${rows.map((r) => r.words)}::text[], ${rows.map((r) => r.saidAt?.toISOString() ?? null)}::timestamptz[],
    ${rows.map((r) => r.saidByName)}::text[], ${rows.map((r) => r.agreedFen)}::bigint[])`

/** On which closed statement a receipt was agreed; what went over to the next month is not agreed yet. */
export const agreedOn = async (tx: Tx, storeId: string, receiptId: string): Promise<string | null> => (await tx.maybe<{ number: string }>`
  select statement_number as number from suppliers.v_agreed where store_id = ${storeId} and source_id = ${receiptId} and not carried order by statement_id limit 1`)?.number ?? null

/** The same, with each statement that it stands on locked until the deed ends: whoever closes one waits, or is waited for. */
export async function lockAgreedOn(tx: Tx, storeId: string, receiptId: string): Promise<string | null> {
  await tx.all`select s.id from suppliers.statement s where s.store_id = ${storeId} and s.id in (select l.statement_id from suppliers.statement_line l where l.store_id = ${storeId} and l.receipt_id = ${receiptId}) order by s.id for update`
  return agreedOn(tx, storeId, receiptId)
}

/** What was reversed since it was agreed on this statement, by its number; only while the statement is its supplier's latest, else it cannot be opened again. */
export const reversedSince = async (tx: Tx, storeId: string, { id, supplierId, month }: Pick<StatementData, 'id' | 'supplierId' | 'month'>): Promise<string | null> => (await tx.maybe<{ number: string }>`
  select l.receipt_number as number from suppliers.statement_line l
  where l.store_id = ${storeId} and l.statement_id = ${id} and l.receipt_id is not null and l.outcome is distinct from 'next-month'
    and not exists (select from suppliers.v_ours v where v.store_id = ${storeId} and v.receipt_id = l.receipt_id)
    and not exists (select from suppliers.statement later where later.store_id = ${storeId} and later.supplier_id = ${supplierId} and later.month > ${month}::date and later.status <> 'discarded')
  order by l.id limit 1`)?.number ?? null

export const writeLine = (tx: Tx, storeId: string, l: { id: string; state: LineState; outcome: Outcome | null; words: string; at: Date; byName: string; agreedFen: number | null }) => tx.run`
  update suppliers.statement_line set state = ${l.state}, outcome = ${l.outcome}, words = ${l.words}, said_at = ${l.at}, said_by_name = ${l.byName}, agreed_fen = ${l.agreedFen} where store_id = ${storeId} and id = ${l.id}`

/** What was posted or went back in the statement's time, and what the month before carried over to this one; what was reversed since is gone. */
export const oursOf = (tx: Tx, storeId: string, s: Pick<StatementData, 'supplierId' | 'fromAt' | 'untilAt'>, monthBeforeId: string | null) => tx.all<Ours>`
  select receipt_id, number as receipt_number, delivery_note, order_number, part_number, thousandths, fen from suppliers.v_ours
  where store_id = ${storeId} and posted_at >= ${s.fromAt} and posted_at < ${s.untilAt} and supplier_id = ${s.supplierId}
  union all
  select v.receipt_id, v.number, v.delivery_note, v.order_number, v.part_number, v.thousandths, v.fen from suppliers.statement_line l
  join suppliers.v_ours v on v.store_id = l.store_id and v.receipt_id = l.receipt_id and v.part_number = l.part_number
  where l.store_id = ${storeId} and l.statement_id = ${monthBeforeId}::uuid and l.outcome = 'next-month'
  order by receipt_number, part_number`
