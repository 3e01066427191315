import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindsOf, roomAt, slotsOf, whyNotBook, type Booked, type Hand, type Span, type WorkKind } from './slots.ts'

const at = (hour: number, minutes = 0): number => (hour * 60 + minutes) * 60_000
const span = (from: number, until: number): Span => ({ from: at(from), until: at(until) })
const car = (from: number, until: number, kind: WorkKind = 'maintenance'): Booked => ({ ...span(from, until), kind })
const hand = (from: number, until: number, kinds: readonly WorkKind[] = ['maintenance', 'repair'], busy: readonly Span[] = []): Hand => ({ ...span(from, until), kinds, busy })
const plenty = Array.from({ length: 9 }, () => hand(0, 24, ['maintenance', 'repair', 'body']))
const day = { kind: 'maintenance' as const, open: span(8, 12), bays: 2, booked: [car(8, 9), car(8, 10), car(10, 11)], hands: plenty, now: 0 }

test('a slot is offered while a bay is free from its first minute to its last', () => {
  expect(slotsOf(day, 60).map(({ from, free }) => [from / 3_600_000, free])).toEqual([[8, 0], [8.5, 0], [9, 1], [9.5, 1], [10, 1], [10.5, 1], [11, 2]])
  expect(slotsOf({ ...day, open: null }, 60)).toEqual([])
  expect(slotsOf({ ...day, now: at(10, 1) }, 60).map(({ from }) => from / 3_600_000)).toEqual([10.5, 11])
})

test('it says why it is not offered: bays, nobody there who can do it, or everybody taken', () => {
  const reasons = (change: Partial<typeof day>) => slotsOf({ ...day, bays: 9, booked: [], ...change }, 60).map(({ whyNot }) => whyNot)
  expect(slotsOf(day, 60)[0]).toMatchObject({ free: 0, whyNot: 'bays-taken' })
  expect(reasons({ hands: [hand(9, 12)] })).toEqual(['nobody-there', 'nobody-there', null, null, null, null, null])
  expect(reasons({ hands: [hand(8, 12, ['body'])] })).toEqual(Array.from({ length: 7 }, () => 'nobody-there'))
  expect(reasons({ hands: [hand(8, 12, ['maintenance'], [span(9, 10)]), hand(8, 9)] })).toEqual([null, 'nobody-there', 'nobody-there', 'nobody-there', null, null, null])
  expect(reasons({ hands: [hand(8, 12)], booked: [car(8, 9)] })).toEqual(['hands-taken', 'hands-taken', null, null, null, null, null])
})

test('whoever can do two kinds is not counted for both', () => {
  const shop = { kind: 'maintenance' as const, bays: 9, booked: [car(8, 10, 'repair')], hands: [hand(8, 12)] }
  expect(roomAt(shop, at(9))).toMatchObject({ free: 0, able: 1, taken: 0, whyNot: 'hands-taken' })
  expect(roomAt(shop, at(10))).toMatchObject({ free: 1 })
})

test('nobody is booked into the past, a closed hour, the last bay twice, or without hands', () => {
  expect(whyNotBook(day, span(9, 10))).toBeNull()
  expect(whyNotBook(day, span(8, 9))?.code).toBe('appointments.slot-full')
  expect(whyNotBook({ ...day, hands: [] }, span(11, 12))?.code).toBe('appointments.nobody-there')
  expect(whyNotBook({ ...day, hands: [hand(8, 12)] }, span(10, 11))?.code).toBe('appointments.hands-taken')
  expect(whyNotBook(day, span(11, 13))?.code).toBe('appointments.closed-then')
  expect(whyNotBook({ ...day, open: null }, span(9, 10))?.code).toBe('appointments.closed-then')
  expect(whyNotBook({ ...day, now: at(9, 1) }, span(9, 10))?.code).toBe('appointments.in-past')
})

test('cars that follow each other share a bay, and the hands', () => {
  expect(whyNotBook({ ...day, bays: 1, booked: [car(8, 9), car(10, 11)], hands: [hand(8, 12)] }, span(9, 10))).toBeNull()
})

test('certificates say which kinds of work somebody can take', () => {
  expect(kindsOf(['mechanical'])).toEqual(['maintenance', 'repair'])
  expect(kindsOf(['diagnosis', 'wash'])).toEqual(['repair'])
  expect(kindsOf(['paint'])).toEqual(['body'])
})

test('however cars are booked by this rule, no moment has more of them than bays or people', () => {
  const kinds = ['maintenance', 'repair', 'body'] as const
  fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.array(fc.tuple(fc.integer({ min: 16, max: 46 }), fc.integer({ min: 1, max: 8 }), fc.constantFrom(...kinds)), { maxLength: 60 }), (bays, people, wishes) => {
    const booked: Booked[] = []
    const hands = Array.from({ length: people }, () => hand(8, 24, kinds))
    for (const [half, length, kind] of wishes) {
      const wish = { from: half * 1_800_000, until: (half + length) * 1_800_000 }
      if (whyNotBook({ kind, open: span(8, 24), bays, booked, hands, now: 0 }, wish) === null) booked.push({ ...wish, kind })
    }
    for (let half = 16; half < 48; half += 1) {
      const there = booked.filter(({ from, until }) => from <= half * 1_800_000 && until > half * 1_800_000)
      expect(there.length).toBeLessThanOrEqual(people)
      for (const kind of kinds) expect(there.filter((one) => one.kind === kind).length).toBeLessThanOrEqual(bays)
    }
  }), { numRuns: 200 })
})
