import { uuidv7 } from '../../kernel/ids.ts'
import { addDays, localDay } from '../../kernel/time.ts'
import { fillCourtesyCar } from '../../modules/courtesy-cars/public.ts'
import type { Database } from '../../platform/database.ts'
import type { Chance } from './chance.ts'

/** The cars that the house lends; one of them stands in the workshop itself. */
export async function parkCourtesyCars(database: Database, { storeId, storeCode, chance, now, timeZone }: { storeId: string; storeCode: string; chance: Chance; now: Date; timeZone: string }): Promise<void> {
  const insuredUntil = addDays(localDay(now, timeZone), 200)
  const cars = [
    { plate: '沪AD70001', modelName: '云岭 X3', km: 18_420, fuelEighths: 6, outOfService: '' }, { plate: '沪AD70002', modelName: '云岭 X3', km: 22_075, fuelEighths: 7, outOfService: '' }, { plate: '沪AD70003', modelName: '云岭 X5', km: 9_310, fuelEighths: 5, outOfService: '更换轮胎' },
  ]
  await database.transaction([storeId], async (tx) => {
    for (const [index, car] of cars.entries()) await fillCourtesyCar(tx, storeId, { ...car, plate: storeCode === 'SH1' ? car.plate : `沪AD7001${String(index)}`, id: uuidv7(now, chance.bytes), insuredUntil })
  })
}
