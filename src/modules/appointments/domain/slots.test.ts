import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostAtOnce, slotsOf, whyNotBook, type Span } from './slots.ts'

const at = (hour: number, minutes = 0): number => (hour * 60 + minutes) * 60_000
const span = (from: number, until: number): Span => ({ from: at(from), until: at(until) })
const day = { open: span(8, 12), bays: 2, booked: [span(8, 9), span(8, 10), span(10, 11)], now: 0 }

test('a slot is offered while a bay is free from its first minute to its last', () => {
  expect(slotsOf({ ...day, minutes: 60 }).map(({ from, free }) => [from / 3_600_000, free])).toEqual([[8, 0], [8.5, 0], [9, 1], [9.5, 1], [10, 1], [10.5, 1], [11, 2]])
  expect(slotsOf({ ...day, open: null, minutes: 60 })).toEqual([])
  expect(slotsOf({ ...day, now: at(10, 1), minutes: 60 }).map(({ from }) => from / 3_600_000)).toEqual([10.5, 11])
})

test('nobody is booked into the past, a closed hour, or the last bay twice', () => {
  expect(whyNotBook(day, span(9, 10))).toBeNull()
  expect(whyNotBook(day, span(8, 9))?.code).toBe('appointments.slot-full')
  expect(whyNotBook(day, span(11, 13))?.code).toBe('appointments.closed-then')
  expect(whyNotBook({ ...day, open: null }, span(9, 10))?.code).toBe('appointments.closed-then')
  expect(whyNotBook({ ...day, now: at(9, 1) }, span(9, 10))?.code).toBe('appointments.in-past')
})

test('cars that follow each other share a bay', () => {
  expect(mostAtOnce([span(8, 9), span(9, 10), span(10, 11)], span(8, 11))).toBe(1)
})

test('however cars are booked by this rule, no moment has more of them than bays', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.tuple(fc.integer({ min: 16, max: 46 }), fc.integer({ min: 1, max: 8 })), { maxLength: 60 }), (bays, wishes) => {
    const booked: Span[] = []
    for (const [half, length] of wishes) {
      const wish = { from: half * 1_800_000, until: (half + length) * 1_800_000 }
      if (whyNotBook({ open: span(8, 24), bays, booked, now: 0 }, wish) === null) booked.push(wish)
    }
    expect(mostAtOnce(booked, span(0, 48))).toBeLessThanOrEqual(bays)
  }), { numRuns: 300 })
})
