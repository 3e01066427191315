import { Refusal } from '../../../kernel/refusal.ts'

export const readingSources = ['reception', 'import', 'workshop', 'meter-change'] as const
export type ReadingSource = (typeof readingSources)[number]

/** Moments in milliseconds, distances in whole kilometres. */
export type Reading = { readonly at: number; readonly km: number; readonly source: ReadingSource; readonly voided: boolean }

/** The moment at which the meter went from `oldKm` to `newKm`. */
export type MeterChange = { readonly at: number; readonly oldKm: number; readonly newKm: number }

export type MileageFacts = { readonly readings: readonly Reading[]; readonly meterChanges: readonly MeterChange[]; readonly at: number; readonly km: number }

/** What the meter shows when one arrives at a point of its history, and when one leaves it; they differ only where the meter was changed. */
type Point = { readonly at: number; readonly arriving: number; readonly leaving: number }

export function pointsOf({ readings, meterChanges }: Pick<MileageFacts, 'readings' | 'meterChanges'>): Point[] {
  const read = readings.filter(({ voided, source }) => !voided && source !== 'meter-change').map(({ at, km }) => ({ at, arriving: km, leaving: km }))
  return [...read, ...meterChanges.map(({ at, oldKm, newKm }) => ({ at, arriving: oldKm, leaving: newKm }))].toSorted((a, b) => a.at - b.at)
}

/**
 * Null means the reading may stand (rules.md, Car, customer, people): at least the last valid one before its moment, counted from the
 * new meter after a change, and so at most the first valid one after it. Voided readings count for nothing.
 */
export function whyNotMileage(facts: MileageFacts): Refusal | null {
  const points = pointsOf(facts)
  const before = points.findLast(({ at }) => at <= facts.at)
  if (before !== undefined && facts.km < before.leaving) return new Refusal('vehicles.mileage-too-low', { last: before.leaving, km: facts.km })
  const after = points.find(({ at }) => at > facts.at)
  if (after !== undefined && facts.km > after.arriving) return new Refusal('vehicles.mileage-above-later', { later: after.arriving, km: facts.km })
  return null
}

const day = 86_400_000
export const plausibleKmPerDay = 1_000

/** More than 1,000 km a day since the last reading: a typing error, or a lorry. Shown, never refused. */
export function mileageWarning(facts: MileageFacts): Refusal | null {
  const before = pointsOf(facts).findLast(({ at }) => at <= facts.at)
  if (before === undefined) return null
  const days = Math.max(1, (facts.at - before.at) / day) // two readings of one day are a day's drive apart at most
  const driven = facts.km - before.leaving
  return driven > plausibleKmPerDay * days ? new Refusal('vehicles.mileage-jump', { driven, days: Math.ceil(days) }) : null
}
