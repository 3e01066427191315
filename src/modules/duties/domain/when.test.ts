import { expect, test } from 'vitest'
import { shippedDuties } from './default-pack.ts'
import { isFault, isWholePeriod, parseWhen, waitsFor } from './when.ts'

test('every deadline of the manual can be read', () => {
  expect(shippedDuties.filter(({ when }) => isFault(parseWhen(when))).map(({ id, when }) => [id, when])).toEqual([])
})

test('days, rules, events with their spans, and what always holds', () => {
  expect(parseWhen('day@3x')).toEqual({ kind: 'day', moment: 'thrice' })
  expect(parseWhen('always')).toEqual({ kind: 'always' })
  expect(parseWhen('FREQ=MONTHLY;BYDAY=1TU,-1FR')).toMatchObject({ rule: { frequency: 'MONTHLY', weekdays: [{ weekday: 2, nth: 1 }, { weekday: 5, nth: -1 }] } })
  expect(parseWhen('FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1')).toMatchObject({ rule: { monthDays: [28, 29, 30], positions: [-1] } })
  expect(parseWhen('on(meeting.held | training.held)+P1D')).toEqual({ kind: 'event', events: [{ name: 'meeting.held', narrowing: null }, { name: 'training.held', narrowing: null }], span: { sign: 1, days: 1, minutes: 0 } })
  const accessory = 'on(receipt.discrepancy accessory)+P0D'
  expect([waitsFor(accessory, 'receipt.discrepancy', 'accessory'), waitsFor(accessory, 'receipt.discrepancy', null), waitsFor(accessory, 'receipt.discrepancy'), waitsFor(accessory, 'receipt.posted')]).toEqual([true, false, true, false])
  expect([waitsFor('on(meeting.held | receipt.discrepancy)+P0D', 'receipt.discrepancy', 'accessory'), waitsFor('day', 'receipt.discrepancy')]).toEqual([true, false])
  expect(parseWhen('on(employee.joined parts)+P30D')).toMatchObject({ events: [{ name: 'employee.joined', narrowing: 'parts' }] })
  expect(parseWhen('on(count.planned)-P3D')).toMatchObject({ span: { sign: -1, days: 3 } })
  expect(parseWhen('on(complaint.assigned)+PT24H')).toMatchObject({ span: { sign: 1, days: 0, minutes: 1_440 } })
  expect(parseWhen('on(order.settled)')).toMatchObject({ span: null })
})

test.each(['', 'daily', 'FREQ=HOURLY', 'FREQ=MONTHLY;BYDAY=6MO', 'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=MONTHLY;BYMONTHDAY=0', 'FREQ=WEEKLY;BYDAY=2TU', 'FREQ=WEEKLY;BYMONTHDAY=3', 'FREQ=YEARLY;BYMONTHDAY=3', 'FREQ=MONTHLY;COUNT=3',
  'FREQ=WEEKLY;INTERVAL=0', 'on()', 'on(order)', 'on(order.settled', 'on(order.settled)+', 'on(order.settled)+P', 'on(order.settled)+1D', 'on(a.b |)+P1D'])('"%s" is refused with words', (text) => {
  const read = parseWhen(text)
  expect(isFault(read) && read.fault.length > 10).toBe(true)
})

test('numbers of a rule lie in the calendar (RFC 5545, 3.3.10)', () => {
  const reads = (text: string): boolean => !isFault(parseWhen(text))
  for (const [part, from, to] of [['FREQ=WEEKLY;INTERVAL', 1, 99], ['FREQ=YEARLY;BYMONTH', 1, 12], ['FREQ=MONTHLY;BYMONTHDAY', -31, 31], ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS', -31, 31]] as const) {
    expect([part, ...[from - 1, from, 0, to, to + 1].map((number) => reads(`${part}=${String(number)}`))]).toEqual([part, false, true, false, true, false])
  }
  expect([reads('FREQ=DAILY;BYMONTHDAY=3'), reads('FREQ=WEEKLY;BYMONTH=3'), reads('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=3')]).toEqual([false, false, false])
  expect(parseWhen('on(order.settled)+P1DT2H30M')).toMatchObject({ span: { sign: 1, days: 1, minutes: 150 } })
})

test('a rule may have its hour', () => {
  expect(['FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=5', 'FREQ=MONTHLY;BYHOUR=18'].map((text) => parseWhen(text))).toMatchObject([{ rule: { wall: '09:05' } }, { rule: { wall: '18:00' } }])
  expect(['FREQ=WEEKLY;BYMINUTE=5', 'FREQ=WEEKLY;BYHOUR=24', 'FREQ=WEEKLY;BYHOUR=9;BYMINUTE=60', 'FREQ=WEEKLY;BYHOUR=-1'].map((text) => isFault(parseWhen(text)))).toEqual([true, true, true, true])
})

test('weekly, monthly and yearly without a day are due any time in the period; daily is each day', () => {
  const whole = (text: string) => { const when = parseWhen(text); return 'rule' in when && isWholePeriod(when.rule) }
  expect(['FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY', 'FREQ=WEEKLY;BYDAY=MO'].map(whole)).toEqual([false, true, true, true, false])
})
