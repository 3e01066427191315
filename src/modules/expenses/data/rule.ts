import type { Tx } from '../../../platform/database.ts'
import { whole, type ExpenseRule, type Kind } from '../domain/rule.ts'

export type RuleData = ExpenseRule & { edition: number; kinds: Kind[]; reason: string; at: Date; personName: string }

/** Newest first; the first one counts. */
export const rulesOf = async (tx: Tx, storeId: string, limit: number): Promise<RuleData[]> => (await tx.all<RuleData>`
  select edition, most_open, kinds, reason, at, person_name from expenses.rule where store_id = ${storeId} order by edition desc limit ${limit}`).map((rule) => ({ ...rule, kinds: rule.kinds.map(whole) }))

/** Answers 0 where somebody else changed it meanwhile. */
export const insertRule = (tx: Tx, storeId: string, r: Omit<RuleData, 'kinds'> & { kinds: readonly Kind[] }) => tx.run`
  insert into expenses.rule (store_id, edition, most_open, kinds, reason, at, person_name)
  values (${storeId}, ${r.edition}, ${r.mostOpen}, ${JSON.stringify(r.kinds)}::jsonb, ${r.reason}, ${r.at}, ${r.personName}) on conflict do nothing`
