import { X } from 'lucide-react'
import { call } from '../../../platform/web/api.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { IconButton } from '../../../ui-kit/button.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Badge, Plate } from '../../../ui-kit/tag.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listParts } from '../../catalogue/contract.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listShortParts } from '../contract.ts'
import { appointmentTexts } from './texts.ts'

export type WishedLine = { readonly partId: string; readonly code: string; readonly name: string; readonly unit: string; readonly quantityThousandths: number | null }
type FoundPart = TypeaheadOption & { readonly line: WishedLine }

/** What the car will need, found by typing; reserved with the booking. */
export function WishedParts({ lines, onChange }: { lines: readonly WishedLine[]; onChange: (lines: readonly WishedLine[]) => void }) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const english = useLanguage() === 'en'
  const put = (line: WishedLine) => { if (!lines.some(({ partId }) => partId === line.partId)) onChange([...lines, line]) }
  return (
    <section className="k-stack" aria-label={t('appointments.wished-parts')}>
      <Typeahead<FoundPart> label={t('appointments.wished-parts')} onPick={({ line }) => put(line)} search={async (find, signal) => (await call(listParts, { query: { find, limit: 12 } }, { signal })).rows.map((one) => {
        const name = english ? one.nameEn : one.nameZh
        return { id: one.id, primary: name, secondary: one.number, line: { partId: one.id, code: one.number, name, unit: one.unit, quantityThousandths: 1_000 } }
      })} />
      {lines.map((line) => (
        <div key={line.partId} className="wished-part">
          <span>{line.name} <span className="k-quiet-text">{line.code}</span></span>
          <QuantityField label={line.name} hideLabel value={line.quantityThousandths} unit={line.unit} required onChange={(quantityThousandths) => onChange(lines.map((one) => (one === line ? { ...line, quantityThousandths } : one)))} />
          <IconButton icon={X} aria-label={t('appointments.remove-part', { name: line.name })} onPress={() => onChange(lines.filter((one) => one !== line))} />
        </div>
      ))}
    </section>
  )
}

/** What no shelf has for those who are expected: to be ordered before they come. */
export function ShortParts() {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const rows = useReading(listShortParts, {}).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={<>{t('appointments.short-parts')} <Badge count={rows.length} /></>} panel>
      <ul className="call-list">
        {rows.map((row) => (
          <li key={`${row.number} ${row.code}`}>
            <span className="call-who">{english ? row.nameEn : row.nameZh} <span className="k-quiet-text">{row.code}</span> <strong>{t('appointments.short', { count: formatThousandths(row.short), unit: t.unit(row.unit) })}</strong></span>
            <span className="k-quiet-text"><Plate text={showPlate(row.plate)} /> {moments.full(row.at)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
