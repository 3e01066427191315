import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { qualityTexts } from './texts.ts'

/** Which lines of the order mend it again. */
export function LineChecks({ order, chosen, onChange }: { order: OrderView; chosen: readonly string[]; onChange: (lineIds: readonly string[]) => void }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const english = useLanguage() === 'en'
  return (
    <fieldset className="quality-checks">
      <legend>{t('quality.lines')}</legend>
      <p className="k-quiet-text">{order.lines.length === 0 ? t('quality.no-lines-yet') : t('quality.lines-hint')}</p>
      {order.lines.map((line) => (
        <CheckField key={line.id} label={`${english ? line.nameEn : line.nameZh} ${line.code}`} checked={chosen.includes(line.id)}
          onChange={(on) => onChange(on ? [...chosen, line.id] : chosen.filter((id) => id !== line.id))} />
      ))}
    </fieldset>
  )
}
