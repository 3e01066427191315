import { afterAll, beforeAll, expect, test } from 'vitest'
import { statuses, type Status } from '../modules/repair-orders/domain/life.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, signature } from './testing/furnished.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { receive } from './testing/ready-car.ts'
import { done } from './testing/said.ts'
import type { Answer } from './testing/test-server.ts'

// Every deed in every state of the visit, by somebody who may do it and with words that are right: the table of states decides, and what it
// does not allow is refused with a code that the contract names, and changes nothing.
let house: FurnishedServer
let refusals: Map<string, readonly string[]>
beforeAll(async () => {
  house = await furnishedServer(['sad', 'fds', 'wss', 'tec', 'whk', 'qci', 'csh'])
  const { body } = await house.server.ask('GET', '/openapi.json')
  const paths = body['paths'] as Record<string, Record<string, { 'x-refusals': string[] }>>
  refusals = new Map(Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation['x-refusals']] as const)))
}, 60_000)
afterAll(() => house.server.drop())

type Seen = { readonly id: string; readonly version: number; readonly status: Status; readonly lines: readonly { id: string; kind: string }[]; readonly advisorId: string }
const see = async (id: string): Promise<Seen> => done(await house.as('sad').get(`/repair-orders/${id}`)) as Seen

const points = { 'work-complete': 'good', 'safety-parts': 'good', torque: 'good', leaks: 'good', fluids: 'good', 'fault-memory': 'none', 'old-parts': 'good', 'clean-inside': 'good' }
const someLine = ({ lines }: Seen, kind: string): string => lines.find((line) => line.kind === kind)?.id ?? '01890000-0000-7000-8000-000000000000'
const inHours = (hours: number): string => new Date(house.server.clock.now().getTime() + hours * 3_600_000).toISOString()

type Deed = { readonly path: string; readonly of: (order: Seen) => Promise<Answer> }
const deed = (login: string, path: string, wish: (order: Seen) => object): Deed => ({ path, of: (order) => house.as(login).post(path.replace('{orderId}', order.id), wish(order)) })

const deeds = {
  reception: { path: '/repair-orders/{orderId}/reception', of: ({ id, version }: Seen) => receive(house.as('sad'), id, version) },
  lines: deed('sad', '/repair-orders/{orderId}/lines', ({ version }) => ({ version, lines: [{ kind: 'labour', operationId: house.masters.operations[0]?.id, payer: 'customer' }] })),
  authorisation: deed('sad', '/repair-orders/{orderId}/authorisation', ({ version }) => ({ version, promisedAt: inHours(6), phoneChecked: true, choices: { oldParts: 'leave', wash: true, roadTest: false, waits: true }, signature })),
  dispatch: deed('wss', '/workshop/{orderId}/dispatch', (order) => ({ version: order.version, jobs: [{ lineId: someLine(order, 'labour'), technicianId: house.server.actor('TEC').personId, bay: '' }] })),
  issue: deed('whk', '/picking/{orderId}/issue', (order) => ({ lines: [{ lineId: someLine(order, 'part'), thousandths: 1_000, scannedLotId: null }] })),
  addedWork: deed('tec', '/repair-orders/{orderId}/added-work', () => ({ findings: '底盘有渗油', urgency: 'soon' })),
  inspection: deed('qci', '/workshop/{orderId}/inspection', ({ version }) => ({ version, result: 'passed', cleanliness: 'A', roadTestKm: null, points })),
  settlement: deed('fds', '/settlements/{orderId}', ({ version }) => ({ version })),
  delivery: deed('sad', '/settlements/{orderId}/delivery', ({ version }) => ({
    version, pickUpCode: '', identityReason: '核对身份', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: null, nextServiceKm: null, callTime: { kind: 'any' },
  })),
  cancel: deed('sad', '/repair-orders/{orderId}/cancel', ({ version }) => ({ version, reason: '改期' })),
  passOn: deed('sad', '/repair-orders/{orderId}/pass-on', ({ version, advisorId }) => ({
    version, advisorId: house.server.actor(advisorId === house.server.actor('FDS').personId ? 'SAD' : 'FDS').personId, reason: '休假',
  })),
} satisfies Readonly<Record<string, Deed>>
type DeedName = keyof typeof deeds

