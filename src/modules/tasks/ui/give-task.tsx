import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, fromWallTime, localDay } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { giveTask } from '../contract.ts'
import { OwnerFields, ownerMissing, type OwnerWish } from './owner-fields.tsx'
import { taskTexts } from './texts.ts'

/** What is to be done, by whom, by when. */
export function GiveTask({ onClose }: { onClose: () => void }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const toast = useToast()
  const { permissions, store: { timeZone } } = useSession()
  const [words, setWords] = useState('')
  const [owner, setOwner] = useState<OwnerWish>(() => ({ position: null, ownerId: null, due: `${addDays(localDay(new Date(), timeZone), 1)}T17:00` }))
  const [photoNeeded, setPhotoNeeded] = useState(false)
  const deed = useDeed(giveTask, ({ number }) => { onClose(); toast({ text: t('tasks.given', { number }) }) })
  const missing = words.trim() === '' || ownerMissing(owner, timeZone)
  const submit = () => {
    const { position, ownerId, due } = owner
    const dueAt = fromWallTime(due, timeZone)
    if (!missing && position !== null && dueAt !== null) deed.run({ body: { words, position, ownerId, dueAt: dueAt.toISOString(), photoNeeded } })
  }
  return (
    <Dialog title={t('tasks.give')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('tasks.words-missing') : null}>{t('tasks.give')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('tasks.words')} name="words" value={words} onChange={setWords} required autoFocus maxLength={1_000} />
        <OwnerFields wish={owner} onChange={setOwner} />
        <CheckField label={t('tasks.photo-needed')} checked={photoNeeded} onChange={setPhotoNeeded} />
        <p className="k-quiet-text">{t('tasks.recurring')}</p>
        {permissions.includes('duties.seeManual') ? <Link to="/manual" search={{ add: 'own' }}>{t('tasks.recurring-link')}</Link> : null}
      </div>
    </Dialog>
  )
}
