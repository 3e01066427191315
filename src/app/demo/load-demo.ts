import { uuidv7 } from '../../kernel/ids.ts'
import { addDays, localDay } from '../../kernel/time.ts'
import { demoLoginRows, foundStore, hashPassword } from '../../modules/organisation/public.ts'
import type { Database } from '../../platform/database.ts'
import { permissions } from '../modules.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { loadMasters } from './masters.ts'
import { peopleOfMainStore, peopleOfSmallStore, sharedPositions, type DemoPerson } from './people.ts'
import { stockStore } from './stock.ts'
import { teamOf } from './team.ts'
import { runVisits } from './visits.ts'

export const demoPassword = 'gangwei-demo'
const timeZone = 'Asia/Shanghai'

export type DemoWish = { readonly now: Date; readonly seed: number }

/** T0: a main store and a small second one that shares three people (product.md). Same seed, same store. */
export async function loadDemo(database: Database, { now, seed }: DemoWish): Promise<void> {
  const chance = chanceFrom(seed)
  const main = peopleOfMainStore(chance, now)
  const small = peopleOfSmallStore(chance, now)
  const shared = main.filter((person, index) => sharedPositions.includes(person.position) && main.findIndex((p) => p.position === person.position) === index)
  const passwordHash = await hashPassword(demoPassword)
  const found = (code: string, names: { nameZh: string; nameEn: string }, people: DemoPerson[], others: DemoPerson[]) =>
    foundIn(database, { code, ...names, people, others, passwordHash, now, chance })
  const mainId = await found('SH1', { nameZh: '沪北店', nameEn: 'Shanghai North' }, main, [])
  const smallId = await found('SH2', { nameZh: '浦东店', nameEn: 'Pudong' }, small, shared)
  const readerOf = (people: readonly DemoPerson[]) => people.find(({ position }) => position === 'SAD') ?? { id: '', name: '' }
  const masters = await loadMasters(database, {
    chance, now, timeZone,
    stores: [
      { storeId: mainId, vehicles: 300, phoneBlock: '000', reader: readerOf(main) }, { storeId: smallId, vehicles: 60, phoneBlock: '001', reader: readerOf(small) },
    ],
  })
  const stores = [{ storeId: mainId, storeCode: 'SH1', people: main, cars: 120 }, { storeId: smallId, storeCode: 'SH2', people: small, cars: 20 }]
  for (const { storeId, storeCode, people, cars } of stores) {
    const team = teamOf(people, { storeId, storeCode, timeZone })
    await stockStore(database, { by: team.first('PTS'), parts: masters.parts, chance, now })
    await runVisits(database, { team, masters, vehicles: masters.vehiclesOf.get(storeId) ?? [], count: cars, chance, now })
  }
}

type Founding = {
  code: string; nameZh: string; nameEn: string; people: DemoPerson[]; others: DemoPerson[]; passwordHash: string; now: Date; chance: Chance
}

async function foundIn(database: Database, { code, nameZh, nameEn, people, others, passwordHash, now, chance }: Founding): Promise<string> {
  const id = uuidv7(now, chance.bytes)
  await foundStore(database, {
    store: { id, code, nameZh, nameEn, timeZone, address: code === 'SH1' ? '上海市宝山区示例路 100 号' : '上海市浦东新区示例路 200 号', phone: '021-00000000', demo: true }, permissions, now, since: addDays(localDay(now, timeZone), -730),
    newcomers: people.map((person) => ({ ...person, passwordHash })),
    staff: [...people, ...others].map(({ id: personId, position }) => ({ personId, position })),
  })
  return id
}

/** One log-in per position and store, while the demo password still opens it. */
export const demoLogins = (database: Database) => demoLoginRows(database)
