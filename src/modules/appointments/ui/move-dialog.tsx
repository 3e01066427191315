import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { move, type AppointmentRow } from '../contract.ts'
import { SlotField } from './slot-field.tsx'
import { appointmentTexts } from './texts.ts'

/** Another day or time; what the customer confirmed before counts no more. */
export function MoveDialog({ row, day: first, onClose }: { row: AppointmentRow; day: string; onClose: () => void }) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const toast = useToast()
  const today = useToday()
  const [day, setDay] = useState(first < today ? today : first)
  const [at, setAt] = useState<string | null>(null)
  const deed = useDeed(move, ({ courtesyCar }) => { onClose(); toast({ text: t(courtesyCar === null ? 'appointments.moved' : `appointments.moved-car.${courtesyCar}`) }) })
  return (
    <Dialog title={t('appointments.move')} size="small" onClose={onClose} onSubmit={() => { if (at !== null) deed.run({ params: { appointmentId: row.id }, body: { version: row.version, at, minutes: row.minutes } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={at === null ? t('appointments.fill-in') : null}>{t('appointments.move')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SlotField day={day} onDay={setDay} kind={row.kind} minutes={row.minutes} value={at} onChange={setAt} today={today} />
      </div>
    </Dialog>
  )
}
