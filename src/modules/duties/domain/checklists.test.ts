import { expect, test } from 'vitest'
import { checklistOf, checklists } from './checklists.ts'
import { shippedDuties } from './default-pack.ts'

test('every checklist that the manual asks for is there, with points in both languages', () => {
  const asked = shippedDuties.filter(({ proof }) => proof.some(({ kind }) => kind === 'check'))
  expect(asked.length).toBeGreaterThan(15)
  expect(asked.filter(({ proof }) => checklistOf(proof) === null).map(({ id }) => id)).toEqual([])
  expect(checklists.filter(({ points }) => points.length < 3 || new Set(points.map(({ id }) => id)).size !== points.length)).toEqual([])
})
