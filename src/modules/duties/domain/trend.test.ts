import { expect, test } from 'vitest'
import { groupsOf, passedPercent, trendOf, weeksUntil } from './trend.ts'

test('weeks run from Monday to Sunday, this one the last', () => {
  expect(weeksUntil('2026-11-29', 2)).toEqual(['2026-11-16', '2026-11-23'])
})

test('beside a failure no hundred stands', () => {
  expect([passedPercent({ passed: 766, failed: 3 }), passedPercent({ passed: 2, failed: 1 }), passedPercent({ passed: 5, failed: 0 })]).toEqual([99, 66, 100])
})

test('the worst point stands first, by its last name; a week without an answer is empty', () => {
  const row = { checklist: 'x', position: 'FDS', point: 'floor', zh: '地面', en: 'floor', week: '2026-11-16', passed: 3, failed: 1 }
  const trend = trendOf([row, { ...row, week: '2026-11-23', zh: '地板', passed: 1, failed: 2 }, { ...row, point: 'glass', passed: 9, failed: 0 }], ['2026-11-09', '2026-11-16', '2026-11-23'])
  expect(trend.map(({ point, zh, passed, failed }) => [point, zh, passed, failed])).toEqual([['floor', '地板', 4, 3], ['glass', '地面', 9, 0]])
  expect(trend[0]?.weeks).toEqual([{ passed: 0, failed: 0 }, { passed: 3, failed: 1 }, { passed: 1, failed: 2 }])
})

test('by area the lists of a part of the house stand together, each point under its own list; by checklist each list alone', () => {
  const row = { checklist: 'workshop 5S', position: 'WSS', point: 'floor', zh: '地面', en: 'floor', week: '2026-11-23', passed: 3, failed: 1 }
  const rows = [row, { ...row, checklist: 'big clean', failed: 2 }, { ...row, checklist: 'big clean', position: 'FDS', failed: 4 }, { ...row, position: 'INS', week: '2026-11-16' }]
  const weeks = ['2026-11-16', '2026-11-23']
  const areas = groupsOf(rows, weeks, 'area')
  expect(areas.map(({ code, passed, failed, weeks: each }) => [code, passed, failed, each])).toEqual([
    ['front-desk', 3, 4, [{ passed: 0, failed: 0 }, { passed: 3, failed: 4 }]], ['workshop', 9, 4, [{ passed: 3, failed: 1 }, { passed: 6, failed: 3 }]]])
  expect(areas[1]?.points.map(({ checklist, point, failed }) => [checklist, point, failed])).toEqual([['big clean', 'floor', 2], ['workshop 5S', 'floor', 2]])
  expect(groupsOf(rows, weeks, 'checklist').map(({ code, failed }) => [code, failed])).toEqual([['big clean', 6], ['workshop 5S', 2]])
})

test('points that fared alike stand by their names, and so do groups', () => {
  const row = { checklist: 'x', position: 'FDS', point: 'b', zh: '乙', en: 'b', week: '2026-11-23', passed: 1, failed: 1 }
  for (const rows of [[row, { ...row, point: 'a' }, { ...row, point: 'c' }], [{ ...row, point: 'c' }, row, { ...row, point: 'a' }]]) expect(trendOf(rows, []).map(({ point }) => point)).toEqual(['a', 'b', 'c'])
  for (const rows of [[row, { ...row, checklist: 'w' }], [{ ...row, checklist: 'w' }, row]]) expect(groupsOf(rows, [], 'checklist').map(({ code }) => code)).toEqual(['w', 'x'])
})
