import { expect, test } from 'vitest'
import { trendOf, weeksUntil } from './trend.ts'

test('weeks run from Monday to Sunday, this one the last', () => {
  expect(weeksUntil('2026-11-29', 2)).toEqual(['2026-11-16', '2026-11-23'])
})

test('the worst point stands first, by its last name; a week without an answer is empty', () => {
  const row = { checklist: 'x', point: 'floor', zh: '地面', en: 'floor', week: '2026-11-16', passed: 3, failed: 1 }
  const trend = trendOf([row, { ...row, week: '2026-11-23', zh: '地板', passed: 1, failed: 2 }, { ...row, point: 'glass', passed: 9, failed: 0 }], ['2026-11-09', '2026-11-16', '2026-11-23'])
  expect(trend.map(({ point, zh, passed, failed }) => [point, zh, passed, failed])).toEqual([['floor', '地板', 4, 3], ['glass', '地面', 9, 0]])
  expect(trend[0]?.weeks).toEqual([{ passed: 0, failed: 0 }, { passed: 3, failed: 1 }, { passed: 1, failed: 2 }])
})
