import { expect, test } from 'vitest'
import { depositFor, placeable, presetKinds, whyNotKindFor, whyNotWithoutDeposit, withPresets } from './kinds.ts'

const own = { ...presetKinds[1], code: 'S', nameZh: '周订单', promisedDays: 9 } as (typeof presetKinds)[number]

test("the store's own figures go before the presets, its own kinds behind them", () => {
  const all = withPresets([own, { ...own, code: 'X' }])
  expect(all.map(({ code }) => code)).toEqual(['M', 'S', 'J', 'E', 'W', 'X'])
  expect(all[1]?.promisedDays).toBe(9)
})

test('outside orders go outside, the others to the maker, and neither to what is not in use', () => {
  const [kind] = presetKinds
  const outside = presetKinds.at(-1)
  if (kind === undefined || outside === undefined) throw new Error('no presets')
  expect(whyNotKindFor(kind, { kind: 'maker', active: true })).toBeNull()
  expect(whyNotKindFor(kind, { kind: 'outside', active: true })?.code).toBe('parts-orders.kind-of-another-supplier')
  expect(whyNotKindFor(outside, { kind: 'outside', active: false })?.code).toBe('parts-orders.not-in-use')
})

test('an urgent kind asks a customer of the counter for its share of the price before it orders, a stock order for nothing', () => {
  const [kindM, , kindJ] = presetKinds
  if (kindM === undefined || kindJ === undefined) throw new Error('no presets')
  const sale = { number: 'CS-1', priceFen: 9_999, depositFen: 2_999 }
  expect(depositFor(kindJ, 9_999)).toBe(3_000)
  expect(whyNotWithoutDeposit(kindJ, sale)).toMatchObject({ code: 'parts-orders.deposit-missing', facts: { kind: 'J', number: 'CS-1', deposit: 30, held: 29.99 } })
  expect(whyNotWithoutDeposit(kindJ, { ...sale, depositFen: 3_000 })).toBeNull()
  expect(whyNotWithoutDeposit({ ...kindM, depositPercent: 50 }, sale)).toBeNull()
})

test('a kind bound to the calendar is placed on its next day, the others today; what is not in use, or has no day, is not placed', () => {
  const nextDayOf = (code: string) => (code === 'M' ? '2026-12-05' : null)
  const days = (kinds = presetKinds, next: typeof nextDayOf | (() => null) = nextDayOf) => placeable(kinds, next, '2026-11-23').map(({ kind, orderOn, eta }) => [kind.code, orderOn, eta])
  expect(days()).toEqual([['M', '2026-12-05', '2026-12-12'], ['S', '2026-11-23', '2026-11-28'], ['J', '2026-11-23', '2026-11-26'], ['E', '2026-11-23', '2026-11-25'], ['W', '2026-11-23', '2026-11-24']])
  expect(days(presetKinds.map((kind) => ({ ...kind, active: kind.code !== 'E' })), () => null).map(([code]) => code)).toEqual(['S', 'J', 'W'])
})
