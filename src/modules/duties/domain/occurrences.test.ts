import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../kernel/time.ts'
import { shippedDuties } from './default-pack.ts'
import { dueAfter, isAtOnce, occurrencesOf, responseTime, type DeadlineMove, type StoreCalendar } from './occurrences.ts'
import { isFault, parseWhen, type When } from './when.ts'

const everyDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, { opens: '08:30', closes: '17:30' }]))
const shanghai: StoreCalendar = { timeZone: 'Asia/Shanghai', opening: { weekdays: everyDay, exceptions: {} } }
const closedOn = (...days: string[]): StoreCalendar => ({ ...shanghai, opening: { weekdays: everyDay, exceptions: Object.fromEntries(days.map((day) => [day, null])) } })

function read(text: string): When {
  const when = parseWhen(text)
  if (isFault(when)) throw new Error(when.fault)
  return when
}
const due = (text: string, from: string, until: string, calendar = shanghai, move: DeadlineMove = 'before') =>
  occurrencesOf(read(text), calendar, from, until, { move, countsFrom: '2026-01-01' }).map(({ period, dueAt }) => `${period} ${dueAt.toISOString().slice(0, 16)}`)

test('a working day: before opening, by closing, an hour after it, three rounds', () => {
  expect(due('day@open', '2026-11-24', '2026-11-24')).toEqual(['2026-11-24 2026-11-24T00:30'])
  expect(due('day', '2026-11-24', '2026-11-24')).toEqual(['2026-11-24 2026-11-24T09:30'])
  expect(due('day@close', '2026-11-24', '2026-11-24')).toEqual(['2026-11-24 2026-11-24T10:30'])
  expect(due('day@3x', '2026-11-24', '2026-11-24')).toEqual(['2026-11-24/1 2026-11-24T02:45', '2026-11-24/2 2026-11-24T05:00', '2026-11-24/3 2026-11-24T09:30'])
})

test('an hour of the store\'s own choice is due by its own clock, on open days alone', () => {
  const calendar = closedOn('2026-11-25')
  expect(due('day@10:00', '2026-11-24', '2026-11-26', calendar)).toEqual(['2026-11-24 2026-11-24T02:00', '2026-11-26 2026-11-26T02:00'])
  expect(['day@9:00', 'day@24:00', 'day@10:60', 'day@10'].map((text) => 'fault' in parseWhen(text))).toEqual([true, true, true, true])
})

test('a rule with an hour is due by it', () => {
  expect(due('FREQ=WEEKLY;BYDAY=TU;BYHOUR=11;BYMINUTE=30', '2026-11-23', '2026-11-29')).toEqual(['2026-11-24 2026-11-24T03:30'])
  expect(due('FREQ=MONTHLY;BYHOUR=12', '2026-11-01', '2026-11-30')).toEqual(['2026-11 2026-11-30T04:00'])
})

test('closed days owe nothing; a day with hours of its own has its own deadline', () => {
  const calendar: StoreCalendar = { ...shanghai, opening: { weekdays: everyDay, exceptions: { '2026-11-24': null, '2026-11-25': { opens: '10:00', closes: '15:00' } } } }
  expect(due('day', '2026-11-23', '2026-11-25', calendar)).toEqual(['2026-11-23 2026-11-23T09:30', '2026-11-25 2026-11-25T07:00'])
})

test('a deadline on a closed day moves before it, after it, or stays; it keeps its own name', () => {
  const festival = closedOn('2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22')
  expect(due('FREQ=MONTHLY;BYMONTHDAY=20', '2026-02-01', '2026-02-28', festival)).toEqual(['2026-02-20 2026-02-14T09:30'])
  expect(due('FREQ=MONTHLY;BYMONTHDAY=20', '2026-02-01', '2026-02-28', festival, 'after')).toEqual(['2026-02-20 2026-02-23T09:30'])
  expect(due('FREQ=MONTHLY;BYMONTHDAY=20', '2026-02-01', '2026-02-28', festival, 'stay')).toEqual(['2026-02-20 2026-02-20T15:59'])
})

test('two deadlines that move onto one day stay two', () => {
  const closed = closedOn('2026-11-05', '2026-11-06', '2026-11-07')
  expect(due('FREQ=WEEKLY;BYDAY=TH,FR', '2026-11-02', '2026-11-08', closed)).toEqual(['2026-11-05 2026-11-04T09:30', '2026-11-06 2026-11-04T09:30'])
})

test('a bare period is due by its last open day and can be done from its first', () => {
  const calendar = closedOn('2026-11-29', '2026-11-30')
  expect(due('FREQ=MONTHLY', '2026-11-01', '2026-11-30', calendar)).toEqual(['2026-11 2026-11-28T09:30'])
  expect(due('FREQ=WEEKLY', '2026-11-23', '2026-11-23', calendar)).toEqual(['2026-W48 2026-11-28T09:30'])
  expect(due('FREQ=YEARLY', '2026-01-01', '2026-01-01')).toEqual(['2026 2026-12-31T09:30'])
})

