import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { endOwnDuty, type DutyRow } from '../contract.ts'
import { whyNotEnd } from '../domain/own-duty.ts'
import { dutyTexts } from './texts.ts'

/** The last day of a duty that the store added. */
export function EndDuty({ duty, onClose }: { duty: DutyRow; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const today = useToday()
  const [lastDay, setLastDay] = useState(duty.until ?? today)
  const [reason, setReason] = useState('')
  const deed = useDeed(endOwnDuty, () => { onClose(); toast({ text: t('duties.own.ended') }) })
  const early = lastDay === '' || whyNotEnd({ ...duty, lastDay, today }) !== null
  const whyNot = early ? t('duties.own.day-past') : reason.trim() === '' ? t('duties.words-missing') : null
  return (
    <Dialog title={t('duties.own.end-title', { id: duty.id })} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { dutyId: duty.id }, body: { version: duty.version, lastDay, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('duties.own.end')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <Notice tone="info">{t('duties.own.end-hint')}</Notice>
        <DateTimeField kind="date" label={t('duties.own.last-day')} name="last-day" value={lastDay} min={today} onChange={setLastDay} required />
        <TextAreaField label={t('duties.edit-reason')} name="reason" value={reason} onChange={setReason} required rows={2} maxLength={300} />
      </div>
    </Dialog>
  )
}
