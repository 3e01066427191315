import { sql, type Sql, type Tx } from '../../../platform/database.ts'
import type { Age, ReceivableState } from '../domain/receivable.ts'

export type ReceivableData = {
  id: string; document: string; customerId: string; customerName: string; day: string; dueOn: string | null; dueDay: string; amountFen: number; paidFen: number; note: string; version: number
}

const columns = sql`r.id, r.document, r.customer_id, r.customer_name, r.day, r.due_on, s.due_day, s.amount_fen, s.paid_fen, r.note, s.version`
const joined = sql`settlement.receivable_state s join settlement.opening_receivable r on r.store_id = s.store_id and r.id = s.receivable_id`

export type ReceivableQuery = { readonly state: ReceivableState; readonly find: string; readonly today: string; readonly after: string | null; readonly limit: number }

/** The longest overdue first. A word finds documents and debtors that begin with it. */
export const listReceivables = (tx: Tx, storeId: string, { state, find, today, after, limit }: ReceivableQuery) => tx.all<ReceivableData>`
  select ${columns} from ${joined}
  where s.store_id = ${storeId}
    and (${state} <> 'paid' or s.paid_fen = s.amount_fen) and (${state} not in ('open', 'overdue') or s.paid_fen < s.amount_fen) and (${state} <> 'overdue' or s.due_day < ${today}::date)
    and (${find} = '' or (r.document >= ${find} and r.document < ${find} || chr(1114109)) or (r.customer_name >= ${find} and r.customer_name < ${find} || chr(1114109)))
    and (${after}::uuid is null or (s.due_day, s.receivable_id) > (select due_day, receivable_id from settlement.receivable_state where store_id = ${storeId} and receivable_id = ${after}))
  order by s.due_day, s.receivable_id limit ${limit}`

/** The last due day of each age (domain/receivable.ts). */
export type AgeBorders = { readonly notBefore: string; readonly to30: string; readonly to60: string; readonly to90: string }

/** The age of a due day. */
export const ageOf = (dueDay: Sql, { notBefore, to30, to60, to90 }: AgeBorders): Sql =>
  sql`case when ${dueDay} >= ${notBefore} then 'not-due' when ${dueDay} >= ${to30} then 'to-30' when ${dueDay} >= ${to60} then 'to-60' when ${dueDay} >= ${to90} then 'to-90' else 'over-90' end`

/** What is open, by age. */
export const openByAge = (tx: Tx, storeId: string, borders: AgeBorders) => tx.all<{ age: Age; count: number; openFen: number }>`
  select ${ageOf(sql`due_day`, borders)} as age, count(*) as count, sum(amount_fen - paid_fen)::bigint as open_fen
  from settlement.receivable_state where store_id = ${storeId} and paid_fen < amount_fen group by 1`

export const findReceivable = (tx: Tx, storeId: string, id: string) => tx.maybe<ReceivableData>`
  select ${columns} from ${joined} where s.store_id = ${storeId} and s.receivable_id = ${id}`

export const lockReceivable = (tx: Tx, storeId: string, id: string) => tx.maybe<ReceivableData>`
  select ${columns} from ${joined} where s.store_id = ${storeId} and s.receivable_id = ${id} for update of s`

export const insertReceivableStates = (tx: Tx, storeId: string, rows: readonly { id: string; dueDay: string; amountFen: number }[]) => tx.run`
  insert into settlement.receivable_state (store_id, receivable_id, due_day, amount_fen)
  select ${storeId}::uuid, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.dueDay)}::date[], ${rows.map((r) => r.amountFen)}::bigint[])`

export const addReceivablePaid = (tx: Tx, storeId: string, id: string, amountFen: number) => tx.run`
  update settlement.receivable_state set paid_fen = paid_fen + ${amountFen}, version = version + 1 where store_id = ${storeId} and receivable_id = ${id}`
