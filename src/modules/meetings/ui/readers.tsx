import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addToMinutes, type MeetingDetail } from '../contract.ts'
import { meetingPermissions } from '../permissions.ts'
import { meetingTexts } from './texts.ts'

/** Who has read the issued minutes and who has not, and what was corrected since. */
export function Readers({ meeting }: { meeting: MeetingDetail }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const moments = useMoments()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const names = (read: boolean) => t.list(meeting.participants.filter(({ readAt }) => (readAt !== null) === read).map(({ name }) => name)) || '–'
  return (
    <>
      <Section panel title={t('meetings.readers')}>
        <Facts layout="columns" facts={[{ id: 'read', label: t('meetings.read-by'), value: names(true), wide: true }, { id: 'unread', label: t('meetings.unread-by'), value: names(false), wide: true }]} />
      </Section>
      <Section panel title={t('meetings.addenda')} actions={meeting.runs && may(meetingPermissions.run) ? <Button kind="quiet" onPress={() => setAdding(true)}>{t('meetings.addendum')}</Button> : null}>
        {meeting.addenda.length === 0 ? <p className="k-quiet-text">–</p> : null}
        <ul>{meeting.addenda.map(({ id, at, personName, words }) => <li key={id} className="mt-item"><p className="mt-words">{words}</p><p className="k-quiet-text">{personName} {moments.full(at)}</p></li>)}</ul>
        {adding ? <AddendumDialog meetingId={meeting.id} onClose={() => setAdding(false)} /> : null}
      </Section>
    </>
  )
}

function AddendumDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const toast = useToast()
  const [words, setWords] = useState('')
  const deed = useDeed(addToMinutes, () => { onClose(); toast({ text: t('meetings.added') }) })
  const missing = words.trim() === ''
  return (
    <Dialog title={t('meetings.addendum')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { meetingId }, body: { words } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('meetings.words-missing') : null}>{t('meetings.addendum')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('meetings.addendum')} name="addendum" value={words} onChange={setWords} required autoFocus maxLength={1_000} />
      </div>
    </Dialog>
  )
}
