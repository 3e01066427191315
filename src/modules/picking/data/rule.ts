import type { Tx } from '../../../platform/database.ts'
import type { ScanRule } from '../domain/scanning.ts'

export type RuleData = { edition: number; scanning: ScanRule; reason: string; at: Date; personName: string }

/** Newest first; the first one counts. */
export const rulesOf = (tx: Tx, storeId: string, limit: number) => tx.all<RuleData>`
  select edition, scanning, reason, at, person_name from picking.rule where store_id = ${storeId} order by edition desc limit ${limit}`

/** Answers 0 where somebody else changed it meanwhile. */
export const insertRule = (tx: Tx, storeId: string, r: RuleData) => tx.run`
  insert into picking.rule (store_id, edition, scanning, reason, at, person_name)
  values (${storeId}, ${r.edition}, ${r.scanning}, ${r.reason}, ${r.at}, ${r.personName}) on conflict do nothing`
