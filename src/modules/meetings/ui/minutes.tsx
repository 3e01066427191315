import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { writeMinutes, type MeetingDetail } from '../contract.ts'
import { meetingPermissions } from '../permissions.ts'
import { meetingTexts } from './texts.ts'

/** What was said, with the photo that belongs to it. */
export function Minutes({ meeting }: { meeting: MeetingDetail }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const may = useMay()
  const [writing, setWriting] = useState(false)
  const minutes = meeting.status === 'held' && meeting.runs && may(meetingPermissions.run)
  return (
    <Section panel title={t('meetings.minutes')} actions={minutes ? <Button kind="quiet" onPress={() => setWriting(true)}>{t('meetings.write')}</Button> : null}>
      {meeting.minutes === '' ? null : <p className="mt-words">{meeting.minutes}</p>}
      <PhotoStrip subject="meeting" subjectId={meeting.id} occasion="minutes" open={minutes} />
      {writing ? <WriteDialog meeting={meeting} onClose={() => setWriting(false)} /> : null}
    </Section>
  )
}

function WriteDialog({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  // What somebody else changes meanwhile is not overwritten: the version is the one that was opened.
  const [{ version }] = useState(meeting)
  const [minutes, setMinutes] = useState(meeting.minutes)
  const [said, setSaid] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(meeting.items.map(({ id, minutes: words }) => [id, words])))
  const deed = useDeed(writeMinutes, () => { onClose(); toast({ text: t('meetings.saved') }) })
  const submit = () => deed.run({ params: { meetingId: meeting.id }, body: { version, minutes, items: meeting.items.map(({ id }) => ({ id, minutes: said[id] ?? '' })) } })
  return (
    <Dialog title={t('meetings.write')} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('meetings.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('meetings.minutes-words')} name="minutes" value={minutes} onChange={setMinutes} autoFocus rows={5} maxLength={4_000} />
        {meeting.items.map((item) => (
          <TextAreaField key={item.id} label={`${t(`meetings.item.${item.kind}`)} ${item.subject} ${english ? item.wordsEn : item.wordsZh}`} name={`item-${item.id}`} rows={2} maxLength={1_000}
            value={said[item.id] ?? ''} onChange={(words) => setSaid((before) => ({ ...before, [item.id]: words }))} />
        ))}
      </div>
    </Dialog>
  )
}
