import { expect, test } from 'vitest'
import { askedPoints, checklistOf, checklists, type Checklist } from './checklists.ts'
import { shippedDuties } from './default-pack.ts'

test('every checklist that the manual asks for is there, with points in both languages', () => {
  const asked = shippedDuties.filter(({ proof }) => proof.some(({ kind }) => kind === 'check'))
  expect(asked.length).toBeGreaterThan(15)
  expect(asked.filter(({ proof }) => checklistOf(proof) === null).map(({ id }) => id)).toEqual([])
  expect(checklists.filter(({ points }) => points.length < 3 || new Set(points.map(({ id }) => id)).size !== points.length)).toEqual([])
})

test('a duty asks for the list that its proof names, and of it for the points that are not retired', () => {
  const point = { id: 'p1', zh: '地面', en: 'floor', photo: false, noteOnFail: true, retired: false }
  const own: readonly Checklist[] = [{ code: 'x', zh: '甲', en: 'x', points: [] }, { code: 'desk', zh: '前台', en: 'desk', points: [point, { ...point, id: 'p2', retired: true }] }]
  expect([checklistOf([{ kind: 'photo' }, { kind: 'check', code: 'desk' }], own)?.code, checklistOf([{ kind: 'check', en: 'desk' }], own)?.code, checklistOf([{ kind: 'record', en: 'desk' }], own)]).toEqual(['desk', 'desk', null])
  expect(own.flatMap(askedPoints).map(({ id }) => id)).toEqual(['p1'])
})

test('the lists that ship want a word on each failure and no picture, and ask for every point', () => {
  expect(checklists.flatMap(({ points }) => points).filter(({ photo, noteOnFail, retired }) => photo || !noteOnFail || retired)).toEqual([])
})
