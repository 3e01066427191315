import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, fromWallTime, isTimeZone, localDay, spanOfMonth, startOfDay, wallTime } from './time.ts'

test("a store's day is its own, not London's", () => {
  expect(localDay(new Date('2026-11-23T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-11-23')
  expect(localDay(new Date('2026-11-23T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-24')
})

test('a month is its own length, and ends where the next one begins', () => {
  expect([addMonths('2026-01-31', 1), addMonths('2028-01-31', 1), addMonths('2026-12-01', 1), addMonths('2026-01-01', -1)]).toEqual(['2026-02-28', '2028-02-29', '2027-01-01', '2025-12-01'])
  expect(spanOfMonth('2026-12', 'Asia/Shanghai')).toEqual({ from: startOfDay('2026-12-01', 'Asia/Shanghai'), until: startOfDay('2027-01-01', 'Asia/Shanghai') })
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
  for (const wrong of ['', '2026-02-30T10:00', '2026-11-24T24:00', '2026-13-01T00:00']) expect(fromWallTime(wrong, 'Asia/Shanghai')).toBeNull()
})

test('whatever the moment and the zone, the wall says what the language\'s own tables say, and leads back to the earliest moment that shows it', () => {
  const zone = fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'Asia/Kathmandu', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Kiritimati', 'Antarctica/Troll')
  const someday = fc.integer({ min: Date.parse('1991-09-01T00:00:00Z'), max: Date.parse('2040-12-31T00:00:00Z') })
  const nearChange = fc.tuple(fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z', '2026-04-04T15:00:00Z', '2026-10-03T15:30:00Z', '2026-11-01T06:30:00Z', '2011-12-30T10:00:00Z'), fc.integer({ min: -4_500, max: 4_500 }))
    .map(([change, minutes]) => Date.parse(change) + minutes * 60_000)
  fc.assert(fc.property(zone, fc.oneof(someday, nearChange), (timeZone, at) => {
    const tables = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    const says = (moment: number): string => tables.format(moment).replace(' ', 'T')
    const wall = wallTime(new Date(at), timeZone)
    expect(wall).toBe(says(at))
    expect(localDay(new Date(at), timeZone)).toBe(wall.slice(0, 10))
    const back = fromWallTime(wall, timeZone)?.getTime() ?? Number.NaN
    expect([says(back), back <= at]).toEqual([wall, true])
    const start = startOfDay(wall.slice(0, 10), timeZone).getTime()
    expect([says(start).slice(0, 10), says(start - 60_000) < says(start)]).toEqual([wall.slice(0, 10), true])
    expect(says(start - 60_000).slice(0, 10)).not.toBe(wall.slice(0, 10))
  }), { numRuns: 400 })
})
