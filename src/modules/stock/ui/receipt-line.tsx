import { X } from 'lucide-react'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { IconButton } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { MoneyField, QuantityField } from '../../../ui-kit/number-fields.tsx'
import { seePart } from '../../catalogue/contract.ts'
import { inOwnUnit } from '../domain/units.ts'
import { stockTexts } from './texts.ts'

export type ReceivedLine = { partId: string; name: string; thousandths: number | null; costFen: number | null; placeId: string | null; /** Null: the part's own. */ unit: string | null }

type Props = { line: ReceivedLine; bins: readonly { value: string; text: string }[]; onChange: (part: Partial<ReceivedLine>) => void; onRemove: () => void }

/** Quantity in the unit of the delivery note; what that is in the part's own unit stands below. */
export function ReceiptLineFields({ line, bins, onChange, onRemove }: Props) {
  const t = useTexts(stockTexts.zh, stockTexts.en)
  const { data: part } = useReading(seePart, { params: { partId: line.partId } })
  const units = part?.units ?? []
  const chosen = units.find(({ unit }) => unit === line.unit)
  const hint = part === undefined || chosen === undefined || line.thousandths === null ? undefined
    : t('stock.in-own-unit', { quantity: formatThousandths(inOwnUnit(line.thousandths, chosen.factorThousandths)), unit: t.unit(part.unit) })
  return (
    <div className="receipt-line" data-units={units.length > 0 ? '' : undefined}>
      <span className="receipt-part">{line.name}</span>
      <QuantityField label={t('stock.quantity')} value={line.thousandths} onChange={(thousandths) => onChange({ thousandths })} required unit={units.length === 0 ? part?.unit : undefined} hint={hint} />
      {part === undefined || units.length === 0 ? null : (
        <SelectField label={t('stock.unit')} value={line.unit ?? part.unit} onChange={(unit) => onChange({ unit: unit === part.unit ? null : unit })}
          choices={[part.unit, ...units.map(({ unit }) => unit)].map((unit) => ({ value: unit, text: t.unit(unit) }))} />
      )}
      <MoneyField label={t('stock.line-cost')} value={line.costFen} onChange={(costFen) => onChange({ costFen })} required />
      <SelectField label={t('stock.bin')} value={line.placeId} onChange={(placeId) => onChange({ placeId })} choices={bins} required />
      <IconButton icon={X} aria-label={`${t('stock.remove-line')} ${line.name}`} onPress={onRemove} />
    </div>
  )
}
