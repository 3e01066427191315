import { uuidv7 } from '../../kernel/ids.ts'
import { addDays, localDay } from '../../kernel/time.ts'
import type { FilledCustomer } from '../../modules/customers/public.ts'
import { vinCheckDigit } from '../../modules/vehicles/domain/vin.ts'
import type { FilledReading, FilledVehicle } from '../../modules/vehicles/public.ts'
import type { Chance } from './chance.ts'
import { demoModels } from './masters-operations.ts'

const surnames = [...'陆顾沈许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎']
const given = ['晨', '佳怡', '建军', '敏', '芳', '子涵', '雨桐', '浩然', '思远', '晓峰', '静', '海燕', '志强', '文博', '若琳', '俊杰', '欣然', '国栋', '丽华', '天宇']
const companies = ['晨屿物流', '青禾建筑', '松果食品', '北岸商贸', '启澜科技', '丰隆园林', '海棠酒店管理', '一木装饰']
const colours = ['雪域白', '曜夜黑', '星河银', '石墨灰', '赤霞红', '深海蓝']
const vinLetters = [...'ABCDEFGHJKLMNPRSTUVWXYZ0123456789']

export type DemoVehicle = {
  readonly id: string; readonly plate: string; readonly vin: string; readonly modelId: string; readonly modelName: string
  readonly engineNumber: string; readonly ownerId: string; readonly ownerName: string; readonly ownerPhone: string; readonly lastKm: number
}

export type VehiclesWish = {
  readonly chance: Chance; readonly now: Date; readonly timeZone: string; readonly modelIds: readonly string[]; readonly count: number
  /** Tells the phones of one store from the other's: the three digits after 199. */
  readonly phoneBlock: string
  readonly reader: { readonly id: string; readonly name: string }
}

export type InventedVehicles = { customers: FilledCustomer[]; vehicles: FilledVehicle[]; readings: FilledReading[]; known: DemoVehicle[] }

/** Cars with owners, valid check digits and a mileage history that never falls. One owner in seven has two cars. */
export function inventVehicles(wish: VehiclesWish): InventedVehicles {
  const { chance, now, count } = wish
  const plates = new Set<string>()
  const customers: FilledCustomer[] = []
  const made: InventedVehicles = { customers, vehicles: [], readings: [], known: [] }
  for (let index = 0; index < count; index += 1) {
    const seenAt = new Date(now.getTime() - (count - index) * 5 * 3_600_000)
    const previous = customers.at(-1)
    const owner = previous !== undefined && chance.percent(14) ? previous : inventCustomer(wish, index, seenAt)
    if (owner !== previous) customers.push(owner)
    addCar(wish, { made, plates, owner, seenAt })
  }
  return made
}

function inventCustomer({ chance, phoneBlock }: VehiclesWish, index: number, createdAt: Date): FilledCustomer {
  const company = chance.percent(8)
  const person = chance.pick(surnames) + chance.pick(given)
  return {
    id: uuidv7(createdAt, chance.bytes), kind: company ? 'company' : 'person', name: company ? `${chance.pick(companies)}（${String(index + 1)}）` : person,
    phone: `199${phoneBlock}${String(10_000 + index * 7).slice(-5)}`, secondPhone: null, address: chance.percent(40) ? `示例市云桥区第${String(1 + chance.below(60))}路 ${String(1 + chance.below(300))} 号` : '',
    taxNumber: company ? `91000000DEMO${String(100_000 + index)}` : null, contactName: company ? person : '', note: '', createdAt,
  }
}

type Car = { made: InventedVehicles; plates: Set<string>; owner: FilledCustomer; seenAt: Date }

function addCar({ chance, now, timeZone, modelIds, reader }: VehiclesWish, { made, plates, owner, seenAt }: Car): void {
  const place = chance.below(demoModels.length)
  const model = demoModels[place] ?? demoModels[0]
  const days = 40 + chance.below(2_000)
  const sale = addDays(localDay(now, timeZone), -days)
  const id = uuidv7(seenAt, chance.bytes)
  const plate = newPlate(chance, plates, model.energy === 'electric')
  const vin = newVin(chance)
  const modelId = modelIds[place] ?? ''
  const modelName = `${model.makeZh} ${model.nameZh}`
  const colour = chance.pick(colours)
  const engineNumber = model.energy === 'electric' ? '' : `E${String(1_000_000 + chance.below(9_000_000))}`
  made.vehicles.push({
    id, plate, vin, modelId, modelName, colour, engineNumber,
    energy: model.energy, firstRegistered: addDays(sale, 7), saleDate: sale, warrantyUntil: addDays(sale, 1_095), warrantyKm: 100_000, ownerId: owner.id, note: '',
  })
  const perDay = 15 + chance.below(45)
  const visits = Math.min(8, Math.floor(days / 180))
  let lastKm = 0
  for (let visit = visits; visit >= 1; visit -= 1) {
    const at = new Date(now.getTime() - Math.floor((days * visit) / (visits + 1)) * 86_400_000)
    lastKm = Math.floor((days - (days * visit) / (visits + 1)) * perDay)
    made.readings.push({ id: uuidv7(at, chance.bytes), vehicleId: id, at, km: lastKm, source: visit === visits ? 'import' : 'reception', personId: reader.id, personName: reader.name, note: '' })
  }
  made.known.push({ id, plate, vin, engineNumber, modelId, modelName, ownerId: owner.id, ownerName: owner.name, ownerPhone: owner.phone, lastKm })
}

function newPlate(chance: Chance, taken: Set<string>, electric: boolean): string {
  for (;;) {
    const plate = `沪${chance.pick([...'ABCDEFGHJKLMN'])}${electric ? 'D' : ''}${String(10_000 + chance.below(90_000))}`
    if (taken.has(plate)) continue
    taken.add(plate)
    return plate
  }
}

/** L0Z is the code of no maker. */
function newVin(chance: Chance): string {
  const places = `L0Z${Array.from({ length: 14 }, () => chance.pick(vinLetters)).join('')}`
  return places.slice(0, 8) + vinCheckDigit(places) + places.slice(9)
}
