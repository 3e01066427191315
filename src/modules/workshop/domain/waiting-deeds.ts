import { mayFollow } from '../../../kernel/life.ts'
import { jobLife, type JobStatus } from './jobs.ts'

/** A deed of the clock that waits on this phone for the network. */
export type WaitingDeed = { readonly jobId: string; readonly step: 'clock-on' | 'pause' | 'finish'; readonly at: string; readonly reason: string }

type Job = { readonly id: string; readonly status: JobStatus; readonly reason: string; readonly runningSince: string | null }
type Row<J extends Job> = { readonly jobs: readonly J[] }

const statusAfter: Readonly<Record<WaitingDeed['step'], JobStatus>> = { 'clock-on': 'running', pause: 'paused', finish: 'finished' }

function after<J extends Job>(job: J, { step, at, reason }: WaitingDeed): J {
  const status = statusAfter[step]
  if (!mayFollow(jobLife, job.status, status)) return job
  return { ...job, status, reason, runningSince: status === 'running' ? at : null }
}

/** My cars as they will stand once everything that waits has arrived: the phone goes on working with that. */
export function withWaiting<J extends Job, R extends Row<J>>(rows: readonly R[], waiting: readonly WaitingDeed[]): R[] {
  return rows.map((row) => ({
    ...row, jobs: row.jobs.map((job) => waiting.filter(({ jobId }) => jobId === job.id).reduce((now: J, deed) => after(now, deed), job)).filter(({ status }) => status !== 'finished'),
  }))
}

/** What a parcel of the outbox is, by the address it goes to; null when it is no deed of the clock. */
export function waitingDeed({ address, content }: { readonly address: string; readonly content: unknown }): WaitingDeed | null {
  const [, jobId = '', step = ''] = /\/workshop-jobs\/([^/]+)\/(clock-on|pause|finish)$/.exec(address) ?? []
  if (jobId === '' || typeof content !== 'string') return null
  const { at = '', reason = '' } = JSON.parse(content) as { at?: string; reason?: string }
  return { jobId, step: step as WaitingDeed['step'], at, reason }
}
