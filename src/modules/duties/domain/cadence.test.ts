import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cadenceOf, codeOf, monthChoices, nths, plainCadence, spanUnits, type Cadence } from './cadence.ts'
import { shippedDuties } from './default-pack.ts'
import { countsFrom } from './occurrences.ts'
import { daysOfRule } from './rule-days.ts'
import { isFault, parseWhen } from './when.ts'

const daysOf = (code: string, from: string, until: string): string[] => {
  const when = parseWhen(code)
  return isFault(when) || when.kind !== 'rule' ? [] : daysOfRule(when.rule, from, until, countsFrom)
}
const write = (change: Partial<Cadence>): string => codeOf({ ...plainCadence, ...change })

test('each choice writes its code', () => {
  expect([write({}), write({ wall: '10:00' }), write({ kind: 'opening' }), write({ kind: 'leaving' }), write({ kind: 'thrice' }), write({ kind: 'none' })]).toEqual(['day', 'day@10:00', 'day@open', 'day@close', 'day@3x', ''])
  expect(write({ kind: 'weekly', weekdays: [5, 1], wall: '09:05' })).toBe('FREQ=WEEKLY;BYDAY=MO,FR;BYHOUR=9;BYMINUTE=5')
  expect(write({ kind: 'weekly', weekdays: [], interval: 2 })).toBe('FREQ=WEEKLY;INTERVAL=2')
  expect(write({ kind: 'monthly', monthBy: 'days', monthDays: [15, 1] })).toBe('FREQ=MONTHLY;BYMONTHDAY=1,15')
  expect([write({ kind: 'monthly', monthBy: 'last' }), write({ kind: 'monthly' })]).toEqual(['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY'])
  expect(write({ kind: 'monthly', monthBy: 'nth', nths: [-1, 2], weekday: 2 })).toBe('FREQ=MONTHLY;BYDAY=2TU,-1TU')
  expect([write({ kind: 'yearly', month: 2, date: 28 }), write({ kind: 'yearly', month: 0 })]).toEqual(['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28', 'FREQ=YEARLY'])
  expect(spanUnits.map((unit) => write({ kind: 'event', event: 'count.planned', span: 3, unit }))).toEqual(['on(count.planned)+P3D', 'on(count.planned)+PT3H', 'on(count.planned)-P3D'])
})

test('"by the 30th" is chosen as it is said: a month that lacks the day has its last one, a year 29 February its 28th', () => {
  const [thirtieth, leap] = [write({ kind: 'monthly', monthBy: 'days', monthDays: [30] }), write({ kind: 'yearly', month: 2, date: 29 })]
  expect([thirtieth, leap]).toEqual(['FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1'])
  expect(daysOf(thirtieth, '2027-01-01', '2027-04-30')).toEqual(['2027-01-30', '2027-02-28', '2027-03-30', '2027-04-30'])
  expect(daysOf(write({ kind: 'monthly', monthBy: 'days', monthDays: [31] }), '2027-03-01', '2027-04-30')).toEqual(['2027-03-31', '2027-04-30'])
  expect(daysOf(leap, '2027-01-01', '2028-12-31')).toEqual(['2027-02-28', '2028-02-29'])
  expect([cadenceOf(thirtieth), cadenceOf(leap)]).toMatchObject([{ kind: 'monthly', monthBy: 'days', monthDays: [30] }, { kind: 'yearly', month: 2, date: 29 }])
})

test('of several days of a month each that the month lacks is its last one', () => {
  const days = (monthDays: number[], from: string, until: string) => daysOf(write({ kind: 'monthly', monthBy: 'days', monthDays }), from, until).map((day) => day.slice(5))
  expect(write({ kind: 'monthly', monthBy: 'days', monthDays: [30, 15] })).toBe('FREQ=MONTHLY;BYMONTHDAY=15,28,29,30;BYSETPOS=1,-1')
  expect(days([15, 30], '2027-01-01', '2027-03-31')).toEqual(['01-15', '01-30', '02-15', '02-28', '03-15', '03-30'])
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 2026, max: 2030 }), fc.integer({ min: 1, max: 12 }), (monthDays, year, month) => {
    const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
    const day = (date: number) => `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
    const code = write({ kind: 'monthly', monthBy: 'days', monthDays })
    expect(daysOf(code, day(1), day(length))).toEqual([...new Set(monthDays.map((date) => Math.min(date, length)))].toSorted((a, b) => a - b).map(day))
    expect(cadenceOf(code)).toMatchObject({ kind: 'monthly', monthDays: monthDays.toSorted((a, b) => a - b) })
  }))
})

test('what no choice says stays the code that it is', () => {
  for (const code of ['always', 'FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=MONTHLY;BYMONTHDAY=15,16;BYSETPOS=-1', 'FREQ=MONTHLY;BYDAY=1TU,2FR', 'on(meeting.held | training.held)+P1D', 'on(order.settled)', 'whenever', 'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1']) expect([code, cadenceOf(code).kind]).toEqual([code, 'code'])
  const chosen = shippedDuties.map(({ when }) => when).filter((when) => cadenceOf(when).kind !== 'code')
  expect(chosen.map((when) => codeOf(cadenceOf(when)))).toEqual(chosen)
  expect(chosen.length).toBeGreaterThan(160)
})

test('whatever is chosen can be read, and reads back as the same choice', () => {
  const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 })
  const wall = fc.oneof(fc.constant(''), fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')))
  fc.assert(fc.property(fc.record({
    kind: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly', 'event'), wall, interval: fc.integer({ min: 1, max: 12 }), weekdays: some([1, 2, 3, 4, 5, 6, 7]), monthBy: fc.constantFrom(...monthChoices), monthDays: some([1, 5, 15, 28, 31]), nths: some(nths),
    weekday: fc.integer({ min: 1, max: 7 }), month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 31 }), event: fc.constant('count.planned'), span: fc.integer({ min: 1, max: 99 }), unit: fc.constantFrom(...spanUnits),
  }), (cadence) => {
    const code = codeOf(cadence)
    expect(isFault(parseWhen(code))).toBe(false)
    expect([cadenceOf(code).kind, codeOf(cadenceOf(code))]).toEqual([cadence.kind, code])
  }))
})
