import type { Tx } from '../../../platform/database.ts'

export type PaymentData = { id: string; number: string; fen: number; at: Date; personName: string; reference: string; takesBack: string | null; reason: string }

export const paymentsOf = (tx: Tx, storeId: string, statementId: string) => tx.all<PaymentData>`
  select id, number, fen, at, person_name, reference, takes_back, reason from suppliers.payment where store_id = ${storeId} and statement_id = ${statementId} order by id limit 100`

/** The one that was not taken back. */
export const standingPayment = (tx: Tx, storeId: string, statementId: string) => tx.maybe<PaymentData>`
  select id, number, fen, at, person_name, reference, takes_back, reason from suppliers.payment p where store_id = ${storeId} and statement_id = ${statementId} and fen > 0
  and not exists (select from suppliers.payment b where b.store_id = p.store_id and b.takes_back = p.id)`

export const insertPayment = (tx: Tx, storeId: string, statementId: string, p: PaymentData) => tx.run`
  insert into suppliers.payment (store_id, id, number, statement_id, fen, at, person_name, reference, takes_back, reason)
  values (${storeId}, ${p.id}, ${p.number}, ${statementId}, ${p.fen}, ${p.at}, ${p.personName}, ${p.reference}, ${p.takesBack}, ${p.reason})`
