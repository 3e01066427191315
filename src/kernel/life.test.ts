import { expect, test } from 'vitest'
import { mayFollow, onlyIn, type Life } from './life.ts'

const life: Life<'open' | 'issued' | 'reversed'> = { open: ['issued'], issued: ['reversed'], reversed: [] }

test('a status follows another only where the table says so', () => {
  expect(mayFollow(life, 'open', 'issued')).toBe(true)
  expect(mayFollow(life, 'open', 'reversed')).toBe(false)
  expect(mayFollow(life, 'reversed', 'open')).toBe(false)
})

test('what is only done in some states is done in no other', () => {
  const canReverse = onlyIn<'open' | 'issued' | 'reversed'>('issued', 'open')
  expect(['open', 'issued', 'reversed'].map((status) => canReverse({ status: status as 'open' }))).toEqual([true, true, false])
})
