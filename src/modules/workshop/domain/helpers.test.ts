import { expect, test } from 'vitest'
import { whyNotSetHelpers, type HelpFacts } from './helpers.ts'
import { whyNotClockOn, whyNotFinish, whyNotPause } from './jobs.ts'

const facts: HelpFacts = { job: { status: 'running', technicianId: 'li', helpers: [] }, helpers: [{ personId: 'wu', share: null }], ownShare: null, clocked: new Set() }

test.each([
  ['one helper, shared by time', {}, null],
  ['shares that come to a hundred', { helpers: [{ personId: 'wu', share: 40 }], ownShare: 60 }, null],
  ['shares that do not', { helpers: [{ personId: 'wu', share: 40 }], ownShare: 50 }, 'workshop.shares-not-100'],
  ['a share for one of two alone', { helpers: [{ personId: 'wu', share: null }], ownShare: 100 }, 'workshop.shares-not-100'],
  ['shares without anybody to share with', { helpers: [], ownShare: 100 }, 'workshop.shares-not-100'],
  ['the technician as his own helper', { helpers: [{ personId: 'li', share: null }] }, 'workshop.helper-twice'],
  ['the same helper twice', { helpers: [{ personId: 'wu', share: null }, { personId: 'wu', share: null }] }, 'workshop.helper-twice'],
  ['a helper who clocked is taken off', { job: { ...facts.job, helpers: [{ id: 'wu', name: '吴' }] }, helpers: [], clocked: new Set(['wu']) }, 'workshop.helper-clocked'],
  ['a helper without a clock is taken off', { job: { ...facts.job, helpers: [{ id: 'wu', name: '吴' }] }, helpers: [] }, null],
  ['a job that is over', { job: { ...facts.job, status: 'finished' } }, 'workshop.helpers-over'],
] as const)('%s', (_, other, code) => {
  expect(whyNotSetHelpers({ ...facts, ...other })?.code ?? null).toBe(code)
})

test('a helper clocks on while the other works, pauses his own clock, and does not finish', () => {
  const job = { status: 'running' as const, technicianId: 'li', helpers: [{ id: 'wu' }] }
  expect(whyNotClockOn({ job, personId: 'wu', runningOn: null })).toBeNull()
  expect(whyNotClockOn({ job, personId: 'wu', runningOn: '沪A12345' })?.code).toBe('workshop.clock-runs')
  expect(whyNotClockOn({ job, personId: 'he', runningOn: null })?.code).toBe('workshop.not-your-job')
  expect(whyNotPause(job, 'wu', true)).toBeNull()
  expect(whyNotPause(job, 'wu', false)?.code).toBe('workshop.clock-stands')
  expect(whyNotFinish(job, 'wu')?.code).toBe('workshop.not-your-job')
})
