import { expect, test } from 'vitest'
import { isOfGroup, toldOf } from './promises.ts'

const row = { overdue: false, news: true, eta: '2026-12-01', accident: true, onOrder: null }

test('who waits is told apart: overdue, not told though a day is known, an accident car, on no order', () => {
  expect(Object.entries(isOfGroup).filter(([, is]) => is(row)).map(([group]) => group)).toEqual(['all', 'untold', 'accident', 'to-order'])
  expect(isOfGroup.untold({ ...row, eta: null })).toBe(false)
})

test('a customer who was told another day does not know the one that holds', () => {
  expect([toldOf({ decision: null, news: true }), toldOf({ decision: 'order', news: true }), toldOf({ decision: 'order', news: false })]).toEqual(['not-told', 'told-other-day', 'told'])
})
