import { expect, test } from 'vitest'
import { sinceWhen, waitingClock } from './waiting.ts'

test('what waits of the time clock is known by its address', () => {
  expect(waitingClock({ address: '/api/attendance/in', content: '{"at":"2026-11-23T00:00:00.000Z"}' })).toEqual({ step: 'in', at: '2026-11-23T00:00:00.000Z' })
  expect(waitingClock({ address: '/api/workshop-jobs/1/clock-on', content: '{}' })).toBeNull()
  expect(waitingClock({ address: '/api/attendance/in', content: null })).toBeNull()
})

test('the screen goes on with what waits', () => {
  expect(sinceWhen(null, [{ step: 'in', at: 'a' }])).toBe('a')
  expect(sinceWhen('b', [{ step: 'out', at: 'c' }])).toBeNull()
  expect(sinceWhen('b', [{ step: 'out', at: 'c' }, { step: 'in', at: 'd' }])).toBe('d')
  expect(sinceWhen('b', [])).toBe('b')
})
