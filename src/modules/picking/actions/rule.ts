import { refuseStale } from '../../../kernel/refusal.ts'
import type { AnswerOf, InputOf } from '../../../platform/contract.ts'
import type { Deed, Reading } from '../../../platform/deed.ts'
import { unscannedIssues } from '../../stock/public.ts'
import type * as routes from '../contract.ts'
import { insertRule, rulesOf } from '../data/rule.ts'
import { presetScanRule, type ScanRule } from '../domain/scanning.ts'

const shownEditions = 20

export async function scanRuleOf({ tx, by }: Pick<Reading, 'tx' | 'by'>): Promise<ScanRule> {
  return (await rulesOf(tx, by.storeId, 1))[0]?.scanning ?? presetScanRule
}

export async function seeRule({ tx, by }: Reading): Promise<AnswerOf<typeof routes.seeScanRule>> {
  const history = await rulesOf(tx, by.storeId, shownEditions)
  return { scanning: history[0]?.scanning ?? presetScanRule, version: history[0]?.edition ?? 0, history: history.map(({ at, ...edition }) => ({ ...edition, at: at.toISOString() })) }
}

/** The rule before stays readable with its reason. */
export async function keepRule(deed: Deed, { version, scanning, reason }: { version: number; scanning: ScanRule; reason: string }): Promise<{ version: number }> {
  const { tx, by, now } = deed
  const [before] = await rulesOf(tx, by.storeId, 1)
  refuseStale(before?.edition ?? 0, version)
  const kept = await insertRule(tx, by.storeId, { edition: version + 1, scanning, reason, at: now, personName: by.name })
  if (kept === 0) refuseStale(version + 1, version)
  deed.record({ subject: 'picking-rule', subjectId: by.storeId, before: { scanning: before?.scanning ?? presetScanRule }, after: { scanning }, reason })
  deed.announce({ event: 'picking.rule-kept', subjectId: by.storeId })
  return { version: version + 1 }
}

/** What left its shelf unscanned, for the supervisor to look at (WHK-3.1). */
export async function listUnscanned({ tx, by }: Reading, { query }: InputOf<typeof routes.listUnscanned>): Promise<AnswerOf<typeof routes.listUnscanned>> {
  const listed = await unscannedIssues(tx, by.storeId, { after: query.after ?? null, limit: query.limit + 1 })
  const rows = listed.slice(0, query.limit).map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
  return { rows, next: listed.length > query.limit ? rows.at(-1)?.id ?? null : null }
}
