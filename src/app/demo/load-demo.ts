import { uuidv7 } from '../../kernel/ids.ts'
import { addDays, localDay, wallTime } from '../../kernel/time.ts'
import { fillAppointments, fillDesk } from '../../modules/appointments/public.ts'
import { writeDutyHistory } from '../../modules/duties/public.ts'
import { demoLoginRows, foundStore, hashPassword, openingTimes } from '../../modules/organisation/public.ts'
import { fillDailyReports } from '../../modules/reports/public.ts'
import { fillAttendance } from '../../modules/attendance/public.ts'
import { fillGreetings } from '../../modules/repair-orders/public.ts'
import { fillRoster } from '../../modules/rosters/public.ts'
import { fillTeams } from '../../modules/teams/public.ts'
import { fillBays, fillKeys, fillSheets } from '../../modules/workshop/public.ts'
import { describeZones } from './bin-zones.ts'
import type { Database } from '../../platform/database.ts'
import type { KeptFiles } from '../../platform/kept-files.ts'
import { permissions } from '../modules.ts'
import { baysOfMainStore, baysOfSmallStore } from './bays.ts'
import { recallCars } from './campaigns.ts'
import { certify, mechanics } from './certificates.ts'
import { checkSheets } from './check-sheets.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { countShelves } from './count-shelves.ts'
import { parkCourtesyCars } from './courtesy-cars.ts'
import { holdMeetings } from './hold-meetings.ts'
import { loadStore } from './load-store.ts'
import { loadMasters, type Masters } from './masters.ts'
import { peopleOfMainStore, peopleOfSmallStore, sharedPositions, type DemoPerson } from './people.ts'
import { planStore } from './plan-store.ts'
import { agreeOnCredit, oweFromBefore } from './receivables.ts'
import { orderParts } from './parts-orders.ts'
import { fillPartsDesk } from './parts-desk.ts'
import { bringPriceLists } from './price-lists.ts'
import { shopHours } from './shop-hours.ts'
import { sloppyAmong } from './sloppy.ts'
import { stockStore, type DemoStock } from './stock.ts'
import { keepAccount } from './supplier-account.ts'
import { teamOf, type Team } from './team.ts'

export const demoPassword = 'gangwei-demo'
const timeZone = 'Asia/Shanghai'

export type Tier = 'T0' | 'T1'

type Size = {
  readonly days: number; readonly parts: number; readonly operationsPerModel: boolean; readonly stocked: number; readonly active: number; readonly binsPerAisle: number
  readonly main: StoreSize; readonly small: StoreSize
}
type StoreSize = { readonly vehicles: number; readonly visits: number; readonly today: number; /** Share of the stock and of what is sold. */ readonly share: number }

/** T0: two weeks, loaded at the first start. T1: a year of a typical store (scale.md). */
const sizes: Readonly<Record<Tier, Size>> = {
  T0: {
    days: 13, parts: 0, operationsPerModel: false, stocked: 1_000, active: 1_000, binsPerAisle: 20,
    main: { vehicles: 300, visits: 180, today: 60, share: 1 }, small: { vehicles: 80, visits: 45, today: 15, share: 1 },
  },
  T1: {
    days: 365, parts: 80_000, operationsPerModel: true, stocked: 5_000, active: 7_000, binsPerAisle: 320,
    main: { vehicles: 19_000, visits: 15_000, today: 60, share: 1 }, small: { vehicles: 3_000, visits: 2_425, today: 15, share: 0.3 },
  },
}

export const isTier = (name: string): name is Tier => name in sizes

export type DemoWish = {
  readonly now: Date; readonly seed: number; readonly tier?: Tier; /** Where the photos of minutes are kept: where the product looks for them. */ readonly files: KeptFiles
  /** Until when duties have a written history; what is due later is left to the engine. Without it until now. */
  readonly dutiesUntil?: Date
  /** Told how much is there, in steps of five percent. */
  readonly onProgress?: (percent: number) => void
  /** Lets the database look at its tables anew; after much was written its plans are wrong until then. */
  readonly analyse?: () => Promise<void>
}

