import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectionPoints } from '../modules/workshop/domain/jobs.ts'
import { invariants } from './modules.ts'
import { brokenInvariants, signature } from './testing/furnished.ts'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { readyCar, receive, worked, workedAndPassed, type ReadyCar } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'

// Guarantee, comebacks and completion certificates. It is Monday 23 November 2026, ten o'clock.
let furnished: FurnishedServer
let as: FurnishedServer['as']
beforeAll(async () => {
  furnished = await furnishedServer(['sad', 'wss', 'tec', 'qci', 'csh', 'stm', 'whk', 'b-wss', 'b-sad'])
  ;({ as } = furnished)
}, 60_000)
afterAll(() => furnished.server.drop())

const operation = (wanted: string): number => furnished.masters.operations.findIndex((one) => one.code === wanted)
const see = async (id: string) => done(await as('sad').get(`/repair-orders/${id}`)) as { version: number; plate: string; status: string; lines: { id: string; payer: string; amountFen: number; priceRule: string }[] }
type Quality = {
  items: { lineId: string; orderId: string; code: string; kmLeft: number; daysLeft: number; restarts: number }[]
  comebacks: { id: string; version: number; status: string; workers: { id: string }[] }[]
  certificate: { needed: boolean; whyNot: string | null; rows: { id: string; number: string; version: number; voidedAt: string | null }[] }
}
const quality = async (id: string, login = 'sad') => done(await as(login).get(`/quality-orders/${id}`)) as unknown as Quality

async function settled(car: ReadyCar): Promise<number> {
  const { version, statements } = done(await as('sad').post(`/settlements/${car.id}`, { version: car.version })) as { version: number; statements: { id: string; payer: string; totalFen: number }[] }
  for (const { id, totalFen } of statements.filter(({ payer }) => payer === 'customer')) done(await as('csh').post(`/statements/${id}/payments`, { version: 1, way: 'wechat', amountFen: totalFen, reference: '4200001' }))
  return version
}
const deliver = (car: { id: string; pickUpCode: string }, version: number) => as('sad').post(`/settlements/${car.id}/delivery`, {
  version, pickUpCode: car.pickUpCode, identityReason: '', accepted: true, oldPartsShown: true, setRemoved: true, nextServiceOn: null, nextServiceKm: null, callTime: { kind: 'any' },
})

/** Work that was delivered today, and the same car again at the desk with an estimate. */
async function cameBack(work: string): Promise<{ firstLineId: string; orderId: string; lineId: string }> {
  const car = await readyCar(furnished, [{ kind: 'labour', index: operation(work) }])
  done(await deliver(car, await settled(car)))
  const first = await see(car.id)
  const orderId = String(done(await as('sad').post('/repair-orders', { plate: first.plate, purpose: 'repair' }))['id'])
  const received = done(await receive(as('sad'), orderId, 1))
  const added = done(await as('sad').post(`/repair-orders/${orderId}/lines`, { version: received['version'], lines: [{ kind: 'labour', operationId: furnished.masters.operations[operation(work)]?.id, payer: 'customer' }] }))
  return { firstLineId: first.lines[0]?.id ?? '', orderId, lineId: (added['lineIds'] as string[])[0] ?? '' }
}
const authorise = async (orderId: string) => as('sad').post(`/repair-orders/${orderId}/authorisation`, {
  version: (await see(orderId)).version, promisedAt: new Date(furnished.server.clock.now().getTime() + 6 * 3_600_000).toISOString(), phoneChecked: true, choices: { oldParts: 'take', wash: true, roadTest: false, waits: true }, signature,
})

