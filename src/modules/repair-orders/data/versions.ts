import type { Tx } from '../../../platform/database.ts'
import type { ShownLine, VersionWay } from '../domain/versions.ts'

export type VersionData = { id: string; orderId: string; number: number; at: Date; personId: string; personName: string; way: VersionWay; totalFen: number; lines: readonly ShownLine[] }

export const insertVersion = (tx: Tx, storeId: string, v: VersionData) => tx.run`
  insert into repair_orders.estimate_version (store_id, id, order_id, number, at, person_id, person_name, way, total_fen, lines)
  values (${storeId}, ${v.id}, ${v.orderId}, ${v.number}, ${v.at}, ${v.personId}, ${v.personName}, ${v.way}, ${v.totalFen}, ${JSON.stringify(v.lines)}::jsonb)`

/** The newest first; nobody shows an estimate more often than that. */
export const versionsOf = (tx: Tx, storeId: string, orderId: string, limit = 50) => tx.all<VersionData>`
  select id, order_id, number, at, person_id, person_name, way, total_fen, lines from repair_orders.estimate_version
  where store_id = ${storeId} and order_id = ${orderId} order by number desc limit ${limit}`
