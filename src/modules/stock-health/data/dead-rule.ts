import type { Tx } from '../../../platform/database.ts'

export type RuleData = { edition: number; months: number; minimumFen: number; reason: string; at: Date; personName: string }

/** Newest first; the first one counts. */
export const rulesOf = (tx: Tx, storeId: string, limit: number) => tx.all<RuleData>`
  select edition, months, minimum_fen, reason, at, person_name from stock_health.dead_rule where store_id = ${storeId} order by edition desc limit ${limit}`

/** Answers 0 where somebody else changed it meanwhile. */
export const insertRule = (tx: Tx, storeId: string, r: RuleData) => tx.run`
  insert into stock_health.dead_rule (store_id, edition, months, minimum_fen, reason, at, person_name)
  values (${storeId}, ${r.edition}, ${r.months}, ${r.minimumFen}, ${r.reason}, ${r.at}, ${r.personName}) on conflict do nothing`

export type ExceptionData = { id: string; partId: string; reason: string; at: Date; personName: string }
export const exceptionsOf = (tx: Tx, storeId: string) => tx.all<ExceptionData>`
  select id, part_id, reason, at, person_name from stock_health.exception where store_id = ${storeId} and ended_at is null order by id desc limit 500`

/** Answers 0 where the part is excepted already. */
export const insertException = (tx: Tx, storeId: string, e: ExceptionData) => tx.run`
  insert into stock_health.exception (store_id, id, part_id, reason, at, person_name) values (${storeId}, ${e.id}, ${e.partId}, ${e.reason}, ${e.at}, ${e.personName})
  on conflict (store_id, part_id) where ended_at is null do nothing`

/** Answers 0 where it was ended before. */
export const endException = (tx: Tx, storeId: string, { id, at, byName }: { id: string; at: Date; byName: string }) => tx.run`
  update stock_health.exception set ended_at = ${at}, ended_by_name = ${byName} where store_id = ${storeId} and id = ${id} and ended_at is null`
