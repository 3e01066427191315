import type { Tx } from '../../../platform/database.ts'
import type { FigureCode } from '../domain/figures.ts'

export type TargetData = { figure: FigureCode; value: number | null; version: number }

export const targetsOf = (tx: Tx, storeId: string) => tx.all<TargetData>`select figure, value, version from reports.target where store_id = ${storeId}`

/** Locked until the deed ends; one that was never set has version 0. */
export const lockTarget = (tx: Tx, storeId: string, figure: FigureCode) => tx.maybe<TargetData>`select figure, value, version from reports.target where store_id = ${storeId} and figure = ${figure} for update`

/** Answers 0 when somebody set it since it was seen. */
export const putTarget = (tx: Tx, storeId: string, figure: FigureCode, value: number | null, seen: number) => tx.run`
  insert into reports.target as t (store_id, figure, value) values (${storeId}, ${figure}, ${value})
  on conflict (store_id, figure) do update set value = excluded.value, version = t.version + 1 where t.version = ${seen}`
