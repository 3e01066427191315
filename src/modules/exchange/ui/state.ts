import type { Tone } from '../../../ui-kit/tag.tsx'
import type { ImportState } from '../domain/kinds.ts'

export const stateTones: Readonly<Record<ImportState, Tone>> = {
  reading: 'info', refused: 'danger', ready: 'warn', running: 'active', 'broken-off': 'danger', done: 'done', discarded: 'neutral',
}
