import { expect, test } from 'vitest'
import { whyNotCode, whyNotKeepChecklist, withIds } from './checklist-template.ts'
import type { ChecklistPoint } from './checklists.ts'

const point = (id: string, change: Partial<ChecklistPoint> = {}): ChecklistPoint => ({ id, zh: id, en: id, photo: false, noteOnFail: true, retired: false, ...change })
const before = [point('floor'), point('glass')]
const why = (after: readonly ChecklistPoint[], withTask: readonly string[] = [], takesPhotos = true) => whyNotKeepChecklist({ before, after, withTask: new Set(withTask), takesPhotos })?.code ?? null

test('points are added, renamed, reordered and retired, never lost', () => {
  expect(why([point('glass', { zh: '玻璃' }), point('floor', { retired: true }), point('p1', { photo: true })])).toBeNull()
  expect(why([point('glass')])).toBe('duties.checklist.point-lost')
  expect(why([point('glass'), point('floor'), point('floor')])).toBe('duties.checklist.point-twice')
  expect(why(before.map((each) => ({ ...each, retired: true })))).toBe('duties.checklist.no-point')
  expect(why([...before, ...Array.from({ length: 40 }, (_, index) => point(`p${String(index)}`))])).toBe('duties.checklist.too-long')
})

test('a point whose task is open is not retired, and an audit of a car takes no photos', () => {
  expect(why([point('floor', { retired: true }), point('glass')], ['floor'])).toBe('duties.checklist.point-has-task')
  expect(why([point('floor'), point('glass', { photo: true })], [], false)).toBe('duties.checklist.no-photo-here')
})

test('a new point gets an id that no point of the list ever had', () => {
  const fresh = { ...point('x'), id: null }
  expect(withIds([fresh, point('p1', { retired: true }), fresh, point('floor')]).map(({ id }) => id)).toEqual(['p2', 'p1', 'p3', 'floor'])
  expect(whyNotCode('store 5S', ['store 5S'])?.code).toBe('duties.checklist.code-taken')
  expect(whyNotCode('lounge', ['store 5S'])).toBeNull()
})
