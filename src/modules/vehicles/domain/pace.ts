import { pointsOf, type MileageFacts } from './why-not-mileage.ts'

export type Pace = { readonly km: number; readonly days: number }
const paceNeedsDays = 30
const [leastADay, mostADay] = [5, 300]

/**
 * How far the car goes, in whole kilometres and days, by its newest valid reading and the last one at least 30 days before it (practice.md, 6.1); at least 5 and at most 300 a day.
 * What an old meter showed at its change and the new one began with counts as driven. Null: too little is known.
 */
export function paceOf(facts: Pick<MileageFacts, 'readings' | 'meterChanges'>): Pace | null {
  const points = pointsOf(facts)
  const newest = points.at(-1)
  if (newest === undefined) return null
  const from = points.findLastIndex(({ at }) => newest.at - at >= paceNeedsDays * day)
  if (from === -1) return null
  const way = points.slice(from)
  const km = way.slice(1).reduce((driven, point, index) => driven + point.arriving - (way[index]?.leaving ?? 0), 0)
  const days = Math.floor((newest.at - (way[0]?.at ?? 0)) / day)
  if (km < leastADay * days) return { km: leastADay, days: 1 }
  return km > mostADay * days ? { km: mostADay, days: 1 } : { km, days }
}

/** Whole days until so many kilometres are driven. In whole numbers: a quotient with a point may come out a day short. */
export const daysFor = (km: number, pace: Pace): number => Math.floor((Math.max(0, km) * pace.days) / pace.km)

const day = 86_400_000
