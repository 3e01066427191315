import { useState } from 'react'
import { fromWallTime, wallTime } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { reportEvent } from '../contract.ts'
import { reportableEvents } from '../domain/reportable-events.ts'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

/** What happened, to what, when; it makes the duties that wait for it. */
export function ReportEvent({ onClose }: { onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const nameOf = useNameOf()
  const { store } = useSession()
  const [event, setEvent] = useState<string | null>(null)
  const [subject, setSubject] = useState('')
  const [at, setAt] = useState(() => wallTime(new Date(), store.timeZone))
  const deed = useDeed(reportEvent, ({ made }) => { onClose(); toast({ text: t('duties.reported', { count: made }) }) })
  const happenedAt = fromWallTime(at, store.timeZone)
  const missing = event === null || subject.trim() === '' || happenedAt === null
  const submit = () => { if (event !== null && happenedAt !== null && !missing) deed.run({ body: { event, subject, happenedAt: happenedAt.toISOString() } }) }
  return (
    <Dialog title={t('duties.report-title')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('duties.words-missing') : null}>{t('duties.report')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('duties.report-event')} name="event" value={event} onChange={setEvent} required choices={reportableEvents.map((known) => ({ value: known.event, text: nameOf(known) }))} />
        <TextField label={t('duties.report-subject')} name="subject" value={subject} onChange={setSubject} required maxLength={80} hint={t('duties.report-subject-hint')} />
        <DateTimeField label={t('duties.report-at')} name="happened-at" kind="datetime" value={at} onChange={setAt} required />
      </div>
    </Dialog>
  )
}
