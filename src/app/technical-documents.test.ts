import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { handOver, readyCar, receive } from './testing/ready-car.ts'
import { code, done } from './testing/said.ts'
import type { Answer } from './testing/test-server.ts'

// What the technician reads at the car: documents that fit it, and what was done on it before.
let furnished: FurnishedServer
let as: FurnishedServer['as']
beforeAll(async () => {
  furnished = await furnishedServer(['sad', 'wss', 'tec', 'qci', 'csh', 'whk', 'b-wss', 'b-tec'])
  ;({ as } = furnished)
}, 60_000)
afterAll(() => furnished.server.drop())

const operation = (wanted: string): number => furnished.masters.operations.findIndex((one) => one.code === wanted)
const titles = (answer: Answer): unknown[] => (done(answer)['rows'] as { title: string }[]).map(({ title }) => title)
const upload = (login: string, bytes: string, title = '轮毂轴承拆装'): Promise<Answer> => furnished.server.ask('POST', `/api/technical-documents/file?${new URLSearchParams({ title, kind: 'manual', codeBegins: 'CH-306' }).toString()}`, {
  payload: Buffer.from(bytes), headers: { cookie: as(login).cookie, 'content-type': 'application/octet-stream', 'idempotency-key': `document-${String(Math.random())}` },
})

test('what fits the work of a car is at hand beside it; what is not a plain PDF is refused; withdrawn once, with the reason', async () => {
  const note = (body: object, login = 'wss') => as(login).post('/technical-documents', { title: '扭矩表', kind: 'torque', modelId: null, codeBegins: 'CH-', note: '轮毂螺母 200 N·m', ...body })
  expect((await note({}, 'tec')).status).toBe(403)
  expect(code(await note({ note: '', link: 'javascript:alert(1)' }))).toBe('technical-documents.not-an-address')
  done(await note({}))
  done(await note({ title: '制动', codeBegins: 'BR-' }))
  const other = furnished.masters.models.at(-1)
  done(await note({ title: '别的车型', modelId: other?.id }))
  for (const [bytes, why] of [['<script>%%EOF', 'technical-documents.not-a-pdf'], ['%PDF-1.7 /JavaScript %%EOF', 'technical-documents.pdf-acts']] as const) expect((await upload('wss', bytes)).body['code']).toBe(why)
  expect((await upload('tec', '%PDF-1.7 %%EOF')).status).toBe(403)
  const { id } = done(await upload('wss', '%PDF-1.7 1 0 obj %%EOF')) as { id: string }
  const car = await readyCar(furnished, [{ kind: 'labour', index: operation('CH-306') }])
  expect(titles(await as('tec').get(`/technical-documents/of-order/${car.id}`))).toEqual(['轮毂轴承拆装', '扭矩表'])
  const shown = await furnished.server.serving.server.inject({ method: 'GET', url: `/api/technical-documents/${id}/file`, headers: { cookie: as('tec').cookie } })
  expect([shown.headers['content-type'], String(shown.headers['content-disposition']).startsWith('attachment'), shown.payload]).toEqual(['application/pdf', true, '%PDF-1.7 1 0 obj %%EOF'])
  expect((await as('b-tec').get(`/technical-documents/${id}/file`)).status).toBe(404)
  expect((await as('b-tec').get(`/technical-documents/of-order/${car.id}`)).status).toBe(404)
  const withdraw = (body: object, login = 'wss') => as(login).post(`/technical-documents/${id}/withdraw`, { version: 1, reason: '旧版', ...body })
  expect((await withdraw({}, 'b-wss')).status).toBe(404)
  expect(code(await withdraw({ reason: '' }))).toBe('technical-documents.reason-missing')
  const answers = await Promise.all([1, 2, 3].map(() => withdraw({})))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(code(await withdraw({ version: 2 }))).toBe('technical-documents.withdrawn-already')
  expect((await as('tec').get(`/technical-documents/${id}/file`)).status).toBe(404)
  expect(titles(await as('tec').get('/technical-documents'))).toHaveLength(3)
  expect(titles(await as('wss').get('/technical-documents?state=all'))).toHaveLength(4)
})

test('the technician sees what was done, fitted and recommended before, without a price or a phone number', async () => {
  const before = await readyCar(furnished, [{ kind: 'labour', index: operation('BR-201') }, { kind: 'part', index: 0 }])
  await handOver(furnished, before)
  const { plate } = done(await as('sad').get(`/repair-orders/${before.id}`)) as { plate: string }
  const orderId = String(done(await as('sad').post('/repair-orders', { plate, purpose: 'repair' }))['id'])
  done(await receive(as('sad'), orderId, 1))
  const history = await as('tec').get(`/car-history/${orderId}`)
  expect(done(history)).toMatchObject({ stays: [{ orderId: before.id, mileageKm: 10_000, jobs: [{ code: 'BR-201', technicianName: furnished.server.actor('TEC').name }], parts: [{ kind: 'part', quantityThousandths: 1_000 }], comebacks: [] }], recommendations: [] })
  expect(JSON.stringify(history.body)).not.toMatch(/fen|phone|19900010001/i)
  expect((await as('b-tec').get(`/car-history/${orderId}`)).status).toBe(404)
  expect((await as('csh').get(`/car-history/${orderId}`)).status).toBe(403)
  for (const language of ['zh-CN', 'en']) expect((await as('wss').get(`/quality-orders/${before.id}/quality-sheet.pdf?language=${language}`)).body['text']).toMatch(/^%PDF-1/)
})
