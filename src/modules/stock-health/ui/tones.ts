import type { Tone } from '../../../ui-kit/tag.tsx'
import type { PromotionState } from '../domain/promotion.ts'
import type { ScrapStatus } from '../domain/scrap.ts'

export const scrapTones: Readonly<Record<ScrapStatus, Tone>> = { asked: 'info', checked: 'info', approved: 'settle', scrapped: 'done', 'sent-back': 'warn', withdrawn: 'neutral', reversed: 'neutral' }
export const promotionTones: Readonly<Record<PromotionState, Tone>> = { planned: 'info', running: 'active', over: 'done', ended: 'neutral' }

/** Hundredths as people read them; a dash where there is none. */
export const hundredths = (value: number | null, digits = 2): string => (value === null ? '—' : (value / 100).toFixed(digits))
