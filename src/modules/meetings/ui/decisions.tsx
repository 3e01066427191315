import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, fromWallTime, localDay } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { OwnerFields, ownerMissing, type OwnerWish } from '../../tasks/ui/public.tsx'
import { decide, type MeetingDetail } from '../contract.ts'
import { meetingPermissions } from '../permissions.ts'
import { meetingTexts } from './texts.ts'

const daysToDo = 7

/** What was decided; each decision is a task with its own page. */
export function Decisions({ meeting }: { meeting: MeetingDetail }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const may = useMay()
  const [deciding, setDeciding] = useState(false)
  const decides = meeting.status === 'held' && meeting.runs && may(meetingPermissions.run)
  return (
    <Section panel title={t('meetings.decisions')} actions={decides ? <Button kind="quiet" onPress={() => setDeciding(true)}>{t('meetings.decide')}</Button> : null}>
      {meeting.decisions.length === 0 ? <p className="k-quiet-text">{t('meetings.decisions-none')}</p> : null}
      <ul>{meeting.decisions.map(({ id, words, taskId, taskNumber }) => <li key={id} className="mt-item"><p className="mt-words">{words}</p><Link to={`/tasks/${taskId}`}>{taskNumber}</Link></li>)}</ul>
      {deciding ? <DecideDialog meetingId={meeting.id} itemId={null} about="" onClose={() => setDeciding(false)} /> : null}
    </Section>
  )
}

/** The words of the point stand there already: whose it is and by when makes it a task. */
export function DecideDialog({ meetingId, itemId, about, onClose }: { meetingId: string; itemId: string | null; about: string; onClose: () => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const toast = useToast()
  const { timeZone } = useSession().store
  const [words, setWords] = useState(about)
  const [owner, setOwner] = useState<OwnerWish>(() => ({ position: null, ownerId: null, due: `${addDays(localDay(new Date(), timeZone), daysToDo)}T17:00` }))
  const deed = useDeed(decide, ({ taskNumber }) => { onClose(); toast({ text: t('meetings.decided', { number: taskNumber }) }) })
  const missing = words.trim() === '' || ownerMissing(owner, timeZone)
  const submit = () => {
    const { position, ownerId, due } = owner
    const dueAt = fromWallTime(due, timeZone)
    if (!missing && position !== null && dueAt !== null) deed.run({ params: { meetingId }, body: { itemId, words, position, ownerId, dueAt: dueAt.toISOString() } })
  }
  return (
    <Dialog title={t('meetings.decide')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('meetings.fill-in') : null}>{t('meetings.to-task')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('meetings.decision-words')} name="decision-words" value={words} onChange={setWords} required maxLength={1_000} />
        <OwnerFields wish={owner} onChange={setOwner} />
      </div>
    </Dialog>
  )
}
