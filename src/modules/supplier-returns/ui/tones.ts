import type { Tone } from '../../../ui-kit/tag.tsx'
import type { ClaimStatus } from '../domain/claim.ts'
import type { ReturnStatus } from '../domain/return.ts'

export const returnTones: Readonly<Record<ReturnStatus, Tone>> = { asked: 'warn', agreed: 'info', sent: 'active', arrived: 'settle', credited: 'done', withdrawn: 'neutral', reversed: 'neutral' }
export const claimTones: Readonly<Record<ClaimStatus, Tone>> = { open: 'warn', accepted: 'settle', refused: 'danger', closed: 'done', withdrawn: 'neutral' }
