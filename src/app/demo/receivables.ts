import { addDays, localDay } from '../../kernel/time.ts'
import type { Actor } from '../../kernel/actor.ts'
import { importReceivables } from '../../modules/settlement/public.ts'
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
