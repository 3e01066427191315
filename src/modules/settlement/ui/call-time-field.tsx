import { addDays } from '../../../kernel/time.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { callHours, followUpDays, type CallTime } from '../domain/call-time.ts'
import { settlementTexts } from './texts.ts'

const hours = Array.from({ length: callHours.last - callHours.first + 1 }, (_, index) => String(callHours.first + index))
const shown = (hour: string): string => `${hour.padStart(2, '0')}:00`

/** When the customer wants to be called: at any time, or on a day between two hours. */
export function CallTimeField({ value, onChange }: { value: CallTime | null; onChange: (value: CallTime) => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const today = useToday()
  const choose = (kind: CallTime['kind']) => onChange(kind === 'any' ? { kind } : { kind, on: addDays(today, 1), from: 9, to: 11 })
  const choices = hours.map((hour) => ({ value: hour, text: shown(hour) }))
  return (
    <>
      <ChoiceField label={t('settlement.call-time')} wide value={value?.kind ?? null} onChange={choose} choices={(['any', 'at'] as const).map((kind) => ({ value: kind, text: t(`settlement.call-time.${kind}`) }))} />
      {value?.kind !== 'at' ? null : (
        <div className="settlement-call-time">
          <DateTimeField kind="date" label={t('settlement.call-on')} name="call-on" value={value.on} min={today} max={addDays(today, followUpDays)} onChange={(on) => onChange({ ...value, on })} required />
          <SelectField label={t('settlement.call-from')} name="call-from" value={String(value.from)} onChange={(from) => onChange({ ...value, from: Number(from) })} choices={choices.slice(0, -1)} />
          <SelectField label={t('settlement.call-to')} name="call-to" value={String(value.to)} onChange={(to) => onChange({ ...value, to: Number(to) })} choices={choices.slice(1)} />
        </div>
      )}
    </>
  )
}
