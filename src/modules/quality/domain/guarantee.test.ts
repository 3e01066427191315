import { expect, test } from 'vitest'
import { guaranteeOf, periodOn, whyNotPromise, type Term } from './guarantee.ts'

const law = (repairKind: Term['repairKind'], kilometres: number, days: number): Term => ({ repairKind, validFrom: '2005-08-01', kilometres, days })
const legal = [law('overhaul', 20_000, 100), law('second-maintenance', 5_000, 30), law('minor', 2_000, 10)]
const terms = { legal, promised: [] }
const second = (day: string) => periodOn('second-maintenance', day, terms)
const delivered = { day: '2026-10-01', km: 10_000 }

test('the law answers by kind of repair', () => {
  expect((['overhaul', 'second-maintenance', 'minor'] as const).map((kind) => periodOn(kind, '2026-11-23', terms))).toEqual([{ kilometres: 20_000, days: 100 }, { kilometres: 5_000, days: 30 }, { kilometres: 2_000, days: 10 }])
})

test.each([
  ['the thirtieth day is the last', '2026-10-31', 10_100, true],
  ['the thirty-first is over', '2026-11-01', 10_100, false],
  ['the five thousandth kilometre is the last', '2026-10-02', 15_000, true],
  ['one more is over, whatever days are left', '2026-10-02', 15_001, false],
] as const)('%s', (_name, day, km, within) => {
  expect(guaranteeOf([delivered], second, { day, km }).within).toBe(within)
})

test('without a reading the days alone count', () => {
  expect(guaranteeOf([{ ...delivered, km: null }], second, { day: '2026-10-31', km: 99_000 })).toMatchObject({ within: true, kmLeft: null, untilKm: null })
  expect(guaranteeOf([delivered], second, { day: '2026-11-01', km: null }).within).toBe(false)
})

test('mended again, the item begins anew: kilometres and days of the last delivery', () => {
  const again = { day: '2026-10-25', km: 13_000 }
  expect(guaranteeOf([delivered, again], second, { day: '2026-11-24', km: 18_000 })).toEqual({ from: again, until: '2026-11-24', untilKm: 18_000, kmLeft: 0, within: true })
  expect(guaranteeOf([again, delivered], second, { day: '2026-11-25', km: 13_001 }).within).toBe(false)
})

test('a promise counts for what is delivered from its day on, the later over the earlier, and never below the law', () => {
  const promised = [{ repairKind: 'minor', validFrom: '2026-06-01', kilometres: 10_000, days: 180 }, { repairKind: 'minor', validFrom: '2026-09-01', kilometres: 3_000, days: 30 }] as const
  const on = (day: string) => periodOn('minor', day, { legal: [...legal, { repairKind: 'minor', validFrom: '2027-01-01', kilometres: 4_000, days: 15 }], promised })
  expect([on('2026-05-31'), on('2026-06-01'), on('2026-09-01'), on('2027-01-01')]).toEqual([{ kilometres: 2_000, days: 10 }, { kilometres: 10_000, days: 180 }, { kilometres: 3_000, days: 30 }, { kilometres: 4_000, days: 30 }])
})

test('a store promises more, never less, and never backwards', () => {
  const wish = { repairKind: 'minor', validFrom: '2026-11-23', kilometres: 2_000, days: 10 } as const
  const code = (change: Partial<Term>) => whyNotPromise({ ...wish, ...change }, '2026-11-23', legal)?.code ?? null
  expect([code({}), code({ days: 9 }), code({ kilometres: 1_999, days: 90 }), code({ validFrom: '2026-11-22' })]).toEqual([null, 'quality.less-than-law', 'quality.less-than-law', 'quality.promise-in-past'])
})
