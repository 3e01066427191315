import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type TestServer } from './testing/test-server.ts'
import { repairOrderPermissions } from '../modules/repair-orders/permissions.ts'
import { grantNewDeeds } from '../modules/organisation/public.ts'

let server: TestServer
beforeAll(async () => { server = await testServer() })
afterAll(() => server.drop())

const catalogue = Object.values(repairOrderPermissions)
const holders = async (permission: string): Promise<string[]> =>
  (await server.owner.query<{ position: string }>('select distinct position from organisation.position_right where permission = $1 order by position', [permission])).rows.map(({ position }) => position)

test('a deed that the database does not know reaches its preset in every store, at once in open sessions; once', async () => {
  const sad = await server.as('sad')
  await server.owner.query("delete from organisation.position_right where permission = 'repair-orders.quote'")
  await server.owner.query('insert into organisation.known_permission select unnest($1::text[]) on conflict do nothing', [catalogue.map(({ permission }) => permission)])
  await server.owner.query("delete from organisation.known_permission where permission = 'repair-orders.quote'")
  await server.owner.query("update organisation.session set permissions = array_remove(permissions, 'repair-orders.quote')")
  const quote = () => sad.post('/repair-orders/quotes', { plate: '沪A99001', purpose: 'repair', customerName: '赵敏' })
  expect(await quote()).toMatchObject({ status: 403 })
  expect(await grantNewDeeds(server.database, server.clock, catalogue)).toEqual(['repair-orders.quote'])
  expect(await holders('repair-orders.quote')).toEqual([...repairOrderPermissions.quote.preset].toSorted((a, b) => a.localeCompare(b)))
  expect(await quote()).toMatchObject({ status: 200 })
  expect(await grantNewDeeds(server.database, server.clock, catalogue)).toEqual([])
})

test('a new database only learns what there is', async () => {
  await server.owner.query('delete from organisation.known_permission')
  await server.owner.query("delete from organisation.position_right where permission = 'repair-orders.receive'")
  expect(await grantNewDeeds(server.database, server.clock, catalogue)).toEqual([])
  expect(await holders('repair-orders.receive')).toEqual([])
})

test('what a store took away is known, and stays away', async () => {
  await server.owner.query("delete from organisation.position_right where permission = 'repair-orders.cancel'")
  expect(await grantNewDeeds(server.database, server.clock, catalogue)).toEqual([])
  expect(await holders('repair-orders.cancel')).toEqual([])
})
