import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tillState, ways, whyNotCloseTill, whyNotRefund, whyNotTake, type CloseFacts } from './till.ts'

const open = { openedAt: new Date(0), closedAt: null }
const right: CloseFacts = { expectedFen: 50_000, countedFen: 50_000, ways: [{ way: 'wechat', takenFen: 8_800, statedFen: 8_800 }], reason: '' }
const why = (change: Partial<CloseFacts>) => whyNotCloseTill(open, { ...right, ...change })

test('the till closes once', () => {
  expect([tillState(null), tillState(open), tillState({ ...open, closedAt: new Date(1) })]).toEqual(['none', 'open', 'closed'])
  expect(whyNotCloseTill(null, right)?.code).toBe('settlement.till-not-open')
  expect(whyNotCloseTill({ ...open, closedAt: new Date(1) }, right)?.code).toBe('settlement.till-closed')
  expect(why({})).toBeNull()
})

test('a difference of the drawer or of a channel needs its reason, and each channel is compared', () => {
  expect(why({ countedFen: 49_900 })).toMatchObject({ code: 'settlement.till-difference', facts: { difference: -1 } })
  expect(why({ countedFen: 49_900, reason: '找零差错' })).toBeNull()
  const off = [{ way: 'card' as const, takenFen: 100, statedFen: 100 }, { way: 'wechat' as const, takenFen: 8_800, statedFen: 8_650 }]
  expect(why({ ways: off })).toMatchObject({ code: 'settlement.way-difference', facts: { difference: -1.5 } })
  expect(why({ ways: off, reason: '一笔次日到账' })).toBeNull()
  expect(why({ ways: [{ way: 'wechat', takenFen: 8_800, statedFen: null }], reason: '没空' })?.code).toBe('settlement.way-not-stated')
})

test('cash goes back only out of an open drawer that holds it; other ways need no drawer, but no closed day either', () => {
  const code = (facts: Partial<Parameters<typeof whyNotRefund>[0]>) => whyNotRefund({ cash: true, amountFen: 500, till: 'open', inTillFen: 500, ...facts })?.code ?? null
  expect(code({})).toBe(null)
  expect(code({ amountFen: 501 })).toBe('settlement.till-short')
  expect(whyNotRefund({ cash: true, amountFen: 501, till: 'open', inTillFen: 500 })?.facts).toEqual({ cash: 5 })
  expect(code({ till: 'none' })).toBe('settlement.till-not-open')
  expect(code({ till: 'closed', cash: false })).toBe('settlement.till-closed')
  expect(code({ cash: false, till: 'none', amountFen: 9_000 })).toBe(null)
})

test('whatever comes and goes in a day, the drawer never owes: it closes on its float and all its cash, and on nothing else', () => {
  const move = fc.record({ back: fc.boolean(), way: fc.constantFrom(...ways), amountFen: fc.integer({ min: 1, max: 100_000 }), reference: fc.constantFrom('', '4711'), feeFen: fc.constantFrom(0, 0, 60) })
  fc.assert(fc.property(fc.nat({ max: 50_000 }), fc.array(move, { maxLength: 40 }), fc.integer({ min: -5, max: 5 }), (floatFen, moves, offFen) => {
    let cash = floatFen
    for (const { back, ...money } of moves) {
      const refusal = back ? whyNotRefund({ cash: money.way === 'cash', amountFen: money.amountFen, till: 'open', inTillFen: cash }) : whyNotTake({ ...money, till: 'open' })
      if (refusal === null && money.way === 'cash') cash += back ? -money.amountFen : money.amountFen
      expect(cash).toBeGreaterThanOrEqual(0)
    }
    const close = (reason: string) => whyNotCloseTill(open, { expectedFen: cash, countedFen: cash + offFen, ways: [], reason })
    expect(close('') === null).toBe(offFen === 0)
    expect(close('找零差错')).toBeNull()
  }))
})
