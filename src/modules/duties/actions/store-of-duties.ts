import type { Actor } from '../../../kernel/actor.ts'
import { addDays, localDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { openingTimes } from '../../organisation/public.ts'
import type { StoreCalendar } from '../domain/occurrences.ts'

export type StoreOfDuties = { readonly id: string; readonly timeZone: string }

/** The store's hours around a moment: a year back for what began long ago, and ahead for deadlines that move. */
export async function calendarAround(tx: Tx, store: StoreOfDuties, now: Date, ahead: number): Promise<StoreCalendar> {
  const today = localDay(now, store.timeZone)
  const by: Pick<Actor, 'storeId'> = { storeId: store.id }
  return { timeZone: store.timeZone, opening: await openingTimes({ tx, by }, addDays(today, -400), addDays(today, ahead + 100)) }
}
