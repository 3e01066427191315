import { expect, test } from 'vitest'
import { addDays, fromWallTime, isTimeZone, localDay, startOfDay, wallTime } from './time.ts'

test("a store's day is its own, not London's", () => {
  expect(localDay(new Date('2026-11-23T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-11-23')
  expect(localDay(new Date('2026-11-23T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-24')
})

test('a day starts where the day before ends, in whole-hour, half-hour and summer-time zones', () => {
  expect(startOfDay('2026-11-24', 'Asia/Shanghai').toISOString()).toBe('2026-11-23T16:00:00.000Z')
  expect(startOfDay('2026-11-24', 'Asia/Kolkata').toISOString()).toBe('2026-11-23T18:30:00.000Z')
  expect(startOfDay('2026-07-01', 'Europe/Berlin').toISOString()).toBe('2026-06-30T22:00:00.000Z')
})

test('days are added over month ends and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(isTimeZone('Asia/Shanghai')).toBe(true)
  expect(isTimeZone('Moon/Base')).toBe(false)
})

test('the clock on the wall of a store and the moment lead to each other', () => {
  expect(wallTime(new Date('2026-11-24T00:30:00Z'), 'Asia/Shanghai')).toBe('2026-11-24T08:30')
  expect(fromWallTime('2026-11-24T08:30', 'Asia/Shanghai')?.toISOString()).toBe('2026-11-24T00:30:00.000Z')
  expect(fromWallTime('2026-07-01T00:00', 'Europe/Berlin')?.toISOString()).toBe('2026-06-30T22:00:00.000Z')
  expect(fromWallTime('', 'Asia/Shanghai')).toBeNull()
})
