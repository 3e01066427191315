import { expect, test } from 'vitest'
import { findPatterns, findText } from './find-text.ts'

const text = findText(['YL01-115', 'jylqq', '机油滤清器', 'Oil filter'])

/** LIKE, for patterns without escapes. */
const finds = (typed: string): boolean => findPatterns(typed).every((pattern) => text.includes(pattern.slice(1, -1)))

test('every Chinese character is a word of its own', () => {
  expect(text).toBe(' yl01-115 jylqq 机 油 滤 清 器 oil filter ')
})

test.each(['滤清', '机油', '器', 'jyl', 'yl01-1', 'YL01', 'filt', '机油 YL01', 'oil 滤'])('"%s" finds the filter', (typed) => { expect(finds(typed)).toBe(true) })

test.each(['刹车', '115', 'ylqq', '滤机', '机油 brake'])('"%s" does not', (typed) => { expect(finds(typed)).toBe(false) })

test('percent and underscore are letters, not wildcards', () => {
  expect(findPatterns('50%_')).toEqual(['% 50\\%\\_%'])
  expect(findPatterns('  ')).toEqual([])
})
