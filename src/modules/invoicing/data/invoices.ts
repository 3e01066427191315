import { empty, sql, type Tx } from '../../../platform/database.ts'
import { ownCost } from '../domain/invoice.ts'

export type BillData = {
  id: string; number: string; orderId: string; orderNumber: string; payer: string; payerName: string; plate: string; day: string; totalFen: number; netFen: number; taxFen: number; paidFen: number
  reversedAt: Date | null; debtorId: string | null; debtorName: string | null; creditDueOn: string | null
}
export type InvoiceData = {
  id: string; statementId: string; number: string; redOf: string | null; title: string; taxNumber: string; totalFen: number; netFen: number; taxFen: number; day: string; at: Date; personId: string; personName: string; reason: string
}
export type ShownInvoice = InvoiceData & { statementNumber: string; orderId: string; plate: string; /** Its red invoice. */ redNumber: string | null }

const bill = sql`id, number, order_id, order_number, payer, payer_name, plate, day, total_fen, net_fen, tax_fen, paid_fen, reversed_at, debtor_id, debtor_name, credit_due_on`
const columns = sql`i.id, i.statement_id, i.number, i.red_of, i.title, i.tax_number, i.total_fen, i.net_fen, i.tax_fen, i.day, i.at, i.person_id, i.person_name, i.reason`

export const findBill = (tx: Tx, storeId: string, statementId: string) => tx.maybe<BillData>`select ${bill} from settlement.v_bill where store_id = ${storeId} and id = ${statementId}`

/** Newest first. */
export const listInvoices = (tx: Tx, storeId: string, { find, after, limit }: { find: string; after: string | null; limit: number }) => tx.all<ShownInvoice>`
  select ${columns}, b.number as statement_number, b.order_id, b.plate, r.number as red_number
  from invoicing.invoice i join settlement.v_bill b on b.store_id = i.store_id and b.id = i.statement_id
  left join invoicing.invoice r on r.store_id = i.store_id and r.red_of = i.id
  where i.store_id = ${storeId}
  ${find === '' ? empty : sql`and (i.number = ${find} or b.number = ${find} or b.plate = ${find} or (i.title >= ${find} and i.title < ${find} || chr(1114109)))`}
  ${after === null ? empty : sql`and i.id < ${after}`}
  order by i.id desc limit ${limit}`

export const findInvoice = (tx: Tx, storeId: string, id: string) => tx.maybe<InvoiceData>`select ${columns} from invoicing.invoice i where i.store_id = ${storeId} and i.id = ${id}`

/** The blue invoice of a statement that no red one took back. */
export const standingInvoice = (tx: Tx, storeId: string, statementId: string) => tx.maybe<InvoiceData>`
  select ${columns} from invoicing.invoice i where i.store_id = ${storeId} and i.statement_id = ${statementId} and i.red_of is null
    and not exists (select from invoicing.invoice r where r.store_id = i.store_id and r.red_of = i.id)`

export const isNumberTaken = async (tx: Tx, storeId: string, number: string): Promise<boolean> =>
  (await tx.one<{ taken: boolean }>`select exists (select from invoicing.invoice where store_id = ${storeId} and number = ${number}) as taken`).taken

export const isTakenBack = async (tx: Tx, storeId: string, id: string): Promise<boolean> =>
  (await tx.one<{ taken: boolean }>`select exists (select from invoicing.invoice where store_id = ${storeId} and red_of = ${id}) as taken`).taken

export const insertInvoice = (tx: Tx, storeId: string, i: InvoiceData) => tx.run`
  insert into invoicing.invoice (store_id, id, statement_id, number, red_of, title, tax_number, total_fen, net_fen, tax_fen, day, at, person_id, person_name, reason)
  values (${storeId}, ${i.id}, ${i.statementId}, ${i.number}, ${i.redOf}, ${i.title}, ${i.taxNumber}, ${i.totalFen}, ${i.netFen}, ${i.taxFen}, ${i.day}, ${i.at}, ${i.personId}, ${i.personName}, ${i.reason})`

export type WaitingQuery = {
  /** Without a word: made since this day. */ readonly since: string; readonly day: string | null
  readonly found: { readonly orderIds: readonly string[]; readonly number: string; readonly payer: string } | null; readonly after: string | null; readonly limit: number
}

/** Statements that wait for an invoice, newest first; what insurers and makers pay is invoiced to them. Each way to find one uses an index of its own. */
export const listToInvoice = (tx: Tx, storeId: string, { since, day, found, after, limit }: WaitingQuery) => tx.all<BillData>`
  select ${bill} from settlement.v_bill b where store_id = ${storeId} and reversed_at is null and total_fen > 0 and payer <> all(${ownCost})
    ${day === null ? empty : sql`and day = ${day}`}
    ${day === null && found === null ? sql`and day >= ${since}` : empty}
    ${found === null ? empty : sql`and id in (
      select id from settlement.v_bill where store_id = ${storeId} and order_id = any(${found.orderIds}::uuid[])
      union all select id from settlement.v_bill where store_id = ${storeId} and number = ${found.number}
      union all select id from settlement.v_bill where store_id = ${storeId} and payer_name >= ${found.payer} and payer_name < ${found.payer} || chr(1114109))`}
    ${after === null ? empty : sql`and id < ${after}`}
    and not exists (select from invoicing.invoice i where i.store_id = b.store_id and i.statement_id = b.id and i.red_of is null
      and not exists (select from invoicing.invoice r where r.store_id = i.store_id and r.red_of = i.id))
  order by id desc limit ${limit}`
