import { addDays, fromWallTime, localDay, startOfDay } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database.ts'
import { insertEdition, issuerOf } from '../data/daily.ts'
import { addUp } from '../domain/figures.ts'
import { firstOfMonth, sameDayOfLastMonth, type Period } from '../domain/period.ts'
import { composeDaily } from './daily.ts'
import { countRecords } from './read-figures.ts'

/** For the demo store: the information clerk issued the report on most evenings. */
export async function fillDailyReports(tx: Tx, by: { readonly storeId: string; readonly timeZone: string }, { now, days, newId }: { now: Date; days: number; newId: () => string }): Promise<void> {
  const issuer = await issuerOf(tx, by.storeId)
  if (issuer === null) return
  const last = addDays(localDay(now, by.timeZone), -1)
  const first = addDays(last, 1 - days)
  const counted = [...await countRecords({ tx, by, now }, { from: firstOfMonth(sameDayOfLastMonth(first)), to: last }, 'day')]
  const sumsOf = ({ from, to }: Period) => addUp(counted.filter(([day]) => day >= from && day <= to).map(([, { sums }]) => sums))
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (Number(day.slice(8)) % 9 === 4) continue // forgotten now and then, as it happens
    const at = fromWallTime(`${day}T18:20`, by.timeZone) ?? now
    const snapshot = await composeDaily({ tx, by, now: at }, day, sumsOf)
    await insertEdition(tx, by.storeId, { id: newId(), day, edition: 1, dayBegins: startOfDay(day, by.timeZone), at, ...issuer, reason: '', snapshot })
  }
}
