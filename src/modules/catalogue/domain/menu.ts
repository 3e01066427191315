import { Refusal } from '../../../kernel/refusal.ts'
import type { LocalDay } from '../../../kernel/time.ts'

export type PackageLine = { readonly operationId: string | null; readonly partId: string | null; readonly quantityThousandths: number }
type Named = { readonly id: string; readonly nameZh: string; readonly active: boolean }

/** Null means the package may be offered so: work in it, nothing twice, and nothing that is no longer in use. */
export function whyNotPackage(lines: readonly PackageLine[], known: readonly Named[]): Refusal | null {
  if (!lines.some(({ operationId }) => operationId !== null)) return new Refusal('catalogue.package-without-labour')
  const ids = lines.map(({ operationId, partId }) => operationId ?? partId ?? '')
  if (new Set(ids).size < ids.length) return new Refusal('catalogue.package-line-twice')
  const gone = ids.map((id) => known.find((one) => one.id === id)).find((one) => one?.active !== true)
  return ids.length === known.filter(({ active }) => active).length ? null : new Refusal('catalogue.package-inactive-line', { name: gone?.nameZh ?? '' })
}

export type MenuStep = { readonly km: number; readonly months: number; readonly packageId: string }
type Offered = { readonly id: string; readonly active: boolean; readonly modelId: string | null }

/** Null means the plan may stand: each mileage once, later steps after more months, each with a package that this model can have. */
export function whyNotMenu(steps: readonly MenuStep[], modelId: string, packages: readonly Offered[]): Refusal | null {
  const ordered = steps.toSorted((a, b) => a.km - b.km)
  if (new Set(ordered.map(({ km }) => km)).size < ordered.length) return new Refusal('catalogue.menu-km-twice')
  const backwards = ordered.find(({ months }, index) => months < (ordered[index - 1]?.months ?? 0))
  if (backwards !== undefined) return new Refusal('catalogue.menu-months-backwards', { km: backwards.km })
  const fits = (id: string) => packages.some((one) => one.id === id && one.active && (one.modelId === null || one.modelId === modelId))
  const wrong = ordered.find(({ packageId }) => !fits(packageId))
  return wrong === undefined ? null : new Refusal('catalogue.menu-package', { km: wrong.km })
}

/** So many kilometres early a maintenance counts as the one of its step. */
export const earlyKm = 1_500

export type CarFacts = { readonly km: number; readonly today: LocalDay; /** The last maintenance that is known. */ readonly last: { readonly km: number; readonly day: LocalDay } | null }
export type StepForCar = MenuStep & { /** Reached by mileage or by time; else it is the next one. */ readonly due: boolean }

const monthsOf = (day: LocalDay): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
const wholeMonths = (from: LocalDay, until: LocalDay): number => monthsOf(until) - monthsOf(from) - (until.slice(8) < from.slice(8) ? 1 : 0)

/** What the plan says of the time after a maintenance, or after the last one that is known: its next step, in how many kilometres and months from then; null where the plan has no more. */
export function stepAhead(steps: readonly MenuStep[], doneKm: number): { readonly km: number; readonly months: number } | null {
  const ordered = steps.toSorted((a, b) => a.km - b.km)
  const next = ordered.findIndex(({ km }) => km - earlyKm > doneKm)
  const step = ordered[next]
  return step === undefined ? null : { km: step.km, months: step.months - (ordered[next - 1]?.months ?? 0) }
}

/** The step for this car: the last one that it reached since its last maintenance, else the next one; null where the plan has no more. */
export function stepFor(steps: readonly MenuStep[], { km, today, last }: CarFacts): StepForCar | null {
  const ordered = steps.toSorted((a, b) => a.km - b.km)
  const open = ordered.filter((step) => last === null || step.km - earlyKm > last.km)
  const reached = open.findLast((step) => step.km - earlyKm <= km)
  if (reached !== undefined) return { ...reached, due: true }
  const [next] = open
  if (next === undefined) return null
  const before = ordered[ordered.indexOf(next) - 1]
  const interval = next.months - (before?.months ?? 0)
  return { ...next, due: last !== null && wholeMonths(last.day, today) >= interval }
}
