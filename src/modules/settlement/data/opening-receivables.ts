import type { Tx } from '../../../platform/database.ts'

export type OpeningReceivable = { id: string; document: string; customerId: string; customerName: string; amountFen: number; day: string; dueOn: string | null; note: string }

export const receivablesByDocument = (tx: Tx, storeId: string, documents: readonly string[]) => tx.all<OpeningReceivable>`
  select id, document, customer_id, customer_name, amount_fen, day, due_on, note from settlement.opening_receivable
  where store_id = ${storeId} and document = any(${documents}::text[])`

/** By document number. */
export const listOpeningReceivables = (tx: Tx, storeId: string, after: string, limit: number) => tx.all<OpeningReceivable>`
  select id, document, customer_id, customer_name, amount_fen, day, due_on, note from settlement.opening_receivable
  where store_id = ${storeId} and document > ${after} order by document limit ${limit}`

export const countOpeningReceivables = async (tx: Tx, storeId: string): Promise<number> =>
  (await tx.one<{ count: number }>`select count(*) as count from settlement.opening_receivable where store_id = ${storeId}`).count

export const insertOpeningReceivables = (tx: Tx, storeId: string, rows: readonly OpeningReceivable[], by: { at: Date; personId: string; personName: string }) => tx.run`
  insert into settlement.opening_receivable (store_id, at, person_id, person_name, id, document, customer_id, customer_name, amount_fen, day, due_on, note)
  select ${storeId}::uuid, ${by.at}::timestamptz, ${by.personId}::uuid, ${by.personName}::text, * from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.document)}::text[],
    ${rows.map((r) => r.customerId)}::uuid[], ${rows.map((r) => r.customerName)}::text[], ${rows.map((r) => r.amountFen)}::bigint[], ${rows.map((r) => r.day)}::date[],
    ${rows.map((r) => r.dueOn)}::date[], ${rows.map((r) => r.note)}::text[])`
