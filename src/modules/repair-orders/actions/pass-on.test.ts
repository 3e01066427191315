import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnishedServer } from '../../../app/testing/furnished-server.ts'
import { receivedCar } from '../../../app/testing/ready-car.ts'
import { done } from '../../../app/testing/said.ts'
import type { Answer, Caller, TestServer } from '../../../app/testing/test-server.ts'

let server: TestServer
let as: (login: string) => Caller
beforeAll(async () => { ({ server, as } = await furnishedServer(['sad', 'fds', 'tec', 'sec', 'b-sad'])) }, 60_000)
afterAll(() => server.drop())

test('an order is given to a colleague once, with the reason on record; not to a technician, not by a stranger', async () => {
  const { id, version } = await receivedCar(as('sad'))
  const openWorkOf = async (position: 'FDS' | 'SAD') => done(await as('sec').get(`/staff/${server.actor(position).personId}/open-work`))['kinds']
  const his = { kind: 'orders', numbers: [done(await as('sad').get(`/repair-orders/${id}`))['number']] }
  expect([await openWorkOf('SAD'), await openWorkOf('FDS')]).toEqual([[his], []])
  const give = (login: string, position: 'FDS' | 'TEC' | 'SAD', at = version, reason = '明天休假'): Promise<Answer> => as(login).post(`/repair-orders/${id}/pass-on`, { version: at, advisorId: server.actor(position).personId, reason })
  expect(await give('tec', 'FDS')).toMatchObject({ status: 403 })
  expect(await give('b-sad', 'FDS')).toMatchObject({ status: 404 })
  expect(await give('sad', 'TEC')).toMatchObject({ status: 422, body: { code: 'repair-orders.not-an-advisor' } })
  expect(await give('sad', 'SAD')).toMatchObject({ status: 422, body: { code: 'repair-orders.his-already' } })
  expect(await give('sad', 'FDS', version, ' ')).toMatchObject({ status: 422, body: { code: 'repair-orders.pass-on-needs-reason' } })
  const answers = await Promise.all(Array.from({ length: 5 }, () => give('sad', 'FDS')))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(done(await as('sad').get(`/repair-orders/${id}`))).toMatchObject({ advisorId: server.actor('FDS').personId, version: version + 1 })
  expect([await openWorkOf('SAD'), await openWorkOf('FDS')]).toEqual([[], [his]])
  const { rows } = await server.owner.query('select reason from platform.audit where subject_id = $1 and operation = $2', [id, 'POST /repair-orders/:orderId/pass-on'])
  expect(rows).toEqual([{ reason: '明天休假' }])
  expect(await give('sad', 'FDS', version + 1)).toMatchObject({ status: 422, body: { code: 'repair-orders.his-already' } })
})
