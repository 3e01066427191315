import { expect, test } from 'vitest'
import { outcomeOf } from './kept.ts'

const at = new Date('2026-11-24T02:00:00Z')
const facts = { status: 'booked', at, arrivedAt: null, dayEnds: new Date('2026-11-24T16:00:00Z'), now: new Date('2026-11-24T05:00:00Z') } as const
const came = (minutes: number) => outcomeOf({ ...facts, arrivedAt: new Date(at.getTime() + minutes * 60_000) })

test('whether a car kept its time is read from when it came', () => {
  expect([came(-31), came(-30), came(0), came(15), came(16)]).toEqual(['early', 'kept', 'kept', 'kept', 'late'])
  expect(outcomeOf(facts)).toBe('expected')
  expect(outcomeOf({ ...facts, now: facts.dayEnds })).toBe('no-show')
  expect(outcomeOf({ ...facts, status: 'cancelled' })).toBe('cancelled')
})
