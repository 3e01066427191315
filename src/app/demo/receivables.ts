import { addDays, localDay } from '../../kernel/time.ts'
import type { Actor } from '../../kernel/actor.ts'
import { importReceivables, setCreditAccount } from '../../modules/settlement/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Chance } from './chance.ts'
import type { DemoVehicle } from './masters-vehicles.ts'
import { doesIn } from './perform-visit.ts'

export type ReceivablesWish = { readonly by: Actor; readonly cars: readonly DemoVehicle[]; readonly chance: Chance; readonly at: Date; readonly count: number }

/** What companies still owed on paper when the store began here. */
export async function oweFromBefore(database: Database, { by, cars, chance, at, count }: ReceivablesWish): Promise<void> {
  const today = localDay(at, by.timeZone)
  const debtors = [...new Map(cars.filter(({ ownerName }) => ownerName.length > 5).map((car) => [car.ownerName, car])).values()].slice(0, count)
  const rows = debtors.map(({ ownerName, ownerPhone }, index) => {
    const day = addDays(today, -20 - chance.below(120))
    return {
      line: index + 2, customerName: ownerName, phone: ownerPhone, amountFen: 10_000 * (3 + chance.below(120)), day, document: `AR-${day.slice(2, 4)}${day.slice(5, 7)}-${String(index + 1).padStart(3, '0')}`,
      dueOn: addDays(day, 30), note: index % 4 === 0 ? '月结单位' : null,
    }
  })
  if (rows.length > 0) await doesIn(database)(by, at, (deed) => importReceivables(deed, rows, deed.newId()))
}

/** Companies with a fleet may owe: how much, and for how long. */
export async function agreeOnCredit(database: Database, { by, cars, chance, at, count }: ReceivablesWish): Promise<void> {
  const companies = [...new Map(cars.filter(({ ownerName }) => ownerName.length > 5).map((car) => [car.ownerId, car])).keys()].slice(0, count)
  for (const customerId of companies) {
    const terms = { limitFen: 500_000 * (1 + chance.below(6)), days: [15, 30, 60][chance.below(3)] ?? 30 }
    await doesIn(database)(by, at, (deed) => setCreditAccount(deed, { customerId, ...terms, version: 0, reason: '年度维修协议' }))
  }
}
