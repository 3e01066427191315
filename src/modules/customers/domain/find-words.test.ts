import { expect, test } from 'vitest'
import { beginningWith, findWords, typedWords } from './find-words.ts'

const words = findWords({ name: '沪北 顺达物流', initials: 'hbsdwl', phones: ['19900001234'] })

test.each(['沪北', '顺达', '流', 'hbs', '199', '1234', '19900001234'])('"%s" finds the company', (typed) => {
  const { from, below } = beginningWith(typed)
  expect(words.some((word) => from <= word && word < below)).toBe(true)
})

test.each(['北京', 'bsd', '0001'])('"%s" does not', (typed) => {
  const { from, below } = beginningWith(typed)
  expect(words.some((word) => from <= word && word < below)).toBe(false)
})

test('a phone typed in groups is one word, a name and a tail are two', () => {
  expect(typedWords('199-0000 1234')).toEqual(['19900001234'])
  expect(typedWords(' 顺达  1234 ')).toEqual(['顺达', '1234'])
  expect(typedWords('  ')).toEqual([])
})
