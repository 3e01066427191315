import type { Database } from '../platform/database.ts'
import { storeIds } from '../modules/organisation/public.ts'
import { invariants } from './modules.ts'

export type Finding = { readonly name: string; readonly rows: number; readonly first: unknown }

/** Runs every invariant over all stores; each must give no row. */
export async function verify(database: Database): Promise<Finding[]> {
  const stores = await storeIds(database.plain)
  const findings: Finding[] = []
  for (const [name, query] of Object.entries(invariants)) {
    const rows = await database.reading(stores, (tx) => tx.all<unknown>(Object.assign([query], { raw: [query] })))
    findings.push({ name, rows: rows.length, first: rows[0] ?? null })
  }
  return findings
}
