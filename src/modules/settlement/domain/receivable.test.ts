import { expect, test } from 'vitest'
import { agesOn, dueDayOf, overdueDays, termsOf } from './receivable.ts'

test('nothing is overdue on its due day; over a leap day the days are counted', () => {
  expect(overdueDays('2026-11-24', '2026-11-24')).toBe(0)
  expect(overdueDays('2026-12-24', '2026-11-24')).toBe(0)
  expect(overdueDays('2028-02-28', '2028-03-01')).toBe(2)
})

test('the borders of the ages lie thirty days apart', () => {
  expect(agesOn('2026-11-24')).toEqual({ notBefore: '2026-11-24', to30: '2026-10-25', to60: '2026-09-25', to90: '2026-08-26' })
})

test('a claim is due within thirty days or the term of its payer, what is on credit as it was agreed, all else at once', () => {
  const statement = { day: '2026-11-01', payer: 'customer', supplementOf: null, creditDueOn: null } as const
  const terms = termsOf([{ payer: 'warranty', days: 45, version: 1 }])
  expect(terms.map(({ payer, days }) => [payer, days])).toEqual([['insurer', 30], ['warranty', 45], ['free-maintenance', 30]])
  expect(dueDayOf(statement, terms)).toBeNull()
  expect(dueDayOf({ ...statement, payer: 'insurer' }, terms)).toBe('2026-12-01')
  expect(dueDayOf({ ...statement, payer: 'warranty' }, terms)).toBe('2026-12-16')
  expect(dueDayOf({ ...statement, supplementOf: 'the claim' }, terms)).toBe('2026-12-01')
  expect(dueDayOf({ ...statement, supplementOf: 'the claim', creditDueOn: '2027-01-15' }, terms)).toBe('2027-01-15')
})
