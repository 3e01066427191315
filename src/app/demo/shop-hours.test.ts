import { expect, test } from 'vitest'
import { shopHours } from './shop-hours.ts'

const usual = { opens: '08:30', closes: '17:30' }
const opening = { weekdays: Object.fromEntries([1, 2, 3, 4, 5, 6].map((weekday) => [weekday, usual])), exceptions: { '2026-11-24': null, '2026-11-28': { opens: '09:00', closes: '12:00' } } }
const hours = (now: string) => {
  const { from, until } = shopHours(opening, new Date(now), 'Asia/Shanghai')
  return [from.toISOString(), until.toISOString()]
}

test("today's cars came since the store opened, and none after it closed", () => {
  expect(hours('2026-11-23T05:00:00Z')).toEqual(['2026-11-23T00:30:00.000Z', '2026-11-23T05:00:00.000Z'])
  expect(hours('2026-11-23T13:00:00Z')).toEqual(['2026-11-23T00:30:00.000Z', '2026-11-23T09:30:00.000Z'])
})

test('before it has been open for two hours, on a closed weekday and on a closed day they came on its last open day', () => {
  expect(hours('2026-11-27T02:29:00Z')).toEqual(['2026-11-26T00:30:00.000Z', '2026-11-26T09:30:00.000Z'])
  expect(hours('2026-11-29T05:00:00Z')).toEqual(['2026-11-28T01:00:00.000Z', '2026-11-28T04:00:00.000Z']) // a Sunday, after a short Saturday
  expect(hours('2026-11-24T05:00:00Z')).toEqual(['2026-11-23T00:30:00.000Z', '2026-11-23T09:30:00.000Z'])
})
