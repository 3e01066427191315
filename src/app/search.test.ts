import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnish, type Masters } from './testing/furnished.ts'
import { testServer, type Caller, type TestServer } from './testing/test-server.ts'

type Hit = { kind: string; id: string; title: string; note: string; end: string }
let server: TestServer
let masters: Masters
let advisor: Caller
beforeAll(async () => {
  server = await testServer()
  masters = await furnish(server)
  advisor = await server.as('sad')
})
afterAll(() => server.drop())

const found = async (person: Caller, find: string): Promise<Hit[]> => (await person.get(`/search?find=${encodeURIComponent(find)}`)).body['hits'] as Hit[]
const kinds = (hits: readonly Hit[]): string[] => [...new Set(hits.map(({ kind }) => kind))]

test('a repair order is found by the end of its plate and of its number, written with or without hyphens', async () => {
  const arrived = await advisor.post('/repair-orders', { plate: '沪A8K316', purpose: 'repair', concern: '' })
  const number = String(arrived.body['number'])
  for (const find of ['K316', '8K316', number, number.replaceAll('-', ''), number.slice(-8)]) {
    expect((await found(advisor, find)).filter(({ kind }) => kind === 'order').map(({ id }) => id)).toContain(arrived.body['id'])
  }
  expect((await found(await server.as('b-sad'), 'K316')).filter(({ kind }) => kind === 'order')).toEqual([])
})

test('a car is found by plate and VIN tail, its owner by name, initials and phone tail, masked as in the lists', async () => {
  const [vehicle] = ((await advisor.get('/vehicles?limit=1')).body['rows'] as { id: string; plate: string; vin: string; ownerName: string }[])
  expect(vehicle).toBeDefined()
  for (const find of [vehicle?.plate.slice(-4) ?? '', vehicle?.vin.slice(-6) ?? '', vehicle?.ownerName ?? '']) {
    expect((await found(advisor, find)).filter(({ kind }) => kind === 'vehicle').map(({ id }) => id)).toContain(vehicle?.id)
  }
  expect(kinds(await found(advisor, vehicle?.ownerName ?? ''))).toContain('customer')
})

test('parts are found by number, name and initials; who has no right to search does not', async () => {
  const part = masters.parts[0]
  const row = ((await advisor.get(`/parts/${String(part?.id)}`)).body) as { number: string; nameZh: string }
  for (const find of [row.number, row.nameZh]) expect((await found(advisor, find)).filter(({ kind }) => kind === 'part').map(({ id }) => id)).toContain(part?.id)
  expect((await (await server.as('aud')).get('/search?find=x')).status).toBe(403)
})
