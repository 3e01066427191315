import { addDays, localDay } from '../../../kernel/time.ts'
import type { Database, Tx } from '../../../platform/database.ts'
import { findStore, storeIds } from '../../organisation/public.ts'
import { firstDay, insertDaySums, lockSummed, moveSummed, summedUntil } from '../data/day-sums.ts'
import { countRecords } from './read-figures.ts'

/** After so many days nothing of a day moves any more: the car is gone, the complaint answered, the job not worked on again. */
const settledAfterDays = 35
const daysAtOnce = 31

/** Sums up the days that have settled, a month at a time; figures over years are then read from a few thousand rows. Answers how many days. */
export async function sumUpDays(database: Database, now: Date): Promise<number> {
  let summed = 0
  for (const storeId of await storeIds(database.plain)) {
    const turn = (): Promise<number> => database.transaction([storeId], async (tx) => sumUpSome(tx, storeId, (await findStore(tx, storeId)).timeZone, now))
    for (let days = await turn(); days > 0; days = await turn()) summed += days
  }
  return summed
}

async function sumUpSome(tx: Tx, storeId: string, timeZone: string, now: Date): Promise<number> {
  const last = addDays(localDay(now, timeZone), -settledAfterDays)
  const until = await summedUntil(tx, storeId)
  if (until !== null && until >= last) return 0
  const first = until ?? await firstDay(tx, storeId, timeZone)
  if (first === null || first > last) return 0
  const from = addDays(await lockSummed(tx, storeId, first), 1)
  const to = addDays(from, daysAtOnce - 1) < last ? addDays(from, daysAtOnce - 1) : last
  if (from > to) return 0
  const groups = await countRecords({ tx, by: { storeId, timeZone }, now }, { from, to }, 'grain')
  await insertDaySums(tx, storeId, [...groups].map(([key, { name, sums }]) => {
    const [day = '', advisorId = '', work = '', teamId = ''] = key.split('|')
    return { day, advisorId, advisorName: name, work, teamId, ...sums }
  }))
  await moveSummed(tx, storeId, to)
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
}
