import { empty, sql, type Tx } from '../../../platform/database.ts'

export type DepositState = { orderId: string; takenFen: number; usedFen: number }

/** The balance; null where nothing was ever given. Every deed that changes it holds the lock of the order. */
export const findDeposit = (tx: Tx, storeId: string, orderId: string) => tx.maybe<DepositState>`
  select order_id, taken_fen, used_fen from settlement.deposit_state where store_id = ${storeId} and order_id = ${orderId}`

export const addTaken = (tx: Tx, storeId: string, orderId: string, amountFen: number) => tx.run`
  insert into settlement.deposit_state (store_id, order_id, taken_fen) values (${storeId}, ${orderId}, ${amountFen})
  on conflict (store_id, order_id) do update set taken_fen = settlement.deposit_state.taken_fen + excluded.taken_fen`

export const addGivenBack = (tx: Tx, storeId: string, orderId: string, amountFen: number) => tx.run`
  update settlement.deposit_state set taken_fen = taken_fen - ${amountFen} where store_id = ${storeId} and order_id = ${orderId}`

export type DepositUse = { id: string; orderId: string; statementId: string; at: Date; personId: string; personName: string; amountFen: number }

/** The entry and the balance in one statement. */
export const insertUse = (tx: Tx, storeId: string, use: DepositUse) => tx.run`
  with used as (
    insert into settlement.deposit_use (store_id, id, order_id, statement_id, at, person_id, person_name, amount_fen)
    values (${storeId}, ${use.id}, ${use.orderId}, ${use.statementId}, ${use.at}, ${use.personId}, ${use.personName}, ${use.amountFen})
    returning store_id, order_id, amount_fen
  )
  update settlement.deposit_state s set used_fen = s.used_fen + used.amount_fen from used where s.store_id = used.store_id and s.order_id = used.order_id`

/** Net of what went back after a reversal. */
export const usedIn = async (tx: Tx, storeId: string, statementId: string): Promise<number> => (await tx.one<{ fen: number }>`
  select coalesce(sum(amount_fen), 0)::bigint as fen from settlement.deposit_use where store_id = ${storeId} and statement_id = ${statementId}`).fen

/** Orders with money of a customer in hand, newest first. */
export const listHeld = (tx: Tx, storeId: string, { after, limit }: { after: string | null; limit: number }) => tx.all<DepositState>`
  select order_id, taken_fen, used_fen from settlement.deposit_state
  where store_id = ${storeId} and used_fen < taken_fen ${after === null ? empty : sql`and order_id < ${after}`}
  order by order_id desc limit ${limit}`

export const depositsOf = (tx: Tx, storeId: string, orderIds: readonly string[]) => tx.all<DepositState>`
  select order_id, taken_fen, used_fen from settlement.deposit_state where store_id = ${storeId} and order_id = any(${orderIds})`
