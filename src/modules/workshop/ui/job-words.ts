import { useLanguage } from '../../../platform/web/language.tsx'
import type { Tone } from '../../../ui-kit/tag.tsx'
import { waitReasons, type JobStatus, type WaitReason } from '../domain/jobs.ts'

/** Colour role of a job's status: the word always stands beside it (web.md, 5). */
export const toneOfJob: Readonly<Record<JobStatus, Tone>> = { dispatched: 'info', running: 'active', paused: 'warn', finished: 'done', stopped: 'neutral' }

type Named = { readonly code: string; readonly nameZh: string; readonly nameEn: string }

/** The name of a piece of labour in the reader's language; a name that nobody translated is read in Chinese. */
export function useJobName(): (job: Named) => string {
  const language = useLanguage()
  return ({ code, nameZh, nameEn }) => (language === 'en' ? [nameEn, nameZh, code] : [nameZh, nameEn, code]).find((name) => name !== '') ?? ''
}

/** A paused job carries the reason of its pause; any other reason is somebody's own words. */
export const pauseReasonOf = (job: { readonly status: JobStatus; readonly reason: string }): WaitReason | null =>
  job.status === 'paused' ? (waitReasons.find((reason) => reason === job.reason) ?? null) : null
