import { addDays, fromWallTime, localDay } from '../../kernel/time.ts'
import { hoursOf } from '../../modules/organisation/domain/opening.ts'
import type { OpeningTimes } from '../../modules/organisation/public.ts'

/** From when to when cars come and are worked on. */
export type ShopHours = { readonly from: Date; readonly until: Date }

const enough = 2 * 3_600_000

/** The hours of today's cars, none of them to come: today's so far; where the store is closed today, or has opened only now, those of its last open day. */
export function shopHours(opening: OpeningTimes, now: Date, timeZone: string): ShopHours {
  const today = localDay(now, timeZone)
  for (let back = 0; back <= 31; back += 1) {
    const day = addDays(today, -back)
    const hours = hoursOf(opening, day)
    const [from, until] = hours === null ? [null, null] : [fromWallTime(`${day}T${hours.opens}`, timeZone), fromWallTime(`${day}T${hours.closes}`, timeZone)]
    if (from !== null && until !== null && from.getTime() + enough <= now.getTime()) return { from, until: until < now ? until : now }
  }
  throw new RangeError('a demo store that was not open for a month')
}
