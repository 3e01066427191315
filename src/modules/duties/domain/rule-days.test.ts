import { expect, test } from 'vitest'
import { daysOfRule, periodsOf } from './rule-days.ts'
import { isFault, parseWhen, type Rule } from './when.ts'

function ruleOf(text: string): Rule {
  const when = parseWhen(text)
  if (isFault(when) || when.kind !== 'rule') throw new Error(text)
  return when.rule
}
const days = (text: string, from: string, until: string, countsFrom = '2026-01-01') => daysOfRule(ruleOf(text), from, until, countsFrom)

test('"by the 30th" is the last day of February, in leap years too', () => {
  const rule = 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'
  expect(days(rule, '2026-01-01', '2026-04-30')).toEqual(['2026-01-30', '2026-02-28', '2026-03-30', '2026-04-30'])
  expect(days(rule, '2028-02-01', '2028-02-29')).toEqual(['2028-02-29'])
})

test('the 31st is missing in short months; the last day is in all', () => {
  expect(days('FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-01', '2026-06-30')).toEqual(['2026-01-31', '2026-03-31', '2026-05-31'])
  expect(days('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-01', '2026-04-30')).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
})

test('nth weekdays count within their month, from its end too', () => {
  expect(days('FREQ=MONTHLY;BYDAY=1TU,2TU', '2026-09-01', '2026-10-31')).toEqual(['2026-09-01', '2026-09-08', '2026-10-06', '2026-10-13'])
  expect(days('FREQ=MONTHLY;BYDAY=5MO', '2026-01-01', '2026-06-30')).toEqual(['2026-03-30', '2026-06-29'])
  expect(days('FREQ=MONTHLY;BYDAY=-1FR', '2026-11-01', '2027-01-31')).toEqual(['2026-11-27', '2026-12-25', '2027-01-29'])
})

test('weekdays run over the end of the year', () => {
  expect(days('FREQ=WEEKLY;BYDAY=MO', '2026-12-21', '2027-01-11')).toEqual(['2026-12-21', '2026-12-28', '2027-01-04', '2027-01-11'])
})

test('a range that begins and ends inside a period names only its own days', () => {
  expect(days('FREQ=MONTHLY;BYMONTHDAY=5,15,25', '2026-11-06', '2026-11-15')).toEqual(['2026-11-15'])
})

test('every second month counts from the first count, backwards and over the year', () => {
  const names = (from: string, until: string, countsFrom: string) => periodsOf(ruleOf('FREQ=MONTHLY;INTERVAL=2'), from, until, countsFrom).map(({ name }) => name)
  expect(names('2026-09-01', '2027-03-31', '2026-11-10')).toEqual(['2026-09', '2026-11', '2027-01', '2027-03'])
  expect(names('2026-09-01', '2026-12-31', '2026-12-01')).toEqual(['2026-10', '2026-12'])
})

test('weeks have the names of ISO 8601', () => {
  expect(periodsOf(ruleOf('FREQ=WEEKLY'), '2026-12-28', '2027-01-04', '2026-01-01')).toEqual([
    { name: '2026-W53', first: '2026-12-28', last: '2027-01-03' }, { name: '2027-W01', first: '2027-01-04', last: '2027-01-10' }])
})

test('a yearly day of a month, 29 February among them', () => {
  expect(days('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2026-01-01', '2032-12-31')).toEqual(['2028-02-29', '2032-02-29'])
})

test('each day of the week belongs to it, the last too; a rule of months holds in those alone', () => {
  expect(days('FREQ=WEEKLY;BYDAY=MO,SU', '2026-11-23', '2026-11-29')).toEqual(['2026-11-23', '2026-11-29'])
  expect(days('FREQ=DAILY', '2026-11-28', '2026-12-01')).toEqual(['2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'])
  expect(days('FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=1', '2026-01-01', '2026-12-31')).toEqual(['2026-03-01'])
  expect(days('FREQ=YEARLY;BYMONTH=9,3;BYMONTHDAY=1', '2026-01-01', '2026-12-31')).toEqual(['2026-03-01', '2026-09-01'])
})

test('weekdays counted from the end of a month, and the first of several days of it', () => {
  expect(days('FREQ=MONTHLY;BYDAY=-1MO,-2MO', '2026-11-01', '2026-11-30')).toEqual(['2026-11-23', '2026-11-30'])
  expect(days('FREQ=MONTHLY;BYDAY=-1SU', '2026-11-01', '2026-11-30')).toEqual(['2026-11-29'])
  expect(days('FREQ=MONTHLY;BYDAY=-4TU', '2026-11-01', '2026-11-30')).toEqual(['2026-11-03'])
  expect(days('FREQ=MONTHLY;BYDAY=MO,TU,WE;BYSETPOS=1,2', '2026-11-01', '2026-11-30')).toEqual(['2026-11-02', '2026-11-03'])
})
