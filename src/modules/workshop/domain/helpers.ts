import { Refusal } from '../../../kernel/refusal.ts'
import type { JobStatus } from './jobs.ts'

/** Null means people may still be put on the job or taken off it. */
export const whyNotHelp = ({ status }: { readonly status: JobStatus }): Refusal | null => (status === 'finished' || status === 'stopped' ? new Refusal('workshop.helpers-over') : null)

export type HelpFacts = {
  readonly job: { readonly status: JobStatus; readonly technicianId: string; readonly helpers: readonly { readonly id: string; readonly name: string }[] }
  readonly helpers: readonly { readonly personId: string; readonly share: number | null }[]
  readonly ownShare: number | null
  /** Who has a clock on this job. */
  readonly clocked: ReadonlySet<string>
}

/** Null means these people may help: each once, nobody who clocked leaves, and shares are whole or none. */
export function whyNotSetHelpers({ job, helpers, ownShare, clocked }: HelpFacts): Refusal | null {
  const over = whyNotHelp(job)
  if (over !== null) return over
  const wanted = new Set([job.technicianId, ...helpers.map(({ personId }) => personId)])
  if (wanted.size <= helpers.length) return new Refusal('workshop.helper-twice')
  const gone = job.helpers.find(({ id }) => !wanted.has(id) && clocked.has(id))
  if (gone !== undefined) return new Refusal('workshop.helper-clocked', { name: gone.name })
  const shares = [ownShare, ...helpers.map(({ share }) => share)]
  if (shares.every((share) => share === null)) return null
  const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0)
  return helpers.length === 0 || sum !== 100 || shares.includes(null) ? new Refusal('workshop.shares-not-100', { sum }) : null
}
