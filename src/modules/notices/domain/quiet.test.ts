import { expect, test } from 'vitest'
import { isQuiet, leavingOf, presetTimes } from './quiet.ts'

const times = { ...presetTimes, quietFrom: '22:00', quietUntil: '07:00', digestAt: '18:00' }
const shanghai = 'Asia/Shanghai' // UTC+8, never changed

test('quiet hours go over midnight, by the store\'s own clock', () => {
  const quietAt = (moment: string, zone = shanghai) => isQuiet(new Date(moment), times, zone)
  expect([quietAt('2026-11-24T13:59:00Z'), quietAt('2026-11-24T14:00:00Z'), quietAt('2026-11-24T22:59:00Z'), quietAt('2026-11-24T23:00:00Z')]).toEqual([false, true, true, false])
  expect(quietAt('2026-11-24T14:00:00Z', 'Europe/Berlin')).toBe(false) // three in the afternoon there
  expect(isQuiet(new Date('2026-11-24T05:00:00Z'), { quietFrom: '12:00', quietUntil: '14:00' }, shanghai)).toBe(true)
  expect(isQuiet(new Date('2026-11-24T14:00:00Z'), { quietFrom: '22:00', quietUntil: '22:00' }, shanghai)).toBe(false)
})

test('what comes in quiet hours leaves together when they end; by day it leaves at once, and the digest at its time', () => {
  const leaving = (way: 'now' | 'digest' | 'off', moment: string) => {
    const found = leavingOf(way, new Date(moment), times, shanghai)
    return found === null ? null : [found.at.toISOString(), found.together]
  }
  expect(leaving('now', '2026-11-24T02:00:00Z')).toEqual(['2026-11-24T02:00:00.000Z', false])
  expect(leaving('now', '2026-11-24T15:30:00Z')).toEqual(['2026-11-24T23:00:00.000Z', true]) // half past eleven at night → seven in the morning
  expect(leaving('now', '2026-11-24T16:30:00Z')).toEqual(['2026-11-24T23:00:00.000Z', true]) // half past midnight → the same morning
  expect(leaving('digest', '2026-11-24T02:00:00Z')).toEqual(['2026-11-24T10:00:00.000Z', true])
  expect(leaving('digest', '2026-11-24T10:00:00Z')).toEqual(['2026-11-25T10:00:00.000Z', true]) // today's has left
  expect(leaving('off', '2026-11-24T02:00:00Z')).toBeNull()
})

test('a digest whose time lies in quiet hours waits for their end, and a night in which the clock is changed has one', () => {
  expect(leavingOf('digest', new Date('2026-11-24T02:00:00Z'), { ...times, digestAt: '23:00' }, shanghai)?.at.toISOString()).toBe('2026-11-24T23:00:00.000Z')
  // In Berlin the clock goes from two to three on 29 March 2026: half past two is not there.
  expect(leavingOf('now', new Date('2026-03-29T00:30:00Z'), { ...times, quietUntil: '02:30' }, 'Europe/Berlin')?.at.toISOString()).toBe('2026-03-29T01:30:00.000Z')
})
