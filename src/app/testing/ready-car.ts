import { sheetOf, signature } from './furnished.ts'
import type { FurnishedServer } from './furnished-server.ts'
import { done } from './said.ts'
import type { Answer, Caller } from './test-server.ts'

export type ReadyCar = { readonly id: string; readonly version: number }
export type WishedLine = { readonly kind: 'labour' | 'part'; /** Which of the masters. */ readonly index: number; readonly payer?: string; /** One piece, where nothing is said. */ readonly thousandths?: number }

const points = { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' }

let plates = 0

/** The reception sheet of a car that is there; `version` as the order was last seen. */
export const receive = (advisor: Caller, id: string, version: unknown): Promise<Answer> => advisor.post(`/repair-orders/${id}/reception`, {
  version, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '',
  mileageKm: 10_000, fuelEighths: 4, sheet: sheetOf(id), signature,
})

/** A car that just came and was taken over, by SAD. */
export async function receivedCar(advisor: Caller): Promise<ReadyCar> {
  plates += 1
  const id = String(done(await advisor.post('/repair-orders', { plate: `沪A8${String(1_000 + plates)}`, purpose: 'repair' }))['id'])
  return { id, version: Number(done(await receive(advisor, id, 1))['version']) }
}

/** What a car gets before the customer signs. */
export type Estimated = { readonly id: string; readonly lineIds: readonly string[]; readonly version: unknown }

/**
 * A car whose lines are done, its parts handed out, inspected and ready to be settled; by SAD, WSS, TEC, QCI, and WHK where there are parts.
 * `change` may still touch the estimate and answers the order's version.
 */
export async function readyCar({ as, server, masters }: FurnishedServer, wished: readonly WishedLine[] = [{ kind: 'labour', index: 0 }],
  change: (estimated: Estimated) => Promise<unknown> = ({ version }) => Promise.resolve(version)): Promise<ReadyCar & { readonly pickUpCode: string }> {
  const received = await receivedCar(as('sad'))
  const { id } = received
  const lines = wished.map(({ kind, index, payer = 'customer', thousandths: quantityThousandths = 1_000 }) =>
    (kind === 'labour' ? { kind, operationId: masters.operations[index]?.id, payer } : { kind, partId: masters.parts[index]?.id, payer, quantityThousandths }))
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version: received.version, lines }))
  const lineIds = added['lineIds'] as string[]
  const version = await change({ id, lineIds, version: added['version'] })
  const promisedAt = new Date(server.clock.now().getTime() + 6 * 3_600_000).toISOString()
  const choices = { oldParts: 'take', wash: true, roadTest: false, waits: true }
  const yes = done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version, promisedAt, phoneChecked: true, choices, signature }))
  const parts = wished.flatMap(({ kind, thousandths = 1_000 }, index) => (kind === 'part' ? [{ lineId: lineIds[index], thousandths, scannedLotId: null }] : []))
  return { id, pickUpCode: String(yes['pickUpCode']), version: await workedAndPassed({ as, server }, id, parts) }
}

/** An authorised order's labour is given out and done, its parts handed out. */
export async function worked({ as, server }: Pick<FurnishedServer, 'as' | 'server'>, id: string, parts: readonly object[] = []): Promise<void> {
  const { version, lines } = done(await as('sad').get(`/repair-orders/${id}`)) as { version: number; lines: { id: string; kind: string }[] }
  const jobs = lines.filter(({ kind }) => kind === 'labour').map(({ id: lineId }) => ({ lineId, technicianId: server.actor('TEC').personId, bay: '' }))
  done(await as('wss').post(`/workshop/${id}/dispatch`, { version, jobs }))
  if (parts.length > 0) done(await as('whk').post(`/picking/${id}/issue`, { lines: parts }))
  const mine = done(await as('tec').get('/workshop-jobs/mine'))['rows'] as { orderId: string; jobs: { id: string }[] }[]
  for (const job of mine.find(({ orderId }) => orderId === id)?.jobs ?? []) {
    done(await as('tec').post(`/workshop-jobs/${job.id}/clock-on`))
    done(await as('tec').post(`/workshop-jobs/${job.id}/finish`))
  }
}

/** The same, and it passed its final inspection; answers its version. */
export async function workedAndPassed(furnished: Pick<FurnishedServer, 'as' | 'server'>, id: string, parts: readonly object[] = []): Promise<number> {
  await worked(furnished, id, parts)
  const { version } = done(await furnished.as('sad').get(`/repair-orders/${id}`))
  return Number(done(await furnished.as('qci').post(`/workshop/${id}/inspection`, { version, result: 'passed', cleanliness: 'A', roadTestKm: null, points }))['version'])
}

/** A ready car is settled, paid by its customer and handed over, its sender to be called as said; by SAD and CSH. */
export async function handOver({ as }: Pick<FurnishedServer, 'as'>, car: ReadyCar & { readonly pickUpCode: string }, callTime: object = { kind: 'any' }): Promise<void> {
  const { version, statements } = done(await as('sad').post(`/settlements/${car.id}`, { version: car.version })) as { version: number; statements: { id: string; totalFen: number }[] }
  for (const { id, totalFen } of statements) done(await as('csh').post(`/statements/${id}/payments`, { version: 1, way: 'wechat', amountFen: totalFen, reference: '4200001' }))
  done(await as('sad').post(`/settlements/${car.id}/delivery`, {
    version, pickUpCode: car.pickUpCode, identityReason: '', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: '2027-05-23', nextServiceKm: 25_356, callTime,
  }))
}
