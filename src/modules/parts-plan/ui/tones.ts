import type { Tone } from '../../../ui-kit/tag.tsx'
import type { PlanStatus } from '../domain/plan.ts'

export const planTones: Readonly<Record<PlanStatus, Tone>> = { proposing: 'active', draft: 'info', submitted: 'settle', approved: 'done', superseded: 'neutral', discarded: 'neutral' }

/** Hundredths of a percent as people read them; a dash where there is none. */
export const percent = (rate: number | null): string => (rate === null ? '—' : `${(rate / 100).toFixed(1)} %`)
