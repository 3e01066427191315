import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServer, type TestServer } from '../../../app/testing/test-server.ts'
import { isOpen, nextOpenDay, openingTimes, workingCalendar } from '../public.ts'

let server: TestServer
beforeAll(async () => { server = await testServer() })
afterAll(() => server.drop())

test('the week, one day and the public calendar are edited and read by other modules', async () => {
  const stm = await server.as('stm')
  const weekdays = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: '08:00', closes: '18:00' }))
  expect((await stm.post('/calendar/weekdays', { version: 1, weekdays })).status).toBe(200)
  expect((await stm.post('/calendar/days', { day: '2026-11-24', opening: 'closed', note: '盘点', publicDay: null })).status).toBe(200)
  expect((await stm.post('/calendar/days', { day: '2026-12-25', opening: 'usual', note: '', publicDay: { kind: 'holiday', nameZh: '店庆', nameEn: 'House day' } })).status).toBe(200)
  const times = await server.reads('STM', (reading) => openingTimes(reading, '2026-11-01', '2026-12-31'))
  const calendar = await server.reads('STM', (reading) => workingCalendar(reading, '2026-10-01', '2026-12-31'))
  expect([isOpen(times, '2026-11-24'), isOpen(times, '2026-11-29'), nextOpenDay(times, '2026-11-23')]).toEqual([false, false, '2026-11-25'])
  expect([calendar['2026-10-01'], calendar['2026-10-10'], calendar['2026-12-25']]).toEqual(['holiday', 'workday', 'holiday'])
  expect((await stm.post('/calendar/days', { day: '2026-11-24', opening: 'usual', note: '', publicDay: null })).status).toBe(200)
  expect(isOpen(await server.reads('STM', (reading) => openingTimes(reading, '2026-11-01', '2026-12-31')), '2026-11-24')).toBe(true)
})

test('of two who set the week at once the second one is refused as stale, and what the first one set stands', async () => {
  const [stm, gm] = [await server.as('stm'), await server.as('gm')]
  const { version } = (await stm.get('/calendar?year=2026')).body
  const week = (closes: string) => ({ version, weekdays: [{ weekday: 1, opens: '08:00', closes }] })
  const answers = await Promise.all([stm.post('/calendar/weekdays', week('19:00')), gm.post('/calendar/weekdays', week('20:00'))])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect((await stm.get('/calendar?year=2026')).body).toMatchObject({ version: Number(version) + 1, weekdays: [{ weekday: 1, closes: answers[0].status === 200 ? '19:00' : '20:00' }] })
})

test('hours that end before they begin, a house that never opens and a year nobody announced are refused', async () => {
  const stm = await server.as('stm')
  expect(await stm.post('/calendar/weekdays', { version: 3, weekdays: [{ weekday: 1, opens: '18:00', closes: '08:00' }] })).toMatchObject({ body: { code: 'organisation.closes-before-opens' } })
  expect(await stm.post('/calendar/weekdays', { version: 3, weekdays: [] })).toMatchObject({ body: { code: 'organisation.never-open' } })
  expect(await stm.post('/calendar/days', { day: '2026-11-24', opening: { opens: '10:00', closes: '10:00' }, note: '', publicDay: null })).toMatchObject({ body: { code: 'organisation.closes-before-opens' } })
  expect(await stm.post('/calendar/years', { year: 2099 })).toMatchObject({ body: { code: 'organisation.year-not-announced' } })
  // It is the 23rd of November 2026: next year's days should be known, and who keeps them is named.
  const missing = async () => (await stm.get('/calendar?year=2026')).body['missing']
  expect(await missing()).toEqual({ year: 2027, announced: 0, keepers: ['ADM', 'GM', 'STM', 'SYS'] })
  const rest = async (day: string) => expect((await stm.post('/calendar/days', { day, opening: 'usual', note: '', publicDay: { kind: 'holiday', nameZh: '假日', nameEn: 'Holiday' } })).status).toBe(200)
  await rest('2027-01-01')
  expect(await missing()).toMatchObject({ year: 2027 })
  for (const day of ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-10-01', '2027-10-02', '2027-10-03']) await rest(day)
  expect(await missing()).toBeNull()
  expect((await stm.post('/calendar/years', { year: 2026 })).body).toEqual({ added: 0 })
})
