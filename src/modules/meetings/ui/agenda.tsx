import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addItem, fillAgenda, removeItem, type Item, type MeetingDetail } from '../contract.ts'
import { meetingPermissions } from '../permissions.ts'
import { DecideDialog } from './decisions.tsx'
import { meetingTexts } from './texts.ts'
import { itemTones } from './tones.ts'

/** What is talked about: yesterday's exceptions first, then what anybody brings. */
export function Agenda({ meeting }: { meeting: MeetingDetail }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const toast = useToast()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const fill = useDeed(fillAgenda, ({ added }) => toast({ text: t('meetings.filled', { count: added }) }))
  const plans = meeting.runs && may(meetingPermissions.run) && (meeting.status === 'called' || meeting.status === 'held')
  const actions = plans ? <span className="k-row"><Button kind="quiet" busy={fill.busy} onPress={() => fill.run({ params: { meetingId: meeting.id }, body: { version: meeting.version } })}>{t('meetings.fill')}</Button><Button kind="quiet" onPress={() => setAdding(true)}>{t('meetings.add-item')}</Button></span> : null
  return (
    <Section panel title={t('meetings.agenda')} actions={actions}>
      {fill.error === null ? null : <Notice tone="danger">{fill.error}</Notice>}
      {meeting.items.length === 0 ? <EmptyState>{t('meetings.agenda-empty')}</EmptyState> : null}
      <ul className="mt-agenda">{meeting.items.map((item) => <OneItem key={item.id} item={item} meeting={meeting} plans={plans} />)}</ul>
      {adding ? <AddDialog meeting={meeting} onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}

function OneItem({ item, meeting, plans }: { item: Item; meeting: MeetingDetail; plans: boolean }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const english = useLanguage() === 'en'
  const [deciding, setDeciding] = useState(false)
  const [removing, setRemoving] = useState(false)
  const remove = useDeed(removeItem, () => setRemoving(false))
  const words = english ? item.wordsEn : item.wordsZh
  const decided = meeting.decisions.some(({ itemId }) => itemId === item.id)
  return (
    <li className="mt-item" data-item={item.kind}>
      <div className="mt-head"><StatusTag tone={itemTones[item.kind]} text={t(`meetings.item.${item.kind}`)} />{item.page === '' ? null : <Link to={item.page}>{item.subject}</Link>}</div>
      <p className="mt-words">{words}</p>
      {item.minutes === '' ? null : <p className="mt-words k-quiet-text">{t('meetings.item-minutes', { words: item.minutes })}</p>}
      {plans ? (
        <div className="k-row">
          {meeting.status === 'held' ? <Button onPress={() => setDeciding(true)}>{t('meetings.to-task')}</Button> : null}
          {decided ? null : <Button kind="quiet" onPress={() => setRemoving(true)}>{t('meetings.remove-item')}</Button>}
        </div>
      ) : null}
      {removing ? <ConfirmDialog title={words} confirmText={t('meetings.remove-item')} busy={remove.busy} error={remove.error} onClose={() => setRemoving(false)} onConfirm={() => remove.run({ params: { meetingId: meeting.id, itemId: item.id }, body: { version: meeting.version } })}>{t('meetings.remove-question')}</ConfirmDialog> : null}
      {deciding ? <DecideDialog meetingId={meeting.id} itemId={item.id} about={item.kind === 'own' ? words : `${item.subject} ${words}`} onClose={() => setDeciding(false)} /> : null}
    </li>
  )
}

function AddDialog({ meeting, onClose }: { meeting: MeetingDetail; onClose: () => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const [words, setWords] = useState('')
  const deed = useDeed(addItem, onClose)
  const missing = words.trim() === ''
  return (
    <Dialog title={t('meetings.add-item')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { meetingId: meeting.id }, body: { version: meeting.version, words } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('meetings.words-missing') : null}>{t('meetings.add-item')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('meetings.item-words')} name="item-words" value={words} onChange={setWords} required autoFocus rows={2} maxLength={300} />
      </div>
    </Dialog>
  )
}
