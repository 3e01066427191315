import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnishedServer, type FurnishedServer } from './testing/furnished-server.ts'
import { handOver, readyCar, type ReadyCar } from './testing/ready-car.ts'
import { done } from './testing/said.ts'
import type { Caller } from './testing/test-server.ts'

// The number of whoever stands on a record goes whole to the work that calls him now; all others see it masked, and may reveal it on record (rules.md, Masked phones).
const [whole, masked] = ['19900010001', '199****0001']
let furnished: FurnishedServer
let as: (login: string) => Caller
let car: ReadyCar & { readonly pickUpCode: string }
beforeAll(async () => {
  furnished = await furnishedServer(['sad', 'wss', 'tec', 'qci', 'csh', 'whk', 'ppl', 'fds', 'stm', 'aud', 'b-stm'])
  ;({ as } = furnished)
  car = await readyCar(furnished)
}, 60_000)
afterAll(() => furnished.server.drop())

const sender = async (login: string): Promise<unknown> => (done(await as(login).get(`/repair-orders/${car.id}`))['reception'] as { senderPhone: string }).senderPhone
const reveal = (login: string) => as(login).post(`/repair-orders/${car.id}/reveal-phone`, {})

test('on an open order its own advisor sees the number, nobody else; a reveal is on record for the person it belongs to', async () => {
  expect(await Promise.all(['sad', 'fds', 'stm', 'wss', 'qci', 'csh'].map(sender))).toEqual([whole, whole, masked, masked, masked, masked])
  expect([(await reveal('wss')).status, (await reveal('b-stm')).status]).toEqual([403, 404])
  expect(done(await reveal('stm'))).toEqual({ phone: whole })
  expect(await sender('stm')).toBe(masked) // shown once, not unlocked
  const { rows } = await furnished.server.owner.query<{ owner_id: string }>('select owner_id from repair_orders.repair_order where id = $1', [car.id])
  const seen = done(await as('aud').get(`/personal-data/seen?customerId=${String(rows[0]?.owner_id)}&limit=100`))['rows'] as { how: string; personName: string }[]
  expect(seen.filter(({ how }) => how === 'revealed')).toMatchObject([{ personName: 'SH1 STM' }])
})

test('a quoted customer\'s number is whole for whoever takes the car over, masked for the workshop', async () => {
  const id = String(done(await as('sad').post('/repair-orders/quotes', { plate: '沪A81299', purpose: 'repair', concern: '', customerName: '李晨', phone: whole }))['id'])
  const quoted = async (login: string): Promise<unknown> => done(await as(login).get(`/repair-orders/${id}`))['quotedPhone']
  expect(await Promise.all(['sad', 'stm', 'wss'].map(quoted))).toEqual([whole, whole, masked])
  expect(done(await as('stm').post(`/repair-orders/${id}/reveal-phone`, {}))).toEqual({ phone: whole })
})

test('once the car is gone its advisor sees the number no more; who calls after delivery does', async () => {
  await handOver(furnished, car)
  expect(await sender('sad')).toBe(masked)
  const calls = async (login: string): Promise<unknown[]> => (done(await as(login).get('/follow-ups'))['rows'] as { senderPhone: string }[]).map(({ senderPhone }) => senderPhone)
  expect([await calls('stm'), await calls('wss')]).toEqual([[whole], [masked]])
})

test('appointments, complaints and counter sales show the number to who works at them, while they are open', async () => {
  done(await as('sad').post('/appointments', { at: '2026-11-24T02:00:00Z', minutes: 60, kind: 'maintenance', plate: '沪A81298', customerName: '李晨', phone: whole, purpose: 'maintenance' }))
  const booked = async (login: string): Promise<unknown> => (done(await as(login).get('/appointments?day=2026-11-24'))['rows'] as { phone: string }[])[0]?.phone
  expect([await booked('stm'), await booked('wss')]).toEqual([whole, masked])

  done(await as('sad').post('/complaints', { plate: '沪A81298', customerName: '李晨', phone: whole, kind: 'quality', words: '制动还是响' }))
  const complained = async (login: string): Promise<unknown> => (done(await as(login).get('/complaints'))['rows'] as { phone: string }[])[0]?.phone
  expect([await complained('wss'), await complained('sad')]).toEqual([whole, masked])

  const [part] = furnished.masters.parts
  const slip = done(await as('ppl').post('/counter/sales', { name: '李晨', phone: whole, lines: [{ partId: part?.id, thousandths: 1_000 }] }))
  const sold = async (login: string): Promise<unknown> => done(await as(login).get(`/counter/slips/${String(slip['id'])}`))['phone']
  expect([await sold('ppl'), await sold('whk')]).toEqual([whole, masked])
})
