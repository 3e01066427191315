import { expect, test } from 'vitest'
import { waitingDeed, withWaiting } from './waiting-deeds.ts'

const job = (id: string, status: 'dispatched' | 'running' | 'paused' = 'dispatched') => ({ id, status, reason: '', runningSince: null as string | null })
const on = (jobId: string) => ({ jobId, step: 'clock-on', at: '2026-11-24T08:00:00Z', reason: '' }) as const
const pause = (jobId: string) => ({ jobId, step: 'pause', at: '2026-11-24T09:00:00Z', reason: 'parts' }) as const

test('the phone goes on from what waits: begun, paused, begun again, finished', () => {
  const rows = [{ plate: 'A', jobs: [job('1'), job('2')] }]
  expect(withWaiting(rows, [on('1')])[0]?.jobs).toMatchObject([{ status: 'running', runningSince: '2026-11-24T08:00:00Z' }, { status: 'dispatched' }])
  expect(withWaiting(rows, [on('1'), pause('1')])[0]?.jobs[0]).toMatchObject({ status: 'paused', reason: 'parts', runningSince: null })
  expect(withWaiting(rows, [on('1'), pause('1'), on('1'), { ...on('1'), step: 'finish' }])[0]?.jobs.map(({ id }) => id)).toEqual(['2'])
})

test('what can no longer follow changes nothing: the server already has it, or somebody else acted', () => {
  expect(withWaiting([{ jobs: [job('1', 'running')] }], [on('1')])[0]?.jobs[0]?.status).toBe('running')
  expect(withWaiting([{ jobs: [job('1')] }], [pause('1'), on('9')])[0]?.jobs[0]?.status).toBe('dispatched')
})

test('a parcel is known by its address; photos and other deeds are none of the clock', () => {
  expect(waitingDeed({ address: '/api/workshop-jobs/7/pause', content: '{"at":"2026-11-24T08:00:00Z","reason":"parts"}' })).toEqual({ jobId: '7', step: 'pause', at: '2026-11-24T08:00:00Z', reason: 'parts' })
  expect(waitingDeed({ address: '/api/photos?subject=repair-order', content: new Blob([]) })).toBeNull()
  expect(waitingDeed({ address: '/api/repair-orders/7/added-work', content: '{}' })).toBeNull()
})
