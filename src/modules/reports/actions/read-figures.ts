import type { Actor } from '../../../kernel/actor.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { addDays, startOfDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Reading } from '../../../platform/deed.ts'
import { tolerance } from '../../appointments/domain/kept.ts'
import { teamNames } from '../../teams/public.ts'
import { bayHours } from '../../workshop/public.ts'
import type { seeFigures as figuresRoute } from '../contract.ts'
import { readDaySums, summedUntil } from '../data/day-sums.ts'
import { countings, type Counted } from '../data/figures.ts'
import type { Scope } from '../data/scope.ts'
import { targetsOf } from '../data/targets.ts'
import { addUp, families, figureCodes, figureOf, targetOf, valueOf, type Sums } from '../domain/figures.ts'
import { periodBefore, slotsOf, whyNotPeriod, works, type Grouping, type Period } from '../domain/period.ts'

type Asking = { readonly tx: Tx; readonly by: Pick<Actor, 'storeId' | 'timeZone'>; readonly now: Date }

export const scopeOf = ({ by: actor }: Asking, { from, to }: Period, by: Scope['by'], only: Pick<Scope, 'advisorId' | 'team' | 'work' | 'payer' | 'way'> = {}): Scope => ({
  storeId: actor.storeId, timeZone: actor.timeZone, fromDay: from, toDay: to, from: startOfDay(from, actor.timeZone), until: startOfDay(addDays(to, 1), actor.timeZone), by, ...only,
})

export type Groups = Map<string, { readonly name: string; readonly sums: Sums }>

function add(groups: Groups, key: string, { key: _, name, ...sums }: Counted): void {
  const known = groups.get(key)
  groups.set(key, { name: known === undefined || known.name === '' ? name ?? '' : known.name, sums: addUp([known?.sums ?? {}, sums]) })
}

/** What belongs to a day and to nobody: of the groups of people it stands in the one without a name. */
const keyOfDay = (by: Scope['by'], day: string): string => ({ day, month: day.slice(0, 7), grain: `${day}|||`, advisor: '', team: '', work: '', all: '' })[by ?? 'all']

/** Every family's sums by group, from the records themselves. */
export async function countRecords(asking: Asking, period: Period, by: Scope['by'], groups: Groups = new Map()): Promise<Groups> {
  const scope = scopeOf(asking, period, by)
  for (const family of families) {
    for (const row of await countings[family](asking.tx, scope, tolerance)) add(groups, by === 'month' ? row.key.slice(0, 7) : row.key, row)
  }
  for (const { day, milliseconds } of await bayHours(asking, period)) add(groups, keyOfDay(by, day), { key: '', name: '', bayOpenMilliseconds: milliseconds })
  return groups
}

/** Days that were summed up are read from their sums, the others are counted. */
async function countGroups(asking: Asking, period: Period, by: Grouping | null): Promise<Groups> {
  const { tx, by: { storeId } } = asking
  const groups: Groups = new Map()
  const until = await summedUntil(tx, storeId) ?? ''
  if (period.from <= until) for (const row of await readDaySums(tx, storeId, period.from, period.to < until ? period.to : until, by)) add(groups, row.key, row)
  if (period.to <= until) return groups
  return countRecords(asking, { from: period.from <= until ? addDays(until, 1) : period.from, to: period.to }, by, groups)
}

export const countAll = async (asking: Asking, period: Period): Promise<Sums> => addUp([...(await countGroups(asking, period, null)).values()].map(({ sums }) => sums))

type TeamNames = Awaited<ReturnType<typeof teamNames>>
const noTeams: TeamNames = new Map<string, { nameZh: string; nameEn: string }>()

/** The order of the groups: time as it runs, teams as they were made, advisors by name; every day, month and kind of work is there, with or without a record. What is nobody's comes last. */
function orderedKeys(groups: ReadonlyMap<string, { readonly name: string }>, period: Period, by: Grouping, teams: TeamNames): string[] {
  if (by === 'day' || by === 'month') return slotsOf(period, by)
  const nobodys = groups.has('') ? [''] : []
  if (by === 'work') return [...works, ...nobodys]
  if (by === 'team') return [...[...teams.keys()].filter((id) => groups.has(id)), ...nobodys]
  return [...groups].toSorted(([, a], [, b]) => a.name.localeCompare(b.name, 'zh-CN')).map(([key]) => key)
}

export async function readFigures(reading: Reading, { by, ...period }: Period & { readonly by: Grouping }): Promise<AnswerOf<typeof figuresRoute>> {
  refuseIf(whyNotPeriod(period, by))
  const groups = await countGroups(reading, period, by)
  const before = await countAll(reading, periodBefore(period))
  const total = addUp([...groups.values()].map(({ sums }) => sums))
  const teams: TeamNames = by === 'team' ? await teamNames(reading.tx, reading.by.storeId) : noTeams
  const keys = orderedKeys(groups, period, by, teams)
  const own = new Map((await targetsOf(reading.tx, reading.by.storeId)).map((target) => [target.figure, target]))
  return {
    ...period, by, before: periodBefore(period), groups: keys.map((key) => ({ key, name: teams.get(key)?.nameZh ?? groups.get(key)?.name ?? '', nameEn: teams.get(key)?.nameEn ?? null })),
    figures: figureCodes.map((code) => ({
      code, total: counted(code, total), before: valueOf(code, before), values: keys.map((key) => valueOf(code, groups.get(key)?.sums ?? {})), target: targetOf(code, own.get(code)?.value), targetVersion: own.get(code)?.version ?? 0,
    })),
  }
}

/** The figure with the two sums it is made of: what a person checks it by. */
function counted(code: (typeof figureCodes)[number], sums: Sums): { value: number | null; numerator: number; denominator: number | null } {
  const { numerator, denominator } = figureOf(code)
  return { value: valueOf(code, sums), numerator: sums[numerator] ?? 0, denominator: denominator === undefined ? null : sums[denominator] ?? 0 }
}
