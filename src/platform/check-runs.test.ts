import { expect, it } from 'vitest'
import { isDue } from './check-runs.ts'

const now = new Date('2026-03-02T10:00:00Z')
const hoursAgo = (hours: number, sound: boolean) => ({ endedAt: new Date(now.getTime() - hours * 3_600_000), sound })

it('is due when it was never done, and once a day when all is well', () => {
  expect(isDue(undefined, now, 24)).toBe(true)
  expect(isDue(hoursAgo(23, true), now, 24)).toBe(false)
  expect(isDue(hoursAgo(24, true), now, 24)).toBe(true)
})

it('is tried again within the hour when it failed or a stop cut it off, and not more often than it is asked for', () => {
  expect(isDue(hoursAgo(0.5, false), now, 24)).toBe(false)
  expect(isDue(hoursAgo(1, false), now, 24)).toBe(true)
  expect(isDue(hoursAgo(0.5, false), now, 0.25)).toBe(true)
})
