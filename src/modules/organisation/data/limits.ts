import type { Tx } from '../../../platform/database.ts'
import type { LimitKind } from '../domain/limits.ts'

export type LimitData = { position: string; kind: LimitKind; mostFen: number | null; version: number }

export const listLimits = (tx: Tx, storeId: string) => tx.all<LimitData>`
  select position, kind, most_fen, version from organisation.position_limit where store_id = ${storeId} order by position, kind`

export const lockLimit = (tx: Tx, storeId: string, position: string, kind: LimitKind) => tx.maybe<LimitData>`
  select position, kind, most_fen, version from organisation.position_limit where store_id = ${storeId} and position = ${position} and kind = ${kind} for update`

/** Answers 0 where somebody else was faster with the first figure of this position. */
export const writeLimit = (tx: Tx, storeId: string, limit: Omit<LimitData, 'version'>, seen: number) => tx.run`
  insert into organisation.position_limit as l (store_id, position, kind, most_fen) values (${storeId}, ${limit.position}, ${limit.kind}, ${limit.mostFen})
  on conflict (store_id, position, kind) do update set most_fen = excluded.most_fen, version = l.version + 1 where l.version = ${seen}`
