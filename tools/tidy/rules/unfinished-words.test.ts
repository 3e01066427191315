import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { unfinishedWords } from './unfinished-words.ts'

const found = (text: string, path = 'src/kernel/money.ts'): number => unfinishedWords(aTree({ [path]: text })).length
const joined = (...halves: string[]): string => halves.join('')

test('finished code is in order', () => {
  expect(found("expect(rows).toEqual([])\nlist.find((x) => x)\nexport const only = 1", 'src/kernel/money.test.ts')).toBe(0)
})

test.each([joined('// TO', 'DO: later'), joined('// FIX', 'ME round'), joined('-- HA', 'CK'), joined('// XX', 'X'), joined('// oxlint-', 'disable-next-line')])('%s is found', (text) => {
  expect(found(text)).toBe(1)
})

test.each([joined('test.on', "ly('a')"), joined('test.sk', "ip('a')"), joined('test.to', "do('a')"), joined('describe.sk', 'ipIf(x)')])('%s is found in tests', (text) => {
  expect(found(text, 'src/kernel/money.test.ts')).toBe(1)
  expect(found(text, 'e2e/arrival.spec.ts')).toBe(1)
})
