import { expect, test } from 'vitest'
import { adviseSource, depositFor, offerFrom, presetKinds, whyNotKindFor, whyNotWithoutDeposit, withPresets } from './kinds.ts'

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

test('who stands on the road is advised the earliest, who waits the cheapest within two days of it, nobody in a hurry the cheapest', () => {
  const facts = { kinds: presetKinds, nextDayOf: () => '2026-11-25', today: '2026-11-23', unitCostFen: 10_000 }
  const advised = (urgency: 'off-road' | 'waiting' | 'normal') => adviseSource({ ...facts, urgency }).find((option) => option.advised)
  expect(advised('off-road')).toMatchObject({ code: 'W', eta: '2026-11-24', unitCostFen: 10_000 })
  expect(advised('waiting')).toMatchObject({ code: 'W' })
  const maker = presetKinds.filter(({ code }) => code !== 'W')
  expect(adviseSource({ ...facts, kinds: maker, urgency: 'waiting' }).find((option) => option.advised)).toMatchObject({ code: 'J', eta: '2026-11-26', unitCostFen: 10_500 })
  expect(adviseSource({ ...facts, kinds: maker, urgency: 'normal' }).find((option) => option.advised)).toMatchObject({ code: 'M', orderOn: '2026-11-25', eta: '2026-12-02' })
  // A part that was never bought: the factors still tell the cheaper kind, and no cost is said.
  expect(adviseSource({ ...facts, unitCostFen: null, kinds: maker, urgency: 'waiting' }).find((option) => option.advised)).toMatchObject({ code: 'J', unitCostFen: null })
  expect(adviseSource({ ...facts, nextDayOf: () => null, kinds: maker, urgency: 'normal' }).map(({ code }) => code)).toEqual(['E', 'J', 'S'])
})

test('a source offers its cheapest kind that can be placed, with the day and the cost of that kind; where no kind comes from there, nothing', () => {
  const facts = { kinds: presetKinds, nextDayOf: (code: string) => (code === 'M' ? '2026-12-05' : null), today: '2026-11-23', unitCostFen: 71_675 }
  expect(offerFrom(facts, 'e-order')).toEqual({ code: 'E', source: 'e-order', orderOn: '2026-11-23', eta: '2026-11-25', unitCostFen: 78_843 })
  expect(offerFrom(facts, 'j-order')).toMatchObject({ eta: '2026-11-26', unitCostFen: 75_259 })
  expect(offerFrom(facts, 'm-order')).toMatchObject({ code: 'M', orderOn: '2026-12-05', eta: '2026-12-12', unitCostFen: 71_675 }) // before S, which asks for 2 % more
  expect(offerFrom({ ...facts, nextDayOf: () => null }, 'm-order')).toMatchObject({ code: 'S', orderOn: '2026-11-23', eta: '2026-11-28', unitCostFen: 73_109 })
  expect(offerFrom({ ...facts, kinds: presetKinds.map((kind) => ({ ...kind, active: kind.code !== 'E' })) }, 'e-order')).toBeNull()
  expect(offerFrom(facts, 'transfer')).toBeNull()
})
