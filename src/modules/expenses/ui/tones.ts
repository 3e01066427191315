import type { Tone } from '../../../ui-kit/tag.tsx'
import type { ClaimStatus } from '../domain/claim.ts'
import type { IouStatus } from '../domain/iou.ts'

export const claimTones: Readonly<Record<ClaimStatus, Tone>> = { asked: 'info', signed: 'info', approved: 'settle', settled: 'done', 'sent-back': 'warn', withdrawn: 'neutral', reversed: 'neutral' }
export const iouTones: Readonly<Record<IouStatus, Tone>> = { open: 'warn', settled: 'done', returned: 'neutral' }
