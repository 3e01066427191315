import { refuseIf } from '../../../kernel/refusal.ts'
import { addDays, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { tolerance } from '../../appointments/domain/kept.ts'
import type { seeFigures as figuresRoute } from '../contract.ts'
import { countings, type Counted } from '../data/figures.ts'
import type { Scope } from '../data/scope.ts'
import { addUp, families, figureCodes, figureOf, valueOf, type Family, type Sums } from '../domain/figures.ts'
import { periodBefore, slotsOf, teams, whyNotPeriod, type Grouping, type Period } from '../domain/period.ts'

type Asking = Pick<Reading, 'tx' | 'by'>

export const scopeOf = ({ by: actor }: Asking, { from, to }: Period, by: Grouping | null, advisorId?: string): Scope => ({
  storeId: actor.storeId, timeZone: actor.timeZone, fromDay: from, toDay: to, from: startOfDay(from, actor.timeZone), until: startOfDay(addDays(to, 1), actor.timeZone), by, advisorId,
})

/** Every family's sums by group. */
async function countGroups(asking: Asking, period: Period, by: Grouping | null): Promise<Map<string, { name: string; sums: Sums }>> {
  const scope = scopeOf(asking, period, by)
  const groups = new Map<string, { name: string; sums: Sums }>()
  for (const family of families) {
    for (const { key, name, ...counted } of await countings[family](asking.tx, scope, tolerance)) {
      const known = groups.get(key)
      groups.set(key, { name: known?.name === undefined || known.name === '' ? name ?? '' : known.name, sums: addUp([known?.sums ?? {}, counted satisfies Omit<Counted, 'key' | 'name'>]) })
    }
  }
  return groups
}

export const countAll = async (asking: Asking, period: Period): Promise<Sums> => addUp([...(await countGroups(asking, period, null)).values()].map(({ sums }) => sums))

/** The order of the groups: time as it runs, teams as they are called, advisors by name; every day, month and team is there, with or without a record. */
function orderedKeys(groups: ReadonlyMap<string, { readonly name: string }>, period: Period, by: Grouping): string[] {
  if (by === 'day' || by === 'month') return slotsOf(period, by)
  if (by === 'team') return [...teams, ...(groups.has('') ? [''] : [])]
  return [...groups].toSorted(([, a], [, b]) => a.name.localeCompare(b.name, 'zh-CN')).map(([key]) => key)
}

export async function readFigures(reading: Reading, { by, ...period }: Period & { readonly by: Grouping }): Promise<AnswerOf<typeof figuresRoute>> {
  refuseIf(whyNotPeriod(period, by))
  const groups = await countGroups(reading, period, by)
  const before = await countAll(reading, periodBefore(period))
  const total = addUp([...groups.values()].map(({ sums }) => sums))
  const keys = orderedKeys(groups, period, by)
  return {
    ...period, by, before: periodBefore(period), groups: keys.map((key) => ({ key, name: groups.get(key)?.name ?? '' })),
    figures: figureCodes.map((code) => ({ code, total: counted(code, total), before: valueOf(code, before), values: keys.map((key) => valueOf(code, groups.get(key)?.sums ?? {})) })),
  }
}

/** The figure with the two sums it is made of: what a person checks it by. */
function counted(code: (typeof figureCodes)[number], sums: Sums): { value: number | null; numerator: number; denominator: number | null } {
  const { numerator, denominator } = figureOf(code)
  return { value: valueOf(code, sums), numerator: sums[numerator] ?? 0, denominator: denominator === undefined ? null : sums[denominator] ?? 0 }
}

export type { Family }
