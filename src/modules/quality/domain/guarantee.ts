import { Refusal } from '../../../kernel/refusal.ts'
import { addDays, type LocalDay } from '../../../kernel/time.ts'
import type { RepairKind } from '../../catalogue/domain/kinds.ts'

/** How far and how long a kind of repair is answered for (机动车维修管理规定): whichever ends first. */
export type Period = { readonly kilometres: number; readonly days: number }
export type Term = Period & { readonly repairKind: RepairKind; readonly validFrom: LocalDay }
export type Terms = { readonly legal: readonly Term[]; readonly promised: readonly Term[] }

/** The last of several of one day counts: they stand in the order in which they were made. */
const inForce = (terms: readonly Term[], kind: RepairKind, day: LocalDay): Term | undefined =>
  terms.filter(({ repairKind, validFrom }) => repairKind === kind && validFrom <= day).reduce<Term | undefined>((last, term) => (last === undefined || term.validFrom >= last.validFrom ? term : last), undefined)

/** What holds for a repair that was delivered on a day: what the store promised then, and never less than the law. */
export function periodOn(kind: RepairKind, day: LocalDay, { legal, promised }: Terms): Period {
  const [law, own] = [inForce(legal, kind, day), inForce(promised, kind, day)]
  return { kilometres: Math.max(law?.kilometres ?? 0, own?.kilometres ?? 0), days: Math.max(law?.days ?? 0, own?.days ?? 0) }
}

/** A store may promise more than the law, never less; and never for what left the shop already. */
export function whyNotPromise(wish: Term, today: LocalDay, legal: readonly Term[]): Refusal | null {
  if (wish.validFrom < today) return new Refusal('quality.promise-in-past')
  const law = periodOn(wish.repairKind, wish.validFrom, { legal, promised: [] })
  return wish.kilometres < law.kilometres || wish.days < law.days ? new Refusal('quality.less-than-law', { kilometres: law.kilometres, days: law.days }) : null
}

/** When the car left with this item: the first time, and each time it was mended again. Kilometres null: nobody read the meter. */
export type Start = { readonly day: LocalDay; readonly km: number | null }

export type Guarantee = {
  readonly from: Start
  readonly until: LocalDay
  readonly untilKm: number | null
  /** Null where one of the two readings is missing: then the days alone count. */
  readonly kmLeft: number | null
  readonly within: boolean
}

/** What is left of an item's guarantee. Rework begins it anew: the last delivery counts. The last day and the last kilometre are still within. */
export function guaranteeOf(starts: readonly [Start, ...Start[]], periodFrom: (day: LocalDay) => Period, now: Start): Guarantee {
  const from = starts.reduce((last, start) => (start.day >= last.day ? start : last))
  const { kilometres, days } = periodFrom(from.day)
  const [until, untilKm] = [addDays(from.day, days), from.km === null ? null : from.km + kilometres]
  const kmLeft = untilKm === null || now.km === null ? null : untilKm - now.km
  return { from, until, untilKm, kmLeft, within: now.day <= until && (kmLeft === null || kmLeft >= 0) }
}
