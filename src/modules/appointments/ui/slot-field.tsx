import { useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { offerSlots } from '../contract.ts'
import type { WorkKind } from '../domain/slots.ts'
import { appointmentTexts } from './texts.ts'

export type SlotFieldProps = { day: string; onDay: (day: string) => void; kind: WorkKind; minutes: number; value: string | null; onChange: (at: string | null) => void; today: string }

/** A day and its times for this work; one that is not free says why. */
export function SlotField({ day, onDay, kind, minutes, value, onChange, today }: SlotFieldProps) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const moments = useMoments()
  const offered = useReading(offerSlots, { query: { day, kind, minutes } })
  const slots = offered.data?.slots ?? []
  const known = slots.some(({ at, free }) => at === value && free > 0)
  return (
    <div className="slot-field">
      <DateTimeField label={t('appointments.day')} kind="date" name="slot-day" value={day} min={today} onChange={(next) => { if (next !== '') { onDay(next); onChange(null) } }} required />
      <SelectField label={t('appointments.slot')} name="slot" value={known ? value : null} onChange={onChange} required hint={offered.data !== undefined && slots.every(({ free }) => free === 0) ? t('appointments.no-slots') : undefined}
        choices={slots.map(({ at, free, whyNot }) => ({ value: at, text: whyNot === null ? t('appointments.slot-free', { time: moments.full(at).slice(-5), count: free }) : t(`appointments.slot-not.${whyNot}`, { time: moments.full(at).slice(-5) }), disabled: free === 0 }))} />
    </div>
  )
}
