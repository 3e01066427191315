import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import type { ScannedPart } from '../contract.ts'
import { binTexts } from './texts.ts'
import type { Target } from './use-scan.ts'

/** Where a part is best put, one press each. */
export function AdvisedBins({ bins, onPick }: { bins: ScannedPart['advice']; onPick: (bin: Target) => void }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  return (
    <div className="bin-advice" role="group" aria-label={t('bins.advice')}>
      <span className="k-quiet-text">{bins.length === 0 ? t('bins.no-advice') : t('bins.advice')}</span>
      {bins.map(({ placeId, code, own, near }) => (
        <Button key={placeId} onPress={() => onPick({ placeId, code })}>{[code, own ? t('bins.advice-own') : '', near ? t('bins.advice-near') : ''].filter((word) => word !== '').join(' · ')}</Button>
      ))}
    </div>
  )
}
