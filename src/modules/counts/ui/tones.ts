import type { Tone } from '../../../ui-kit/tag.tsx'
import type { CountStatus } from '../domain/life.ts'

export const countTones: Readonly<Record<CountStatus, Tone>> = {
  planned: 'info', counting: 'active', recounting: 'warn', explaining: 'warn', explained: 'info', approved: 'settle', adjusted: 'done', closed: 'done', cancelled: 'neutral', reversed: 'neutral',
}

export const percentText = (hundredths: number): string => (hundredths / 100).toFixed(1)
