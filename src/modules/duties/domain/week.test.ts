import { expect, test } from 'vitest'
import { lastWeek, mostMisses, onPaper, weekOf, worstFirst } from './week.ts'

test('on every day of a week the last one is Monday to Sunday before it', () => {
  for (const today of ['2026-11-23', '2026-11-24', '2026-11-29']) expect(lastWeek(today)).toEqual({ from: '2026-11-16', to: '2026-11-22' })
  expect(weekOf('2026-01-01')).toEqual({ from: '2025-12-29', to: '2026-01-04' })
})

test('what recurs comes first, missed before late; what happened once is no pattern', () => {
  const rows = [{ dutyId: 'A', late: 3, missed: 0 }, { dutyId: 'B', late: 0, missed: 2 }, { dutyId: 'C', late: 1, missed: 0 }, { dutyId: 'D', late: 1, missed: 2 }]
  expect(worstFirst(rows).map(({ dutyId }) => dutyId)).toEqual(['D', 'B', 'A', 'C'])
  expect(mostMisses(rows).map(({ dutyId }) => dutyId)).toEqual(['D', 'B', 'A'])
})

test('duties that fared alike stand in the order of the manual', () => {
  const row = (dutyId: string) => ({ dutyId, late: 1, missed: 1 })
  for (const rows of [['B', 'A', 'C'], ['C', 'B', 'A'], ['A', 'C', 'B']]) expect(mostMisses(rows.map(row)).map(({ dutyId }) => dutyId)).toEqual(['A', 'B', 'C'])
})

test('the page for the meeting holds the worst of many people, and what is owed longest', () => {
  const many = Array.from({ length: 40 }, (_, place) => place)
  const { people, misses, owed } = onPaper({ people: many, misses: many, owed: many })
  expect([people.length, people.at(-1), misses.length, owed.length, owed[0]]).toEqual([10, 9, 5, 5, 0])
  expect(onPaper({ people: [1], misses: [], owed: [] })).toEqual({ people: [1], misses: [], owed: [] })
})
