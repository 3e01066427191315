import { completeSheet, signature } from './furnished.ts'
import type { FurnishedServer } from './furnished-server.ts'
import { done } from './said.ts'
import type { Answer, Caller } from './test-server.ts'

export type ReadyCar = { readonly id: string; readonly version: number }

const points = { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' }

let plates = 0

/** The reception sheet of a car that is there; `version` as the order was last seen. */
export const receive = (advisor: Caller, id: string, version: unknown): Promise<Answer> => advisor.post(`/repair-orders/${id}/reception`, {
  version, vin: null, modelName: '云岭 X5', ownerName: '李晨', ownerPhone: '19900010001', ownerKind: 'person', senderName: '李晨', senderPhone: '19900010001', insurerName: '',
  mileageKm: 10_000, fuelEighths: 4, sheet: completeSheet, signature,
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
 * A car inspected and ready to be settled, with these lines or one labour line of the customer's; by SAD, WSS, TEC and QCI, with parts WHK too.
 * `change` may still touch the estimate and answers the order's version.
 */
export async function readyCar({ as, server, masters }: FurnishedServer, lines?: readonly object[], change: (estimated: Estimated) => Promise<unknown> = async ({ version }) => version): Promise<ReadyCar> {
  const received = await receivedCar(as('sad'))
  const { id } = received
  const see = async () => done(await as('sad').get(`/repair-orders/${id}`)) as { version: number; lines: { id: string; kind: string; quantityThousandths: number }[] }
  const added = done(await as('sad').post(`/repair-orders/${id}/lines`, { version: received.version, lines: lines ?? [{ kind: 'labour', operationId: masters.operations[0]?.id, payer: 'customer' }] }))
  const version = await change({ id, lineIds: added['lineIds'] as string[], version: added['version'] })
  const promisedAt = new Date(server.clock.now().getTime() + 6 * 3_600_000).toISOString()
  const choices = { oldParts: 'take', wash: true, roadTest: false, waits: true }
  const yes = done(await as('sad').post(`/repair-orders/${id}/authorisation`, { version, promisedAt, phoneChecked: true, choices, signature }))
  const ofKind = async (kind: string) => (await see()).lines.filter((line) => line.kind === kind)
  const technicianId = server.actor('TEC').personId
  done(await as('wss').post(`/workshop/${id}/dispatch`, { version: yes['version'], jobs: (await ofKind('labour')).map((line) => ({ lineId: line.id, technicianId, bay: '' })) }))
  const parts = await ofKind('part')
  if (parts.length > 0) done(await as('whk').post(`/picking/${id}/issue`, { lines: parts.map(({ id: lineId, quantityThousandths: thousandths }) => ({ lineId, thousandths, scannedLotId: null })) }))
  const mine = done(await as('tec').get('/workshop-jobs/mine'))['rows'] as { orderId: string; jobs: { id: string }[] }[]
  for (const job of mine.find(({ orderId }) => orderId === id)?.jobs ?? []) {
    done(await as('tec').post(`/workshop-jobs/${job.id}/clock-on`))
    done(await as('tec').post(`/workshop-jobs/${job.id}/finish`))
  }
  return { id, version: Number(done(await as('qci').post(`/workshop/${id}/inspection`, { version: (await see()).version, result: 'passed', cleanliness: 'A', roadTestKm: null, points }))['version']) }
}