test('a comeback is seen, proposed, decided by the workshop supervisor, paid by whom he said, counted, and begins the guarantee anew', async () => {
  const { firstLineId, orderId, lineId } = await cameBack('BR-201')
  expect((await quality(orderId)).items).toMatchObject([{ lineId: firstLineId, code: 'BR-201', kmLeft: 2_000, daysLeft: 10, restarts: 0 }])
  const propose = (body: object) => as('sad').post('/comebacks', { orderId, firstLineId, words: '制动还是响', lineIds: [], ...body })
  expect(code(await propose({ firstLineId: lineId }))).toBe('quality.guarantee-over')
  expect((await as('wss').post('/comebacks', { orderId, firstLineId, words: 'x', lineIds: [] })).status).toBe(403)
  const { id } = done(await propose({})) as { id: string }
  expect(code(await propose({}))).toBe('quality.comeback-there')
  expect(code(await authorise(orderId))).toBe('quality.undecided')

  const [open] = (await quality(orderId, 'wss')).comebacks
  const wish = { version: 1, payer: 'internal', cause: 'workmanship', technicianId: open?.workers[0]?.id ?? null, reason: '' }
  const decide = (login: string, body: object = {}) => as(login).post(`/comebacks/${id}/decide`, { ...wish, ...body })
  expect((await decide('sad')).status).toBe(403)
  expect((await decide('b-wss')).status).toBe(404)
  expect(code(await decide('wss', { technicianId: null }))).toBe('quality.technician-missing')
  expect(code(await decide('wss', { technicianId: furnished.server.actor('WSS').personId }))).toBe('quality.not-his-work')
  expect((await decide('wss', { version: 9 })).status).toBe(409)
  const answers = await Promise.all([1, 2, 3].map(() => decide('wss')))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(code(await authorise(orderId))).toBe('quality.no-lines-marked')
  done(await as('sad').post(`/comebacks/${id}/lines`, { version: 2, lineIds: [lineId] }))
  expect((await see(orderId)).lines).toMatchObject([{ payer: 'internal', priceRule: 'rate' }])
  const { version } = await see(orderId)
  done(await as('sad').post(`/repair-orders/${orderId}/lines/${lineId}`, { version, payer: 'customer', quantityThousandths: 1_000, discountFen: 0 }))
  expect(code(await authorise(orderId))).toBe('quality.payer-changed')
  done(await as('sad').post(`/comebacks/${id}/lines`, { version: 3, lineIds: [lineId] }))
  expect(done(await as('wss').get('/comebacks?status=decided&cause=workmanship&month=2026-11'))['rows']).toMatchObject([{ id, orderId, payer: 'internal' }])
  expect(done(await as('wss').get('/comebacks?month=2026-10'))['rows']).toEqual([])
  expect(done(await as('wss').get('/comebacks/technicians'))).toMatchObject({ delivered: 1, returned: 0, atOnce: 1, rows: [{ technicianId: wish.technicianId, comebacks: 1, reworks: 0 }] })
  expect((await as('b-wss').get(`/quality-orders/${orderId}`)).status).toBe(404)
  expect(done(await authorise(orderId))['number']).toBe(1)
  const { rows } = await furnished.server.owner.query('select operation from platform.audit where subject_id = $1 order by id', [id])
  expect(rows).toEqual(['POST /comebacks', 'POST /comebacks/:comebackId/decide', 'POST /comebacks/:comebackId/lines', 'POST /comebacks/:comebackId/lines'].map((name) => ({ operation: name })))
})

test('a withdrawn proposal holds nobody up', async () => {
  const { firstLineId, orderId, lineId } = await cameBack('BR-202')
  const { id } = done(await as('sad').post('/comebacks', { orderId, firstLineId, words: '踏板行程长', lineIds: [lineId] })) as { id: string }
  expect(code(await as('sad').post(`/comebacks/${id}/withdraw`, { version: 1, reason: '' }))).toBe('quality.reason-missing')
  done(await as('sad').post(`/comebacks/${id}/withdraw`, { version: 1, reason: '客户说的是另一侧' }))
  expect(done(await authorise(orderId))['number']).toBe(1)
})

test('mended again and delivered, the item begins anew, and what mended it is no item of its own', async () => {
  const { firstLineId, orderId, lineId } = await cameBack('BR-203')
  const { id } = done(await as('sad').post('/comebacks', { orderId, firstLineId, words: '抖动', lineIds: [lineId] })) as { id: string }
  done(await as('wss').post(`/comebacks/${id}/decide`, { version: 1, payer: 'goodwill', cause: 'part', technicianId: null }))
  const { plate, lines } = await see(orderId)
  expect(lines).toMatchObject([{ payer: 'goodwill' }])
  const yes = done(await authorise(orderId))
  const car = { id: orderId, pickUpCode: String(yes['pickUpCode']), version: await workedAndPassed(furnished, orderId) }
  done(await deliver(car, await settled(car)))
  const { delivered, returned, atOnce } = done(await as('wss').get('/comebacks/technicians?month=2026-11')) as Record<string, number>
  expect({ returned, others: (delivered ?? 0) - (atOnce ?? 0) }).toEqual({ returned: 1, others: 1 })
  const next = String(done(await as('sad').post('/repair-orders', { plate, purpose: 'repair' }))['id'])
  expect((await quality(next)).items).toMatchObject([{ lineId: firstLineId, restarts: 1, untilKm: 12_000, kmLeft: null }])
})

