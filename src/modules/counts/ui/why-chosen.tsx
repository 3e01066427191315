import { useTexts } from '../../../platform/web/language.tsx'
import type { LineRow } from '../contract.ts'
import { countTexts } from './texts.ts'

/** Why a rolling count chose a shelf. */
export function WhyChosen({ why: { valueClass, daysSince, errors } }: { why: NonNullable<LineRow['why']> }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  return daysSince === null ? t('counts.why-never', { class: valueClass, errors }) : t('counts.why', { class: valueClass, days: daysSince, errors })
}
