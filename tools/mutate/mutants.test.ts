import { expect, test } from 'vitest'
import { mutantsOf, withMutant } from './mutants.ts'

const becomes = (source: string): string[] => mutantsOf(source).map((mutant) => withMutant(source, mutant))

test('a border moves by one and is turned round, a number goes one up and one down, an answer becomes a constant', () => {
  expect(becomes('if (a < 2) b()').toSorted()).toEqual(['if (!(a < 2)) b()', 'if (a < (1)) b()', 'if (a < (3)) b()', 'if (a < 2) ;', 'if (a <= 2) b()'].toSorted())
  expect(becomes('const f = (a: Fen, b: Fen): Fen => a + b').toSorted()).toEqual(['const f = (a: Fen, b: Fen): Fen => 0', 'const f = (a: Fen, b: Fen): Fen => a - b'])
  expect(becomes('function f(): Refusal | null { return whyNot() }')).toEqual(['function f(): Refusal | null { return null }'])
  expect(becomes('const f = (): boolean => { return is() }')).toEqual(['const f = (): boolean => { return true }', 'const f = (): boolean => { return false }'])
})

test('a word is emptied only where it is compared; joined texts, types, keys and import paths stay', () => {
  expect(becomes("const f = (kind: 'bin') => g(kind === 'bin')").toSorted()).toEqual(["const f = (kind: 'bin') => g(kind !== 'bin')", "const f = (kind: 'bin') => g(kind === '')"])
  expect(becomes("import a from './a.ts'\nlet b: 1 | true\nconst c = { 5: a + 'x' }")).toEqual([])
  expect(becomes("['a', 'b'].includes(status) ? x : y")).toHaveLength(3)
})

test('the 1 and -1 of an order are only made equal: 2 would order the same', () => {
  expect(becomes('sort((a, b) => (a < b ? -1 : 1))').filter((one) => one.includes('2'))).toEqual([])
  expect(becomes('sort((a, b) => (a < b ? -1 : 1))').filter((one) => one.includes('(0)'))).toHaveLength(2)
})

test('a change knows its line before and after, and leaves no text that cannot be read', () => {
  expect(mutantsOf('const a = 1\n  const b = c && d')[2]).toMatchObject({ line: 2, kind: 'logic', lineWas: 'const b = c && d', lineBecomes: 'const b = c || d' })
  expect(becomes('const a = b+-c')).toEqual([]) // b--c
})
