import type { AnswerOf } from '../../../platform/contract.ts'
import type { Reading } from '../../../platform/deed.ts'
import { ordersInStatus } from '../../repair-orders/public.ts'
import type { seeReceptionWall as receptionRoute, seeWorkshopWall as workshopRoute, WallCar } from '../contract.ts'
import { riskOf } from '../domain/plan.ts'
import { maskPlate, stateOf } from '../domain/wall.ts'
import { outlookOf, shopAt } from './read-board.ts'

const weight = ({ risk }: WallCar): number => (risk === 'late' ? 0 : risk === 'tight' ? 1 : 2)

/** Every car in the shop with its bay and people, those that will be late first. */
export async function seeWorkshopWall(reading: Reading): Promise<AnswerOf<typeof workshopRoute>> {
  const { tx, by, now } = reading
  const shop = await shopAt(reading, { from: now.getTime(), until: now.getTime() })
  const outlook = outlookOf(shop)
  const jobsOf = Map.groupBy(shop.jobs, ({ orderId }) => orderId)
  const cars = shop.inShop.map((order): WallCar => {
    const jobs = jobsOf.get(order.id) ?? []
    const open = jobs.filter(({ finishedAt }) => finishedAt === null)
    const shown = open.find(({ status }) => status === 'running') ?? open[0]
    return {
      orderId: order.id, plate: order.plate, modelName: order.modelName, bay: shown?.bay ?? '', people: [...new Set((open.length === 0 ? jobs : open).map(({ technicianName }) => technicianName))], promisedAt: order.promisedAt?.toISOString() ?? null,
      state: stateOf(order.status, jobs), risk: riskOf(outlook.get(order.id)?.until ?? now.getTime(), order.promisedAt?.getTime() ?? null),
    }
  })
  const ready = await ordersInStatus(tx, by.storeId, ['ready', 'settled'])
  const count = (state: WallCar['state']): number => cars.filter((car) => car.state === state).length
  return {
    counts: { inShop: cars.length, inWork: count('working'), waiting: count('waiting'), inInspection: count('inspection'), ready: ready.length, late: cars.filter(({ risk }) => risk === 'late').length },
    cars: cars.toSorted((a, b) => weight(a) - weight(b)),
  }
}

/** For the waiting customers: what is ready first, then the next promises. */
export async function seeReceptionWall({ tx, by }: Reading): Promise<AnswerOf<typeof receptionRoute>> {
  const orders = await ordersInStatus(tx, by.storeId, ['authorised', 'in_work', 'in_inspection', 'ready', 'settled'])
  const cars = orders.map(({ id, plate, modelName, advisorName, promisedAt, status }) => ({
    orderId: id, plate: maskPlate(plate), modelName, advisorName, promisedAt: promisedAt?.toISOString() ?? null,
    state: status === 'ready' || status === 'settled' ? 'ready' as const : status === 'in_inspection' ? 'inspection' as const : 'working' as const,
  }))
  return { cars: cars.toSorted((a, b) => Number(b.state === 'ready') - Number(a.state === 'ready')) }
}