test('a major service leaves with a numbered certificate: issued with the pass, voided with a reason, and without one the car stays', async () => {
  const car = await readyCar(furnished, [{ kind: 'labour', index: operation('MT-104') }])
  const { certificate } = await quality(car.id)
  expect(certificate).toMatchObject({ needed: true, rows: [{ number: 'CC-SH1-261123-0001', voidedAt: null }] })
  const [issued] = certificate.rows
  const paper = (language: string) => as('qci').get(`/completion-certificates/${issued?.id ?? ''}/certificate.pdf?language=${language}`)
  for (const language of ['zh-CN', 'en']) expect((await paper(language)).body['text']).toMatch(/^%PDF-1/)
  const withdraw = (body: object) => as('wss').post(`/completion-certificates/${issued?.id ?? ''}/void`, { version: 1, reason: '发动机号有误', ...body })
  expect(code(await withdraw({ reason: '' }))).toBe('quality.reason-missing')
  done(await withdraw({}))
  expect(code(await withdraw({ version: 2 }))).toBe('quality.voided-already')
  const version = await settled(car)
  expect(code(await deliver(car, version))).toBe('quality.certificate-missing')
  expect(code(await as('wss').post('/completion-certificates', { orderId: car.id }))).toBe('quality.not-your-inspection')
  const twice = await Promise.all([1, 2].map(() => as('qci').post('/completion-certificates', { orderId: car.id })))
  expect(twice.filter(({ status }) => status === 200).map(({ body }) => body['number'])).toEqual(['CC-SH1-261123-0002'])
  done(await deliver(car, version))
  expect(done(await as('stm').get('/completion-certificates'))['rows']).toMatchObject([{ number: 'CC-SH1-261123-0002', voidedAt: null }, { number: 'CC-SH1-261123-0001', voidReason: '发动机号有误' }])
  expect(await brokenInvariants(furnished.server, invariants)).toEqual([])
})

test('a failed final inspection is rework of whoever had worked on the order, and stands behind his number', async () => {
  const { orderId } = await cameBack('BR-204')
  done(await authorise(orderId))
  const technicianId = furnished.server.actor('TEC').personId
  const list = async (login: string) => done(await as(login).get(`/comebacks/reworks?technicianId=${technicianId}&month=2026-11`))['rows']
  expect(await list('wss')).toEqual([])
  await worked(furnished, orderId)
  const { version } = await see(orderId)
  const points = Object.fromEntries(inspectionPoints.map((point) => [point, 'good']))
  done(await as('qci').post(`/workshop/${orderId}/inspection`, { version, result: 'failed', reason: '制动仍有异响', cleanliness: 'B', roadTestKm: 3, points }))
  expect(await list('wss')).toMatchObject([{ orderId, reason: '制动仍有异响' }])
  expect(done(await as('wss').get('/comebacks/technicians'))['rows']).toMatchObject([{ technicianId, reworks: 1 }])
  expect(await list('b-wss')).toEqual([])
})

test('minor work needs none', async () => {
  const car = await readyCar(furnished, [{ kind: 'labour', index: operation('BR-201') }])
  expect((await quality(car.id)).certificate).toEqual({ needed: false, whyNot: 'quality.no-certificate-needed', rows: [] })
  expect(code(await as('qci').post('/completion-certificates', { orderId: car.id }))).toBe('quality.no-certificate-needed')
})

test('the store promises more than the law, never less', async () => {
  const promise = (body: object, login = 'wss') => as(login).post('/guarantee-terms', { repairKind: 'minor', validFrom: '2026-11-23', kilometres: 3_000, days: 30, ...body })
  expect((await promise({}, 'sad')).status).toBe(403)
  expect(code(await promise({ days: 9 }))).toBe('quality.less-than-law')
  expect(code(await promise({ validFrom: '2026-11-22' }))).toBe('quality.promise-in-past')
  done(await promise({}))
  expect(done(await as('sad').get('/guarantee-terms'))['kinds']).toMatchObject([{ repairKind: 'overhaul' }, { repairKind: 'second-maintenance' }, { repairKind: 'minor', law: { kilometres: 2_000, days: 10 }, now: { kilometres: 3_000, days: 30 } }])
  const { orderId } = await cameBack('CH-309')
  expect((await quality(orderId)).items).toMatchObject([{ kmLeft: 3_000, daysLeft: 30 }])
  expect(done(await as('b-wss').get('/guarantee-terms'))['promises']).toEqual([])
})
