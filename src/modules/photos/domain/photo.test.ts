import { expect, test } from 'vitest'
import { mostPhotos, takenMoment, whyNotRemove, whyNotTake } from './photo.ts'

const facts = { subject: 'open', count: 0, width: 1_600, height: 1_200 } as const

test('a photo goes with an open record, up to a number and a size', () => {
  expect(whyNotTake(facts)).toBeNull()
  expect(whyNotTake({ ...facts, subject: 'closed' })?.code).toBe('photos.subject-closed')
  expect(whyNotTake({ ...facts, width: 60_000, height: 60_000 })?.code).toBe('photos.picture-too-large')
  expect(whyNotTake({ ...facts, count: mostPhotos })?.code).toBe('photos.too-many')
})

test('a photo is taken away once', () => {
  expect(whyNotRemove({ removedAt: null })).toBeNull()
  expect(whyNotRemove({ removedAt: new Date() })?.code).toBe('photos.already-removed')
})

test('a photo taken without network keeps its moment; a clock that runs ahead is not believed', () => {
  const now = new Date('2026-11-24T08:00:00Z')
  expect(takenMoment(new Date('2026-11-24T07:10:00Z'), now).toISOString()).toBe('2026-11-24T07:10:00.000Z')
  expect(takenMoment(new Date('2027-01-01T00:00:00Z'), now)).toBe(now)
})
