import type { Tone } from '../../../ui-kit/tag.tsx'
import type { CarState } from '../domain/campaign.ts'

export const toneOfState: Readonly<Record<CarState, Tone>> = { open: 'warn', 'in-work': 'info', done: 'active', elsewhere: 'done', withdrawn: 'neutral' }
