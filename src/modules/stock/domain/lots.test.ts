import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byAge, costByLatest, costGivenBack, costOfNext, planTake, whyNotIssue, whyNotThisLot, type LotInBin } from './lots.ts'

const lot = (lotId: string, receivedOn: string, here: number, bin = 'A-01'): LotInBin => ({ lotId, partId: 'p', placeId: bin, bin, receivedOn, here })

test('the oldest lot goes first, over bins and over the end of a lot', () => {
  const lots = [lot('l3', '2026-03-01', 5_000), lot('l1', '2026-01-01', 1_000, 'B-02'), lot('l2', '2026-02-01', 2_000)]
  expect(planTake(lots, 4_000)).toEqual([
    { lotId: 'l1', placeId: 'B-02', bin: 'B-02', thousandths: 1_000 },
    { lotId: 'l2', placeId: 'A-01', bin: 'A-01', thousandths: 2_000 },
    { lotId: 'l3', placeId: 'A-01', bin: 'A-01', thousandths: 1_000 },
  ])
  expect(planTake(lots, 8_001)).toBeNull()
})

test('a plan takes exactly what was asked, and from a lot only when every older one is empty', () => {
  const stock = fc.array(fc.record({ day: fc.integer({ min: 10, max: 28 }), here: fc.integer({ min: 1, max: 9_000 }) }), { maxLength: 8 })
  fc.assert(fc.property(stock, fc.integer({ min: 1, max: 40_000 }), (rows, asked) => {
    const lots = rows.map(({ day, here }, index) => lot(`l${String(index)}`, `2026-01-${String(day)}`, here))
    const onHand = lots.reduce((sum, { here }) => sum + here, 0)
    const takes = planTake(lots, asked)
    if (takes === null) return asked > onHand
    const takenOf = (id: string) => takes.filter(({ lotId }) => lotId === id).reduce((sum, { thousandths }) => sum + thousandths, 0)
    const newest = lots.filter(({ lotId }) => takenOf(lotId) > 0).map(({ receivedOn }) => receivedOn).sort().at(-1) ?? ''
    return lots.reduce((sum, { lotId }) => sum + takenOf(lotId), 0) === asked
      && lots.every(({ lotId, receivedOn, here }) => receivedOn >= newest || takenOf(lotId) === here)
  }))
})

test('three pieces of a lot that cost 1.00 take 0.33, 0.34 and 0.33', () => {
  let state = { received: 3_000, cost: 100, out: 0, outCost: 0 }
  const costs = [1, 2, 3].map(() => {
    const cost = costOfNext(state, 1_000)
    state = { ...state, out: state.out + 1_000, outCost: state.outCost + cost }
    return cost
  })
  expect(costs).toEqual([33, 34, 33])
})

test('issues and returns in any order: an emptied lot has given away its cost to the fen, and no issue costs less than nothing', () => {
  const deeds = fc.array(fc.record({ back: fc.boolean(), size: fc.integer({ min: 1, max: 4_000 }) }), { maxLength: 40 })
  fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 0, max: 100_000 }), deeds, (received, cost, steps) => {
    let state = { received, cost, out: 0, outCost: 0 }
    const issues: { moved: number; cost: number; back: { moved: number; cost: number } }[] = []
    for (const { back, size } of [...steps, { back: false, size: Number.MAX_SAFE_INTEGER }]) {
      const last = issues.at(-1)
      if (back && last !== undefined) {
        const returned = Math.min(size, last.moved - last.back.moved)
        if (returned === 0) continue
        const given = costGivenBack(last, last.back, returned)
        expect(given).toBeGreaterThanOrEqual(0)
        last.back = { moved: last.back.moved + returned, cost: last.back.cost + given }
        state = { ...state, out: state.out - returned, outCost: state.outCost - given }
      } else {
        const taken = Math.min(size, received - state.out)
        if (taken === 0) continue
        const took = costOfNext(state, taken)
        expect(took).toBeGreaterThanOrEqual(0)
        issues.push({ moved: taken, cost: took, back: { moved: 0, cost: 0 } })
        state = { ...state, out: state.out + taken, outCost: state.outCost + took }
      }
    }
    expect(state).toEqual({ received, cost, out: received, outCost: cost })
  }))
})

test('a full return gives back exactly what the issue took', () => {
  expect(costGivenBack({ moved: 3_000, cost: 100 }, { moved: 0, cost: 0 }, 3_000)).toBe(100)
  expect(costGivenBack({ moved: 3_000, cost: 100 }, { moved: 1_000, cost: 33 }, 2_000)).toBe(67)
})

