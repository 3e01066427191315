import { found } from '../../../kernel/refusal.ts'
import { addDays, fromWallTime, startOfDay, type LocalDay } from '../../../kernel/time.ts'
import type { Reading } from '../../../platform/deed.ts'
import { kindsForTrade, whyNotQualified } from '../../qualifications/domain/certificates.ts'
import { listCertificates } from '../../qualifications/public.ts'
import { expectedOn } from '../../rosters/public.ts'
import { plannedBetween } from '../data/hands.ts'
import { tradeOrder } from '../domain/when-done.ts'

export type Hand = { readonly id: string; readonly trades: readonly string[]; readonly from: Date; readonly until: Date; /** What the board has planned for him that day. */ readonly planned: readonly { readonly plate: string; readonly from: Date; readonly until: Date }[] }

const working: readonly string[] = ['TEC', 'MTL', 'BTL']

/** For appointments: who works in the shop on a day by the roster, from when until when, on what his certificates allow that day, and what he has in hand. */
export async function handsOn({ tx, by, now }: Pick<Reading, 'tx' | 'by' | 'now'>, day: LocalDay): Promise<Hand[]> {
  const people = (await expectedOn(tx, { id: by.storeId, timeZone: by.timeZone }, day, now)).filter(({ positions }) => positions.some((position) => working.includes(position)))
  const kept = await listCertificates(tx, by.storeId)
  const planned = Map.groupBy(await plannedBetween(tx, by.storeId, startOfDay(day, by.timeZone), startOfDay(addDays(day, 1), by.timeZone)), ({ technicianId }) => technicianId)
  const moment = (wall: string): Date => found(fromWallTime(`${day}T${wall}`, by.timeZone), 'time')
  return people.flatMap(({ id, name, hours }) => (hours === null ? [] : [{
    id, from: moment(hours.from), until: moment(hours.until), planned: planned.get(id) ?? [], trades: tradeOrder.filter((trade) => whyNotQualified(kindsForTrade(trade), { personId: id, name, day, kept }) === null),
  }]))
}
