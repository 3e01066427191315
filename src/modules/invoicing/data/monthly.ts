import { sql, type Tx } from '../../../platform/database.ts'

export type OpenBill = { statementId: string; number: string; orderNumber: string; plate: string; day: string; creditDueOn: string; totalFen: number; dueFen: number }
export type MonthlyData = { id: string; number: string; customerId: string; customerName: string; month: string; dueFen: number; at: Date; day: string; personId: string; personName: string }

const open = sql`s.id as statement_id, s.number, s.order_number, s.plate, s.day, s.credit_due_on, s.total_fen`

/** What a customer owes on credit for statements of a month, the oldest first. */
export const openBills = (tx: Tx, storeId: string, customerId: string, first: string, last: string) => tx.all<OpenBill>`
  select ${open}, s.total_fen - s.paid_fen as due_fen from settlement.v_bill s
  where s.store_id = ${storeId} and s.debtor_id = ${customerId} and s.credit_due_on is not null and s.reversed_at is null and s.paid_fen < s.total_fen and s.day between ${first} and ${last}
  order by s.credit_due_on, s.id limit 500`

/** The statements of a paper as they stand now. */
export const billsOf = (tx: Tx, storeId: string, monthlyId: string) => tx.all<OpenBill & { issuedDueFen: number }>`
  select ${open}, case when s.reversed_at is null then s.total_fen - s.paid_fen else 0 end as due_fen, l.due_fen as issued_due_fen
  from invoicing.monthly_statement_line l join settlement.v_bill s on s.store_id = l.store_id and s.id = l.statement_id
  where l.store_id = ${storeId} and l.monthly_id = ${monthlyId} order by s.credit_due_on, s.id`

export const findCustomer = (tx: Tx, storeId: string, id: string) => tx.maybe<{ name: string }>`select name from customers.v_name where store_id = ${storeId} and id = ${id}`

const columns = sql`id, number, customer_id, customer_name, month, due_fen, at, day, person_id, person_name`

export const listMonthly = (tx: Tx, storeId: string, after: string | null, limit: number) => tx.all<MonthlyData & { openFen: number }>`
  select m.id, m.number, m.customer_id, m.customer_name, m.month, m.due_fen, m.at, m.day, m.person_id, m.person_name,
    (select coalesce(sum(s.total_fen - s.paid_fen), 0)::bigint from invoicing.monthly_statement_line l join settlement.v_bill s on s.store_id = l.store_id and s.id = l.statement_id
      where l.store_id = m.store_id and l.monthly_id = m.id and s.reversed_at is null) as open_fen
  from invoicing.monthly_statement m where m.store_id = ${storeId} and (${after}::uuid is null or m.id < ${after}) order by m.id desc limit ${limit}`

export const findMonthly = (tx: Tx, storeId: string, id: string) => tx.maybe<MonthlyData>`select ${columns} from invoicing.monthly_statement where store_id = ${storeId} and id = ${id}`

export async function insertMonthly(tx: Tx, storeId: string, m: MonthlyData, bills: readonly OpenBill[]): Promise<void> {
  await tx.run`insert into invoicing.monthly_statement (store_id, ${columns}) values (${storeId}, ${m.id}, ${m.number}, ${m.customerId}, ${m.customerName}, ${m.month}, ${m.dueFen}, ${m.at}, ${m.day}, ${m.personId}, ${m.personName})`
  await tx.run`insert into invoicing.monthly_statement_line (store_id, monthly_id, statement_id, due_fen)
    select ${storeId}::uuid, ${m.id}::uuid, * from unnest(${bills.map(({ statementId }) => statementId)}::uuid[], ${bills.map(({ dueFen }) => dueFen)}::bigint[])`
}