test('what is reserved for another job is not free, and the sentence tells the two cases apart', () => {
  const facts = { part: 'YL-1001', asked: 2_000, onHand: 5_000, reservedElsewhere: 3_000 }
  expect(whyNotIssue(facts)).toBeNull()
  expect(whyNotIssue({ ...facts, asked: 3_000 })).toMatchObject({ code: 'stock.reserved-elsewhere', facts: { free: 2, reserved: 3 } })
  expect(whyNotIssue({ ...facts, asked: 6_000 })).toMatchObject({ code: 'stock.not-enough', facts: { free: 2, asked: 6 } })
})

test("scanning a newer lot is refused with the older one's bin", () => {
  const lots = [lot('new', '2026-03-01', 5_000, 'A-09'), lot('old', '2026-01-01', 1_000, 'B-02')]
  expect(whyNotThisLot(lots, 'new')).toMatchObject({ code: 'stock.older-lot-first', facts: { bin: 'B-02', day: '2026-01-01' } })
  expect(whyNotThisLot(lots, 'old')).toBeNull()
  expect(whyNotThisLot(lots, 'strange')?.code).toBe('stock.lot-not-here')
})

test('an issue never costs more than the lot still holds, nor less than nothing, after returns at another share', () => {
  expect(costOfNext({ received: 3_000, cost: 100, out: 1_000, outCost: 99 }, 1_000)).toBe(0)
  expect(costOfNext({ received: 3_000, cost: 100, out: 0, outCost: 99 }, 2_000)).toBe(0)
  expect(costOfNext({ received: 3_000, cost: 100, out: 2_000, outCost: 40 }, 1_000)).toBe(60)
  expect(costOfNext({ received: 3_000, cost: 100, out: 2_000, outCost: 0 }, 500)).toBe(83)
})

test('returns in parts give back in proportion, and the last piece all that is left', () => {
  expect(costGivenBack({ moved: 3_000, cost: 100 }, { moved: 0, cost: 0 }, 1_000)).toBe(33)
  expect(costGivenBack({ moved: 3_000, cost: 100 }, { moved: 1_000, cost: 33 }, 1_000)).toBe(34)
  expect(costGivenBack({ moved: 3_000, cost: 100 }, { moved: 2_000, cost: 67 }, 1_000)).toBe(33)
})

test('found goods come in at the price of the latest receipt; what was never bought costs nothing', () => {
  expect(costByLatest({ received: 3_000, cost: 100 }, 2_000)).toBe(67)
  expect(costByLatest({ received: 3_000, cost: 100 }, 3_000)).toBe(100)
  expect(costByLatest(undefined, 2_000)).toBe(0)
})

test('age is the day of receipt, then the order in which the lots were made, then the bin', () => {
  const inOrder = [lot('l9', '2026-01-01', 1_000, 'Z-09'), lot('l1', '2026-02-01', 1_000, 'B-02'), lot('l2', '2026-02-01', 1_000, 'A-01'), lot('l2', '2026-02-01', 1_000, 'A-02')]
  expect(inOrder.toReversed().toSorted(byAge)).toEqual(inOrder)
  expect(inOrder.flatMap((a, i) => inOrder.flatMap((b, j) => (i === j ? [] : [Math.sign(byAge(a, b)) === Math.sign(i - j)])))).not.toContain(false)
  fc.assert(fc.property(fc.shuffledSubarray(inOrder, { minLength: 4 }), (rows) => { expect(rows.toSorted(byAge)).toEqual(inOrder) }))
})

test('a bin that gave its last piece of a lot is on no picking list, and holds up no younger lot (WHK-3.1)', () => {
  const lots = [lot('old', '2026-01-01', 0, 'B-02'), lot('new', '2026-03-01', 5_000, 'A-09')]
  expect(planTake(lots, 1_000)).toEqual([{ lotId: 'new', placeId: 'A-09', bin: 'A-09', thousandths: 1_000 }])
  expect(whyNotThisLot(lots, 'new')).toBeNull()
  expect(whyNotThisLot([lot('old', '2026-01-01', 1, 'B-02'), ...lots.slice(1)], 'new')?.code).toBe('stock.older-lot-first')
})

test('the last piece can be reserved for others, and the sentence shows that none is free', () => {
  const facts = { part: 'YL-1001', asked: 5_000, onHand: 5_000, reservedElsewhere: 5_000 }
  expect(whyNotIssue(facts)).toMatchObject({ code: 'stock.reserved-elsewhere', facts: { free: 0, reserved: 5 } })
  expect(whyNotIssue({ ...facts, reservedElsewhere: 9_000, asked: 5_001 })).toMatchObject({ code: 'stock.not-enough', facts: { free: 0, asked: 5.001 } })
})
