import { useTexts } from '../../../platform/web/language.tsx'
import type { FollowUpRow } from '../contract.ts'
import { careTexts } from './texts.ts'

const hour = (full: number): string => `${String(full).padStart(2, '0')}:00`

/** When the customer asked to be called, as a sentence; what was delivered before times were asked for has its text alone. */
export function useAskedTime(): (row: FollowUpRow) => string {
  const t = useTexts(careTexts.zh, careTexts.en)
  return ({ callTime, callNote }) => {
    const time = callTime === null ? '' : callTime.kind === 'any' ? t('care.slot-any') : t('care.slot-at', { day: callTime.on, from: hour(callTime.from), to: hour(callTime.to) })
    return t('care.slot', { slot: [time, callNote].filter((part) => part !== '').join(' · ') })
  }
}
