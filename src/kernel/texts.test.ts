import { expect, test } from 'vitest'
import { fill } from './texts.ts'

test('a sentence names its facts and keeps what it was not told', () => {
  expect(fill('Only {free} left in {bin}.', { free: 2 })).toBe('Only 2 left in {bin}.')
})
