import { useTexts } from '../../../platform/web/language.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { unscannedReasons, type UnscannedReason } from '../../stock/domain/unscanned.ts'
import { pickingTexts } from './texts.ts'

/** A label that cannot be scanned: why. */
export function WhyUnscanned({ label, value, onChange }: { label: string; value: UnscannedReason | null; onChange: (reason: UnscannedReason) => void }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  return <SelectField label={label} name="why-unscanned" value={value} onChange={onChange} placeholder={t('picking.why.choose')} choices={unscannedReasons.map((reason) => ({ value: reason, text: t(`picking.why.${reason}`) }))} />
}
