import { useTexts } from '../../../platform/web/language.tsx'
import { readDeviation } from '../domain/floor-reason.ts'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh-CN.ts'

/** Why a price is off its rule, in the reader's language. */
export function useDeviationWords(): (reason: string) => string {
  const t = useTexts(zh, en)
  return (reason) => {
    const said = readDeviation(reason)
    return 'words' in said ? said.words : t('repair-orders.below-floor', { percent: said.floorPercent })
  }
}
