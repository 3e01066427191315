import type { Tx } from '../../../platform/database.ts'
import type { BorneLine } from '../domain/reallocation.ts'

/** What moved away from a statement by its counter statements, line by line, below zero. */
export const movedLines = (tx: Tx, storeId: string, statementId: string) => tx.all<BorneLine>`
  select l.line_id, l.amount_fen, l.net_fen, l.tax_fen, l.vat_percent
  from settlement.statement s join settlement.statement_line l on l.store_id = s.store_id and l.statement_id = s.id
  where s.store_id = ${storeId} and s.supplement_of = ${statementId} and s.total_fen < 0`

/** The same in one sum, for whoever invoices the statement. */
export const movedFrom = (tx: Tx, storeId: string, statementId: string) => tx.one<{ totalFen: number; netFen: number; taxFen: number }>`
  select coalesce(sum(total_fen), 0)::bigint as total_fen, coalesce(sum(net_fen), 0)::bigint as net_fen, coalesce(sum(tax_fen), 0)::bigint as tax_fen
  from settlement.statement where store_id = ${storeId} and supplement_of = ${statementId} and total_fen < 0`

export const hasSupplements = async (tx: Tx, storeId: string, statementId: string): Promise<boolean> =>
  (await tx.one<{ has: boolean }>`select exists (select from settlement.statement where store_id = ${storeId} and supplement_of = ${statementId}) as has`).has

export type SetOff = { readonly counterId: string; readonly statementId: string; readonly amountFen: number; readonly at: Date; readonly personId: string }

/** The claim and its counter statement cancel each other: each counts as paid, with opposite signs. */
export async function setOff(tx: Tx, storeId: string, { counterId, statementId, amountFen, at, personId }: SetOff): Promise<void> {
  await tx.run`insert into settlement.set_off (store_id, counter_id, statement_id, amount_fen, at, person_id) values (${storeId}, ${counterId}, ${statementId}, ${amountFen}, ${at}, ${personId})`
  await tx.run`update settlement.statement set paid_fen = paid_fen + case when id = ${counterId} then -${amountFen}::bigint else ${amountFen}::bigint end, version = version + 1
    where store_id = ${storeId} and id in (${counterId}, ${statementId})`
}
