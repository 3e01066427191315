import { refuseIf, refuseStale } from '../../../kernel/refusal.ts'
import type { Deed } from '../../../platform/deed.ts'
import { lockTarget, putTarget } from '../data/targets.ts'
import { whyNotTarget, type FigureCode } from '../domain/figures.ts'

/** A store wants another value than the manual names; null takes the manual's again. */
export async function setTarget(deed: Deed, { figure, value, version }: { figure: FigureCode; value: number | null; version: number }): Promise<{ version: number }> {
  const { tx, by } = deed
  refuseIf(whyNotTarget(figure))
  const before = await lockTarget(tx, by.storeId, figure)
  refuseStale(before?.version ?? 0, version)
  refuseStale(await putTarget(tx, by.storeId, figure, value, version) === 1 ? version : version + 1, version)
  const id = deed.newId()
  deed.record({ subject: 'figure-target', subjectId: id, before: { figure, value: before?.value ?? null }, after: { figure, value } })
  deed.announce({ event: 'report.target-set', subjectId: id, facts: { figure } })
  return { version: version + 1 }
}