const mayBe: Readonly<Record<Status, readonly DeedName[]>> = {
  quoted: ['lines', 'cancel', 'passOn'],
  arrived: ['reception', 'cancel', 'passOn'],
  received: ['lines', 'cancel', 'passOn'],
  estimated: ['lines', 'authorisation', 'cancel', 'passOn'],
  authorised: ['dispatch', 'issue', 'addedWork', 'cancel', 'passOn'],
  in_work: ['dispatch', 'issue', 'addedWork', 'cancel', 'passOn'],
  in_inspection: ['issue', 'inspection', 'addedWork', 'passOn'],
  ready: ['settlement', 'passOn'],
  settled: ['delivery', 'passOn'],
  delivered: [],
  cancelled: [],
}

/** All that this state does not allow, tried; what was let through or changed something comes back. */
async function faultsIn(id: string): Promise<string[]> {
  const before = await see(id)
  const faults: string[] = []
  for (const name of (Object.keys(deeds) as DeedName[]).filter((each) => !mayBe[before.status].includes(each))) {
    const { path, of } = deeds[name]
    const { status, body } = await of(before)
    const declared = refusals.get(`POST /api${path}`) ?? []
    const said = String(body['code'])
    if (status === 200) faults.push(`${before.status}: ${name} was let through`)
    else if (!declared.includes(said) && said !== 'platform.not-found') faults.push(`${before.status}: ${name} refused with ${said}, which the contract does not name`)
  }
  const after = await see(id)
  if (JSON.stringify(after) !== JSON.stringify(before)) faults.push(`${before.status}: something changed`)
  return faults
}

test("every deed the table of states does not allow is refused with a code of the contract, and changes nothing", async () => {
  const faults: string[] = []
  const reached: Status[] = []
  const look = async (id: string): Promise<Seen> => {
    reached.push((await see(id)).status)
    faults.push(...await faultsIn(id))
    return see(id)
  }
  const sad = house.as('sad')
  const does = async (name: DeedName, id: string): Promise<void> => { done(await deeds[name].of(await see(id))) }
  const id = String(done(await sad.post('/repair-orders/quotes', { plate: '沪A81234', purpose: 'repair', concern: '', customerName: '李晨', phone: '19900010001', modelName: '云岭 X5', insurerName: '' }))['id'])
  const quoted = await look(id)
  done(await sad.post(`/repair-orders/${id}/arrival`, { version: quoted.version }))
  await look(id)
  for (const next of ['reception', 'lines'] as const) {
    await does(next, id)
    await look(id)
  }
  const { version } = await see(id)
  done(await sad.post(`/repair-orders/${id}/lines`, { version, lines: [{ kind: 'part', partId: house.masters.parts[0]?.id, payer: 'customer', quantityThousandths: 1_000 }] }))
  await does('authorisation', id)
  await look(id)
  await does('dispatch', id)
  const [row] = done(await house.as('tec').get('/workshop-jobs/mine'))['rows'] as { jobs: { id: string }[] }[]
  done(await house.as('tec').post(`/workshop-jobs/${row?.jobs[0]?.id ?? ''}/clock-on`))
  await look(id)
  await does('issue', id)
  done(await house.as('tec').post(`/workshop-jobs/${row?.jobs[0]?.id ?? ''}/finish`))
  await look(id)
  await does('inspection', id)
  await look(id)
  await does('settlement', id)
  const [due] = done(await house.as('csh').get('/statements?due=yes'))['rows'] as { id: string; version: number; dueFen: number }[]
  done(await house.as('csh').post(`/statements/${due?.id ?? ''}/payments`, { version: due?.version, way: 'card', amountFen: due?.dueFen, reference: '4711' }))
  await look(id)
  await does('delivery', id)
  await look(id)
  const other = String(done(await sad.post('/repair-orders', { plate: '沪A81235', purpose: 'repair' }))['id'])
  await does('cancel', other)
  await look(other)
  expect(faults).toEqual([])
  expect(reached.toSorted()).toEqual(statuses.toSorted())
  expect(await brokenInvariants(house.server, invariants)).toEqual([])
})
