import { expect, test } from 'vitest'
import { freeToMove, whyNotChangeBin, whyNotMoveBin } from './bins.ts'

const bin = (code: string, part: object = {}) => ({ kind: 'bin', code, active: true, blocked: '', ...part })
const lot = (lotId: string, placeId: string, here: number, receivedOn: string) => ({ lotId, partId: 'p', placeId, bin: placeId, receivedOn, here })

test('a bin goes out of use only when nothing lies in it', () => {
  expect(whyNotChangeBin({ ...bin('A-01-01'), filled: true }, false)?.code).toBe('stock.bin-not-empty')
  expect(whyNotChangeBin({ ...bin('A-01-01'), filled: true }, true)).toBeNull()
  expect(whyNotChangeBin({ ...bin('A-01-01'), filled: false }, false)).toBeNull()
  expect(whyNotChangeBin({ ...bin('隔离区', { kind: 'quarantine' }), filled: false }, true)?.code).toBe('stock.not-a-bin')
})

test('what the waiting lists name stays: the oldest pieces, as many as are reserved', () => {
  const lots = [lot('old', 'A', 2_000, '2026-01-01'), lot('old', 'B', 1_000, '2026-01-01'), lot('new', 'A', 5_000, '2026-02-01')]
  expect(freeToMove(lots, 0, { lotId: 'old', placeId: 'A' })).toBe(2_000)
  expect(freeToMove(lots, 2_500, { lotId: 'old', placeId: 'A' })).toBe(0)
  expect(freeToMove(lots, 2_500, { lotId: 'old', placeId: 'B' })).toBe(500)
  expect(freeToMove(lots, 2_500, { lotId: 'new', placeId: 'A' })).toBe(5_000)
  expect(freeToMove(lots, 99_000, { lotId: 'new', placeId: 'A' })).toBe(0)
})

test('a move is refused into a blocked bin, one out of use, the same one, and beyond what is there or free', () => {
  const facts = { from: bin('A-01-01'), to: bin('B-01-01'), part: 'P1', asked: 2_000, here: 3_000, free: 2_000 }
  expect(whyNotMoveBin(facts)).toBeNull()
  expect(whyNotMoveBin({ ...facts, to: facts.from })?.code).toBe('stock.same-bin')
  expect(whyNotMoveBin({ ...facts, to: bin('B-01-01', { active: false }) })?.code).toBe('stock.not-a-bin')
  expect(whyNotMoveBin({ ...facts, to: bin('B-01-01', { blocked: '层板松动' }) })?.code).toBe('stock.bin-blocked')
  expect(whyNotMoveBin({ ...facts, from: bin('A-01-01', { active: false }) })).toBeNull()
  expect(whyNotMoveBin({ ...facts, from: bin('隔离区', { kind: 'quarantine' }) })).toMatchObject({ code: 'stock.not-a-bin', facts: { bin: '隔离区' } })
  expect(whyNotMoveBin({ ...facts, asked: 4_000 })).toMatchObject({ code: 'stock.bin-has-less', facts: { bin: 'A-01-01', here: 3, asked: 4 } })
  expect(whyNotMoveBin({ ...facts, asked: 3_000 })?.facts).toEqual({ bin: 'A-01-01', part: 'P1', free: 2, reserved: 1 })
})
