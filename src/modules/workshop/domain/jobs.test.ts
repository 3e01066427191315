import { expect, test } from 'vitest'
import { momentThatCounts, whyNotClockOn, whyNotDispatch, whyNotFinish, whyNotInspect, whyNotPause } from './jobs.ts'

test('work is dispatched only after the customer said yes, and not twice', () => {
  expect(whyNotDispatch({ status: 'estimated' }, null)?.code).toBe('workshop.not-authorised')
  expect(whyNotDispatch({ status: 'authorised' }, null)).toBeNull()
  expect(whyNotDispatch({ status: 'in_work' }, { status: 'dispatched' })).toBeNull()
  expect(whyNotDispatch({ status: 'in_work' }, { status: 'running' })?.code).toBe('workshop.job-begun')
  expect(whyNotDispatch({ status: 'in_work' }, { status: 'stopped' })).toBeNull()
})

test('a person has one running clock, on a job of his own', () => {
  const job = { status: 'dispatched' as const, technicianId: 'li' }
  expect(whyNotClockOn({ job, personId: 'li', runningOn: null })).toBeNull()
  expect(whyNotClockOn({ job, personId: 'wu', runningOn: null })?.code).toBe('workshop.not-your-job')
  expect(whyNotClockOn({ job, personId: 'li', runningOn: '沪A12345' })).toMatchObject({ code: 'workshop.clock-runs', facts: { plate: '沪A12345' } })
  expect(whyNotClockOn({ job: { ...job, status: 'finished' }, personId: 'li', runningOn: null })?.code).toBe('workshop.job-over')
  expect(whyNotPause({ ...job, status: 'running' }, 'li')).toBeNull()
  expect(whyNotPause(job, 'li')?.code).toBe('workshop.clock-stands')
  expect(whyNotFinish(job, 'li')?.code).toBe('workshop.never-begun')
  expect(whyNotFinish({ ...job, status: 'paused' }, 'li')).toBeNull()
})

const inspection = { status: 'in_inspection' as const, inspectorId: 'qi', clockedBy: ['li'], result: 'passed' as const, openPoints: 0, openAddedWork: 0, reason: '' }

test.each([
  [{}, undefined],
  [{ status: 'in_work' as const }, 'workshop.not-in-inspection'],
  [{ inspectorId: 'li' }, 'workshop.own-work'],
  [{ openPoints: 1 }, 'workshop.points-open'],
  [{ openAddedWork: 1 }, 'workshop.added-work-open'],
  [{ openAddedWork: 1, result: 'failed' as const, reason: '渗油' }, undefined],
  [{ result: 'failed' as const }, 'workshop.failure-needs-reason'],
  [{ result: 'failed' as const, reason: '制动液渗漏', openPoints: 2 }, undefined],
])('final inspection with %j: %s', (change, code) => {
  expect(whyNotInspect({ ...inspection, ...change })?.code).toBe(code)
})

test('a deed that waited without network counts from when it was done, if that can be', () => {
  const [now, began] = [new Date('2026-11-24T10:00:00Z'), new Date('2026-11-24T08:00:00Z')]
  const said = new Date('2026-11-24T09:10:00Z')
  expect(momentThatCounts(now, said, began)).toBe(said)
  expect(momentThatCounts(now, null, began)).toBe(now)
  expect(momentThatCounts(now, new Date('2026-11-24T10:00:01Z'), began)).toBe(now)
  expect(momentThatCounts(now, new Date('2026-11-24T07:59:59Z'), began)).toBe(now)
  expect(momentThatCounts(now, new Date('2026-11-23T09:00:00Z'), new Date('2026-11-01T00:00:00Z'))).toBe(now)
})
