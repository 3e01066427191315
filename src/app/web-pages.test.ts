import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contractMark } from './web-pages.ts'

let folder = ''
const write = (file: string, words: string): void => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), words)
}
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'contract-mark-'))
  cpSync(path.join(import.meta.dirname, '../kernel'), path.join(folder, 'kernel'), { recursive: true })
  write('modules/bins/contract.ts', 'export const a = 1')
  write('modules/bins/domain/kinds.ts', "export const kinds = ['a']")
  write('platform/shapes.ts', 'export const shape = 1')
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['modules/bins/contract.ts', 'export const a = 2', true],
  ['modules/bins/domain/kinds.ts', "export const kinds = ['a', 'b']", true],
  ['modules/bins/domain/why-not-move.ts', 'export const rule = 1', true],
  ['platform/shapes.ts', 'export const shape = 2', true],
  ['kernel/time.ts', 'export const other = 1', true],
  ['modules/bins/domain/kinds.test.ts', 'a test', false],
  ['modules/bins/actions/move-parts.ts', 'how it is done', false],
  ['modules/bins/texts/en.ts', 'words', false],
])('%s changed: another mark where page and server agree on it, the same where they do not', (file, words, another) => {
  const before = contractMark(folder)
  expect(contractMark(folder)).toBe(before)
  write(file, words)
  expect(contractMark(folder) !== before).toBe(another)
})

test('this product has a mark of its own', () => {
  expect(contractMark()).toMatch(/^[\da-f]{12}$/)
  expect(contractMark()).not.toBe(contractMark(folder))
})
