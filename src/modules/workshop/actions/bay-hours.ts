import type { Actor } from '../../../kernel/actor.ts'
import { addDays, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { openingTimes } from '../../organisation/public.ts'
import { listBays, outOfService } from '../data/bays.ts'
import { usableBayTime } from '../domain/bay-time.ts'
import { openingSpan } from './store-calendar.ts'

type Asking = { readonly tx: Tx; readonly by: Pick<Actor, 'storeId' | 'timeZone'>; readonly now: Date }

/**
 * How long the bays could be used on each day, in milliseconds, up to now: the opening hours of every active bay but the wash (工位利用率, §5.3).
 * Bays are those of today; a bay that was taken away does not count backwards.
 */
export async function bayHours({ tx, by, now }: Asking, { from, to }: { readonly from: string; readonly to: string }): Promise<{ day: string; milliseconds: number }[]> {
  const { storeId, timeZone } = by
  const today = localDay(now, timeZone)
  const last = to < today ? to : today
  const bays = (await listBays(tx, storeId)).filter(({ active, kind }) => active && kind !== 'wash')
  if (bays.length === 0 || from > last) return []
  const times = await openingTimes({ tx, by }, from, last)
  const out = (await outOfService(tx, storeId, startOfDay(from, timeZone))).map(({ bayId, fromAt, untilAt }) => ({ bayId, from: fromAt.getTime(), until: untilAt.getTime() }))
  const hours: { day: string; milliseconds: number }[] = []
  for (let day = from; day <= last; day = addDays(day, 1)) {
    const span = openingSpan(times, day, timeZone)
    if (span !== null) hours.push({ day, milliseconds: usableBayTime({ ...span, until: Math.min(span.until, now.getTime()) }, bays, out) })
  }
  return hours
}
