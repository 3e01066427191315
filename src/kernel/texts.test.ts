import { expect, test } from 'vitest'
import { fill } from './texts.ts'

test('a sentence names its facts and keeps what it was not told', () => {
  expect(fill('Only {free} left in {bin}.', { free: 2 })).toBe('Only 2 left in {bin}.')
})

test('one is one line, all others are lines', () => {
  const said = (count: number) => fill('{count} {count?line is|lines are} short', { count })
  expect([said(0), said(1), said(12)]).toEqual(['0 lines are short', '1 line is short', '12 lines are short'])
})
