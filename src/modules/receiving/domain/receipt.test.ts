import fc from 'fast-check'
import { expect, test } from 'vitest'
import { waitsForWord, whyNotClose } from './fault.ts'
import { bookedOf, faultsOf, whyNotCount, whyNotHandOver, whyNotPost } from './receipt.ts'

test('into stock goes what is sound, noted and still ordered; the rest is the supplier’s to answer', () => {
  expect([bookedOf({ noted: 5_000, counted: 4_000, damaged: 1_000, wrong: 0 }, 5_000), faultsOf({ noted: 5_000, counted: 4_000, damaged: 1_000, wrong: 2_000 }, 5_000).map(({ kind, thousandths }) => `${kind} ${String(thousandths)}`)])
    .toEqual([3_000, ['short 1000', 'damaged 1000', 'wrong 2000']])
  expect([bookedOf({ noted: 5_000, counted: 5_000, damaged: 0, wrong: 0 }, 4_000), faultsOf({ noted: 5_000, counted: 5_000, damaged: 0, wrong: 0 }, 4_000)]).toEqual([4_000, [{ kind: 'over', thousandths: 1_000 }]])
  expect([bookedOf({ noted: 0, counted: 2_000, damaged: 0, wrong: 0 }, 9_000), faultsOf({ noted: 0, counted: 2_000, damaged: 0, wrong: 0 }, 9_000)]).toEqual([0, [{ kind: 'over', thousandths: 2_000 }]])
})

test('never more is booked than was ordered, noted or is sound, and what was counted is booked, damaged or over', () => {
  const amount = fc.integer({ min: 0, max: 20 })
  fc.assert(fc.property(amount, amount, amount, amount, (noted, counted, harmed, open) => {
    const damaged = Math.min(harmed, counted)
    const count = { noted, counted, damaged, wrong: 0 }
    const booked = bookedOf(count, open)
    expect(booked).toBeLessThanOrEqual(Math.min(open, noted, counted - damaged))
    const over = faultsOf(count, open).find(({ kind }) => kind === 'over')?.thousandths ?? 0
    expect(booked + damaged + over).toBeGreaterThanOrEqual(counted)
  }), { numRuns: 300 })
})

test('a count has its words, a posting its bin and its photo', () => {
  const count = { status: 'counting', noted: 1_000, counted: 1_000, damaged: 0, wrong: 0, words: '' } as const
  expect(whyNotCount(count)).toBeNull()
  expect(whyNotCount({ ...count, status: 'posted' })?.code).toBe('receiving.not-counting')
  expect(whyNotCount({ ...count, damaged: 2_000, words: 'x' })?.code).toBe('receiving.damaged-above-counted')
  expect(whyNotCount({ ...count, damaged: 1_000 })?.code).toBe('receiving.words-missing')
  expect(whyNotCount({ ...count, noted: 0, counted: 0 })?.code).toBe('receiving.nothing-counted')
  const line = { noted: 1_000, counted: 1_000, damaged: 0, wrong: 0, partNumber: 'P1', open: 1_000, placeId: 'a' }
  const post = { status: 'counting', opened: 0, photos: [] as string[] } as const
  expect(whyNotPost({ ...post, lines: [line] })).toBeNull()
  expect(whyNotPost({ ...post, opened: 1, photos: ['damage'], lines: [line] })?.code).toBe('receiving.opened-photo-missing')
  expect(whyNotPost({ ...post, opened: 1, photos: ['opened-box'], lines: [line] })).toBeNull()
  expect(whyNotPost({ ...post, lines: [] })?.code).toBe('receiving.nothing-counted')
  expect(whyNotPost({ ...post, lines: [{ ...line, placeId: null }] })?.code).toBe('receiving.bin-missing')
  expect(whyNotPost({ ...post, lines: [{ ...line, damaged: 1_000, placeId: null }] })?.code).toBe('receiving.damage-photo-missing')
  expect(whyNotPost({ ...post, status: 'posted', photos: ['damage'], lines: [line] })?.code).toBe('receiving.not-counting')
})

test('papers are handed over when all three are there, faults closed with an answer and not before they were reported', () => {
  expect(whyNotHandOver({ status: 'posted', there: ['delivery-note', 'receipt'] })?.code).toBe('receiving.papers-missing')
  expect(whyNotHandOver({ status: 'posted', there: ['waybill', 'delivery-note', 'receipt'] })).toBeNull()
  expect(whyNotClose({ status: 'open', answer: '补发', outcome: 'sent-after' })?.code).toBe('receiving.not-reported')
  expect(whyNotClose({ status: 'reported', answer: ' ', outcome: 'sent-after' })?.code).toBe('receiving.answer-missing')
  expect(whyNotClose({ status: 'open', answer: '数错', outcome: 'withdrawn' })).toBeNull()
  expect(whyNotClose({ status: 'closed', answer: 'x', outcome: 'kept' })?.code).toBe('receiving.fault-closed')
  const at = (day: number) => new Date(Date.UTC(2026, 10, day))
  expect([waitsForWord({ status: 'open', foundAt: at(1), reportedAt: null }, at(1)), waitsForWord({ status: 'reported', foundAt: at(1), reportedAt: at(2) }, at(4)), waitsForWord({ status: 'reported', foundAt: at(1), reportedAt: at(2) }, at(6))]).toEqual([true, false, true])
})
