import { useState } from 'react'
import { fromWallTime, wallTime } from '../../../kernel/time.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { callMeeting, listKinds } from '../contract.ts'
import { meetingTexts } from './texts.ts'

/** Which kind, when and where; who is called follows from the kind. */
export function CallDialog({ kind: given, onCalled, onClose }: { kind: string | null; onCalled: (id: string) => void; onClose: () => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const { nameOf } = usePositions()
  const { timeZone } = useSession().store
  const kinds = (useReading(listKinds, {}).data?.rows ?? []).filter(({ active }) => active)
  const [kind, setKind] = useState(given)
  const [at, setAt] = useState(() => wallTime(new Date(), timeZone))
  const [placeName, setPlaceName] = useState('')
  const deed = useDeed(callMeeting, ({ id, number }) => { onClose(); toast({ text: t('meetings.was-called', { number }) }); onCalled(id) })
  const moment = fromWallTime(at, timeZone)
  const chosen = kinds.find(({ code }) => code === kind)
  const submit = () => { if (kind !== null && moment !== null) deed.run({ body: { kind, at: moment.toISOString(), placeName } }) }
  return (
    <Dialog title={t('meetings.call')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={kind === null || moment === null ? t('meetings.fill-in') : null}>{t('meetings.call')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('meetings.kind')} name="kind" required value={kind} onChange={setKind} choices={kinds.map(({ code, nameZh, nameEn }) => ({ value: code, text: english ? nameEn : nameZh }))}
          {...(chosen === undefined ? {} : { hint: t('meetings.called-people', { positions: t.list(chosen.attendees.map(nameOf)) }) })} />
        <DateTimeField label={t('meetings.at')} name="at" kind="datetime" required value={at} onChange={setAt} />
        <TextField label={t('meetings.place')} name="place" value={placeName} onChange={setPlaceName} maxLength={60} />
      </div>
    </Dialog>
  )
}