test('two stores in two time zones each have their own moments, summer time included', () => {
  const berlin: StoreCalendar = { ...shanghai, timeZone: 'Europe/Berlin' }
  expect(due('day@open', '2026-03-28', '2026-03-30', berlin)).toEqual(['2026-03-28 2026-03-28T07:30', '2026-03-29 2026-03-29T06:30', '2026-03-30 2026-03-30T06:30'])
})

test('ranges that meet give what one range gives, never a period twice, never due before it opens', () => {
  const whens = [...new Set(shippedDuties.map(({ when }) => when))].map(read).filter(({ kind }) => kind === 'day' || kind === 'rule')
  const calendar = closedOn('2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07', '2026-12-31', '2027-01-01')
  fc.assert(fc.property(fc.constantFrom(...whens), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }), fc.constantFrom<DeadlineMove>('before', 'after', 'stay'), (when, start, first, second, move) => {
    const [from, middle] = [addDays('2026-01-01', start), addDays('2026-01-01', start + first)]
    const until = addDays(middle, second)
    const of = (a: string, b: string) => occurrencesOf(when, calendar, a, b, { move, countsFrom: '2026-01-01' })
    const whole = of(from, until)
    expect([...of(from, middle), ...of(addDays(middle, 1), until)]).toEqual(whole)
    expect(new Set(whole.map(({ period }) => period)).size).toBe(whole.length)
    expect(whole.filter(({ opensAt, dueAt }) => dueAt < opensAt)).toEqual([])
  }), { numRuns: 400 })
})

test('an event sets its deadline: by the clock, by days of the store, before what is planned', () => {
  const at = new Date('2026-11-24T06:00:00Z') // 14:00 in Shanghai
  const after = (text: string, calendar = shanghai, happened = at) => {
    const when = read(`on(a.b)${text}`)
    return when.kind === 'event' && when.span !== null ? dueAfter(when.span, calendar, happened, 'before').toISOString().slice(0, 16) : ''
  }
  expect(after('+PT24H')).toBe('2026-11-25T06:00')
  expect(after('+P0D')).toBe('2026-11-24T09:30')
  expect(after('+P0D', shanghai, new Date('2026-11-24T13:00:00Z'))).toBe('2026-11-24T15:59')
  expect(after('+P3D')).toBe('2026-11-27T09:30')
  expect(after('+P3D', closedOn('2026-11-27'))).toBe('2026-11-26T09:30')
  expect(after('+P1D', closedOn('2026-11-25', '2026-11-26'))).toBe('2026-11-27T09:30')
  expect(after('-P3D')).toBe('2026-11-21T09:30')
})

test('days and hours add up, +P0D ends with closing itself, and at once means within the response time', () => {
  const at = new Date('2026-11-24T06:00:00Z')
  const span = (days: number, minutes: number, sign: 1 | -1 = 1) => dueAfter({ sign, days, minutes }, shanghai, at, 'before').toISOString().slice(0, 16)
  expect([span(1, 60), span(1, 60, -1), span(0, 1)]).toEqual(['2026-11-25T07:00', '2026-11-23T05:00', '2026-11-24T06:01'])
  expect(dueAfter({ sign: 1, days: 0, minutes: 0 }, shanghai, new Date('2026-11-24T09:30:00Z'), 'before').toISOString()).toBe('2026-11-24T15:59:00.000Z')
  expect([isAtOnce('on(car.arrived)+PT0H'), isAtOnce('on(car.arrived)+P0D')]).toEqual([true, false])
  expect(responseTime(at).toISOString()).toBe('2026-11-24T06:15:00.000Z')
  expect(dueAfter({ sign: 1, days: 2, minutes: 0 }, closedOn('2026-11-26'), at, 'before').toISOString().slice(0, 16)).toBe('2026-11-25T09:30')
  expect(dueAfter({ sign: 1, days: 2, minutes: 0 }, closedOn('2026-11-25', '2026-11-26'), at, 'before').toISOString().slice(0, 16)).toBe('2026-11-27T09:30')
})

test('a day of the month shows five days before, a weekday on its own day, and a house closed for longer than any holiday moves nothing', () => {
  const opens = (text: string, calendar = shanghai) => occurrencesOf(read(text), calendar, '2026-11-01', '2026-11-30', { move: 'before', countsFrom: '2026-01-01' }).map(({ opensAt, day }) => [opensAt.toISOString(), day])
  expect(opens('FREQ=MONTHLY;BYMONTHDAY=20')).toEqual([['2026-11-14T16:00:00.000Z', '2026-11-20']])
  expect(opens('FREQ=MONTHLY;BYDAY=1TU')).toEqual([['2026-11-02T16:00:00.000Z', '2026-11-03']])
  const shut = (length: number) => closedOn(...Array.from({ length }, (_, index) => addDays('2026-11-20', -index)))
  expect(occurrencesOf(read('FREQ=MONTHLY;BYMONTHDAY=20'), shut(41), '2026-11-01', '2026-11-30', { move: 'before', countsFrom: '2026-01-01' }).map(({ day }) => day)).toEqual(['2026-11-20'])
  expect(due('FREQ=MONTHLY;BYMONTHDAY=20', '2026-10-01', '2026-11-30', shut(40))).toContain('2026-11-20 2026-10-11T09:30')
})
