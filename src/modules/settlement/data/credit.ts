import { empty, sql, type Tx } from '../../../platform/database.ts'
import type { Age } from '../domain/receivable.ts'
import { ageOf, type AgeBorders } from './receivables.ts'

export type CreditAccountData = { customerId: string; customerName: string; limitFen: number; days: number; usedFen: number; /** The first day on which something is due; null: nothing is owed. */ dueOn: string | null; version: number }

const owed = sql`s.credit_due_on is not null and s.reversed_at is null and s.paid_fen < s.total_fen`
const used = sql`(select coalesce(sum(s.total_fen - s.paid_fen), 0)::bigint from settlement.statement s where s.store_id = a.store_id and s.debtor_id = a.customer_id and ${owed}) as used_fen,
  (select min(s.credit_due_on) from settlement.statement s where s.store_id = a.store_id and s.debtor_id = a.customer_id and ${owed}) as due_on`
const account = sql`a.customer_id, c.name as customer_name, a.limit_fen, a.days, ${used}, a.version
  from settlement.credit_account a join customers.v_name c on c.store_id = a.store_id and c.id = a.customer_id`

export const listCreditAccounts = (tx: Tx, storeId: string, { find, customerId, after, limit }: { find: string; customerId: string | null; after: string | null; limit: number }) => tx.all<CreditAccountData>`
  select ${account} where a.store_id = ${storeId}
    ${find === '' ? empty : sql`and c.name >= ${find} and c.name < ${find} || chr(1114109)`}
    ${customerId === null ? empty : sql`and a.customer_id = ${customerId}`} ${after === null ? empty : sql`and a.customer_id > ${after}`}
  order by a.customer_id limit ${limit}`

export const findCreditAccount = (tx: Tx, storeId: string, customerId: string) => tx.maybe<CreditAccountData>`
  select ${account} where a.store_id = ${storeId} and a.customer_id = ${customerId}`

export const findDebtor = (tx: Tx, storeId: string, customerId: string) => tx.maybe<{ name: string }>`
  select name from customers.v_name where store_id = ${storeId} and id = ${customerId}`

/** Grants to one customer wait for each other, so that two together do not pass the limit. */
export const lockCreditAccount = (tx: Tx, storeId: string, customerId: string) => tx.maybe<{ limitFen: number; days: number; version: number }>`
  select limit_fen, days, version from settlement.credit_account where store_id = ${storeId} and customer_id = ${customerId} for update`

export const owedOnCredit = async (tx: Tx, storeId: string, customerId: string): Promise<number> => (await tx.one<{ owed: number }>`
  select coalesce(sum(s.total_fen - s.paid_fen), 0)::bigint as owed from settlement.statement s where s.store_id = ${storeId} and s.debtor_id = ${customerId} and ${owed}`).owed

/** `version` 0 makes the account; answers 0 when somebody else was first. */
export const writeCreditAccount = (tx: Tx, storeId: string, a: { customerId: string; limitFen: number; days: number; at: Date; by: string; version: number }) => (a.version === 0
  ? tx.run`insert into settlement.credit_account (store_id, customer_id, limit_fen, days, set_at, set_by_name) values (${storeId}, ${a.customerId}, ${a.limitFen}, ${a.days}, ${a.at}, ${a.by}) on conflict do nothing`
  : tx.run`update settlement.credit_account set limit_fen = ${a.limitFen}, days = ${a.days}, set_at = ${a.at}, set_by_name = ${a.by}, version = version + 1
      where store_id = ${storeId} and customer_id = ${a.customerId} and version = ${a.version}`)

export const putOnCredit = (tx: Tx, storeId: string, credit: { statementId: string; debtorId: string; debtorName: string; dueOn: string }) => tx.run`
  update settlement.statement set debtor_id = ${credit.debtorId}, debtor_name = ${credit.debtorName}, credit_due_on = ${credit.dueOn}, version = version + 1
  where store_id = ${storeId} and id = ${credit.statementId}`

/** What is owed on credit, by age. */
export const creditByAge = (tx: Tx, storeId: string, borders: AgeBorders) => tx.all<{ age: Age; count: number; openFen: number }>`
  select ${ageOf(sql`s.credit_due_on`, borders)} as age, count(*) as count, sum(s.total_fen - s.paid_fen)::bigint as open_fen
  from settlement.statement s where s.store_id = ${storeId} and ${owed} group by 1`

export type OwedStatement = { id: string; number: string; orderId: string; orderNumber: string; plate: string; day: string; dueOn: string; totalFen: number; paidFen: number }

/** What one customer owes, the first due first. */
export const owedBy = (tx: Tx, storeId: string, customerId: string) => tx.all<OwedStatement>`
  select s.id, s.number, s.order_id, s.order_number, s.plate, s.day, s.credit_due_on as due_on, s.total_fen, s.paid_fen
  from settlement.statement s where s.store_id = ${storeId} and s.debtor_id = ${customerId} and ${owed} order by s.credit_due_on, s.id limit 200`
