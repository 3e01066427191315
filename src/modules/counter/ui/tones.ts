import type { Tone } from '../../../ui-kit/tag.tsx'
import type { SlipStatus } from '../domain/slip.ts'

export const slipTones: Readonly<Record<SlipStatus, Tone>> = { open: 'warn', issued: 'active', handed: 'info', closed: 'done', cancelled: 'neutral' }