/** A main store and a small second one that shares three people (product.md). Same seed, same store. */
export async function loadDemo(database: Database, { now, seed, tier = 'T0', files, dutiesUntil = now, onProgress = () => {}, analyse = async () => {} }: DemoWish): Promise<void> {
  const size = sizes[tier]
  const chance = chanceFrom(seed)
  const main = peopleOfMainStore(chance, now)
  const small = peopleOfSmallStore(chance, now)
  const shared = main.filter((person, index) => sharedPositions.includes(person.position) && main.findIndex((p) => p.position === person.position) === index)
  const sloppy = new Set([main, small].flatMap((people) => sloppyAmong(people, seed)).map(({ id }) => id))
  const passwordHash = await hashPassword(demoPassword)
  const found = (code: string, names: { nameZh: string; nameEn: string }, people: DemoPerson[], others: DemoPerson[]) =>
    foundIn(database, { code, ...names, people, others, passwordHash, now, chance })
  const mainId = await found('SH1', { nameZh: '沪北店', nameEn: 'Shanghai North' }, main, [])
  const smallId = await found('SH2', { nameZh: '浦东店', nameEn: 'Pudong' }, small, shared)
  const stores = [{ storeId: mainId, storeCode: 'SH1', people: main, phoneBlock: '000', bays: baysOfMainStore, ...size.main }, { storeId: smallId, storeCode: 'SH2', people: small, phoneBlock: '001', bays: baysOfSmallStore, ...size.small }]
  const dutiesLeft = Math.round((now.getTime() - dutiesUntil.getTime()) / 86_400_000)
  const begin = new Date(now.getTime() - (size.days + 1) * 86_400_000)
  const told = fivePercents(onProgress)
  const masters = await loadMasters(database, {
    chance, now, timeZone, parts: size.parts, operationsPerModel: size.operationsPerModel, knownUntil: begin,
    stores: stores.map(({ storeId, vehicles, phoneBlock, people }) => ({ storeId, vehicles, phoneBlock, reader: people.find(({ position }) => position === 'SAD') ?? { id: '', name: '' } })),
  })
  await analyse()
  told(0.15)
  let before = 0.15
  for (const { storeId, storeCode, people, bays, share, visits, today } of stores) {
    await database.transaction([storeId], (tx) => fillBays(tx, storeId, bays.map((bay, place) => ({ id: uuidv7(begin, chance.bytes), place, ...bay }))))
    const team = teamOf([...people, ...shared.filter((person) => !people.includes(person))], { storeId, storeCode, timeZone })
    const stock = await stockStore(database, { by: team.first('PTS'), parts: masters.parts.slice(0, Math.round(size.stocked * share)), chance, now: begin, binsPerAisle: size.binsPerAisle })
    const cars = masters.vehiclesOf.get(storeId) ?? []
    await oweFromBefore(database, { by: team.first('CSH'), cars, chance, at: begin, count: 14 })
    await agreeOnCredit(database, { by: team.first('FIN'), cars, chance: chanceFrom(seed), at: begin, count: 6 })
    const shop = shopHours(await database.reading([storeId], (tx) => openingTimes({ tx, by: { storeId } }, addDays(localDay(now, timeZone), -31), localDay(now, timeZone))), now, timeZone)
    const plan = planStore({ team, bays, masters, stock, cars, chance, now, days: size.days, visits, today, shop, active: Math.round(size.active * share) })
    const part = (0.85 * visits) / (size.main.visits + size.small.visits)
    const from = before
    await loadStore(database, { storeId, plan, masters, stock, chance, now, timeZone, analyse, onProgress: (done) => told(from + part * done) })
    before += part
    await database.transaction([storeId], async (tx) => {
      await fillAppointments(tx, storeId, { now, days: Math.min(size.days, 20), storeCode, timeZone, opens: wallTime(shop.from, timeZone).slice(11) })
      await fillDesk(tx, storeId, { now, days: size.days, storeCode, timeZone })
      await fillKeys(tx, storeId)
      await describeZones(tx, storeId)
      await fillGreetings(tx, storeId)
      const ids = chanceFrom(seed)
      await fillSheets(tx, storeId, checkSheets.map((sheet) => ({ ...sheet, id: uuidv7(now, ids.bytes) })))
    })
    await certify(database, { team, storeId, storeCode, timeZone, chance: chanceFrom(seed), now })
    await parkCourtesyCars(database, { storeId, storeCode, chance: chanceFrom(seed), now, timeZone })
    await fillShelvesAndDesk(database, { team, stock, parts: masters.parts, now, isMain: storeId === mainId })
    await recallCars(database, { storeId, masters, team, chance: chanceFrom(seed), now })
    await database.transaction([storeId], (tx) => fillDailyReports(tx, { storeId, timeZone }, { now, days: size.days, newId: () => uuidv7(now, chance.bytes) }))
    await database.transaction([storeId], (tx) => fillRoster(tx, { id: storeId, timeZone }, { now, days: size.days, people, newId: () => uuidv7(now, chance.bytes) }))
    const places = chanceFrom(seed)
    let place = 0 // a millisecond each: teams are listed in the order in which they were made
    await database.transaction([storeId], (tx) => fillTeams(tx, { id: storeId, timeZone }, { now, days: size.days, people, mechanics, newId: () => uuidv7(new Date(begin.getTime() + place++), places.bytes) }))
    const spare = chanceFrom(seed)
    await database.transaction([storeId], (tx) => fillAttendance(tx, { id: storeId, timeZone }, { now, days: size.days, newId: () => uuidv7(now, spare.bytes) }))
    await database.transaction([storeId], (tx) => writeDutyHistory(tx, { id: storeId, timeZone }, { now: dutiesUntil, days: size.days - dutiesLeft, newId: () => uuidv7(now, chance.bytes), sloppy, percent: chanceFrom(seed).percent }))
    if (storeId === mainId) await holdMeetings(database, { team, files, now })
  }
}

type DeskWish = { readonly team: Team; readonly stock: DemoStock; readonly parts: Masters['parts']; readonly now: Date; readonly isMain: boolean }

/** What the parts department has under way; the small store has no planner. */
async function fillShelvesAndDesk(database: Database, { team, stock, parts, now, isMain }: DeskWish): Promise<void> {
  const [supervisor, keeper] = [team.first('PTS'), team.first('WHK')]
  if (isMain) await countShelves(database, { team, now })
  if (isMain) await bringPriceLists(database, { by: team.first('PPL'), parts, now })
  await orderParts(database, { by: supervisor, keeper, parts, stock, now })
  if (!isMain) return
  await fillPartsDesk(database, { supervisor, planner: team.first('PPL'), keeper, parts, now })
  await keepAccount(database, { supervisor, keeper, finance: team.first('FIN'), cashier: team.first('CSH'), parts, stock, now })
}

function fivePercents(onProgress: (percent: number) => void): (share: number) => void {
  let last = -1
  return (share) => {
    const percent = Math.min(100, Math.floor(share * 20 + 0.001) * 5)
    if (percent > last) onProgress(percent)
    last = Math.max(last, percent)
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
