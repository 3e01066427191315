import { expect, test } from 'vitest'
import { fill, listIn } from './texts.ts'

test('a sentence names its facts and keeps what it was not told', () => {
  expect(fill('Only {free} left in {bin}.', { free: 2 })).toBe('Only 2 left in {bin}.')
})

test('names in a sentence take the marks of its language', () => {
  expect([fill('缺少 {columns}', { columns: ['电话', '单位'] }, 'zh-CN'), fill('Missing: {columns}', { columns: ['电话', '单位'] }, 'en')]).toEqual(['缺少 电话、单位', 'Missing: 电话, 单位'])
  expect(listIn('en', [])).toBe('')
})

test('one is one line, all others are lines', () => {
  const said = (count: number) => fill('{count} {count?line is|lines are} short', { count })
  expect([said(0), said(1), said(12)]).toEqual(['0 lines are short', '1 line is short', '12 lines are short'])
})
