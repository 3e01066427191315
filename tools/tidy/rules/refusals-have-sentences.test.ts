import { expect, test } from 'vitest'
import { aTree } from '../tree.ts'
import { refusalsHaveSentences } from './refusals-have-sentences.ts'

const texts = {
  'src/modules/stock/texts/zh-CN.ts': "export const zh = {\n  'stock.not-enough': '货位只剩 {free}。',\n} as const\n",
  'src/modules/stock/texts/en.ts': "export const en: Record<keyof typeof zh, string> = {\n  'stock.not-enough': 'Only {free} left.',\n}\n",
  'src/platform/texts.ts': "export const platformZh = {\n  'platform.busy': '请稍后。',\n} as const\nexport const platformEn: Record<keyof typeof platformZh, string> = {\n  'platform.busy': 'Busy.',\n}\n",
}
const found = (path: string, text: string) => refusalsHaveSentences(aTree({ ...texts, [path]: text })).map(({ line, sentence }) => `${String(line)} ${sentence}`)

test('a code with a sentence in both languages is in order, wherever it stands', () => {
  expect(found('src/modules/stock/domain/why-not-issue.ts', "return new Refusal('stock.not-enough', { free })")).toEqual([])
  expect(found('src/modules/stock/contract.ts', "refuses: ['stock.not-enough', 'platform.busy'],")).toEqual([])
  expect(found('src/platform/http/problem.ts', "{ '40001': [409, 'platform.busy'] }")).toEqual([])
})

test('a code without a sentence is found once per language', () => {
  expect(found('src/modules/stock/domain/why-not-issue.ts', "\nreturn new Refusal('stock.too-new')")).toEqual(
    [expect.stringContaining("2 'stock.too-new' has no sentence in Chinese"), expect.stringContaining('in English')])
  expect(found('src/modules/stock/contract.ts', "refuses: [\n  'stock.too-new',\n]")).toHaveLength(2)
  expect(found('src/platform/http/problem.ts', "new Refusal('platform.lost')")).toHaveLength(2)
})

test('a sentence in one language alone is not enough', () => {
  const half = { ...texts, 'src/modules/stock/texts/en.ts': 'export const en = {}' }
  expect(refusalsHaveSentences(aTree({ ...half, 'src/modules/stock/contract.ts': "refuses: ['stock.not-enough']" })).map(({ sentence }) => sentence))
    .toEqual([expect.stringContaining('English')])
})
