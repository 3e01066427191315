import { expect, test } from 'vitest'
import { usualFindings, withFinding } from './usual-findings.ts'

test('a chosen finding joins what stands there, once', () => {
  expect(withFinding('', '雨刮片老化', 'zh-CN')).toBe('雨刮片老化')
  expect(withFinding('雨刮片老化 ', '机油渗漏', 'zh-CN')).toBe('雨刮片老化；机油渗漏')
  expect(withFinding('Wiper blades worn, left', 'Wiper blades worn', 'en')).toBe('Wiper blades worn, left')
  expect(withFinding('Wiper blades worn', 'Bulb out', 'en')).toBe('Wiper blades worn; Bulb out')
})

test('each finding is said once in each language', () => {
  for (const language of ['zh-CN', 'en'] as const) expect(new Set(usualFindings.map((finding) => finding[language])).size).toBe(usualFindings.length)
})
