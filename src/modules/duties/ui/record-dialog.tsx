import { useState, type ReactNode } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PhotoStrip, usePhotoDetails } from '../../photos/ui/public.tsx'
import { explainMiss, fileRecord, seeAgain, type InstanceRow, type Today } from '../contract.ts'
import { useNameOf, useProofWords } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

type Props = { row: InstanceRow; onClose: () => void }

/** What was done, in words; what the manual asks for stands beside it. */
export function RecordDialog({ row, onClose }: Props) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const nameOf = useNameOf()
  const proof = useProofWords()
  const deed = useDeed(fileRecord, () => { onClose(); toast({ text: t('duties.filed', { duty: nameOf(row) }) }) })
  const bare = usePhotoDetails({ subject: 'duty', subjectId: row.id, occasion: 'duty', details: row.photoNeeded ? [''] : [] }).size === 0 && row.photoNeeded
  return <WordsDialog photoMissing={bare} photos={row.photoNeeded ? <PhotoStrip subject="duty" subjectId={row.id} occasion="duty" open onTaken={deed.reset} /> : null} title={nameOf(row)} label={t('duties.words')} hint={t('duties.words-hint', { proof: proof(row.proof) })} button={t('duties.file')} most={2_000} busy={deed.busy} error={deed.error} onClose={onClose}
    onSay={(words) => deed.run({ params: { instanceId: row.id }, body: { version: row.version, words } })} />
}

/** Why it was missed or late. */
export function ExplainDialog({ row, onClose }: Props) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const nameOf = useNameOf()
  const deed = useDeed(explainMiss, () => { onClose(); toast({ text: t('duties.explained') }) })
  return <WordsDialog title={nameOf(row)} label={t('duties.explanation')} button={t('duties.explain')} most={500} busy={deed.busy} error={deed.error} onClose={onClose}
    onSay={(words) => deed.run({ params: { instanceId: row.id }, body: { version: row.version, words } })} />
}

/** A failed point looked at again; with a picture where its list wants one. */
export function SeenDialog({ task, onClose }: { task: Today['tasks'][number]; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const nameOf = useNameOf()
  const deed = useDeed(seeAgain, () => { onClose(); toast({ text: t('duties.seen-said', { point: nameOf(task) }) }) })
  const bare = usePhotoDetails({ subject: 'corrective-task', subjectId: task.id, occasion: 'duty', details: task.photo ? [''] : [] }).size === 0 && task.photo
  return <WordsDialog photoMissing={bare} title={nameOf(task)} label={t('duties.seen')} hint={t('duties.seen-hint')} button={t('duties.see-again')} most={300} busy={deed.busy} error={deed.error} onClose={onClose}
    photos={task.photo ? <PhotoStrip subject="corrective-task" subjectId={task.id} occasion="duty" open onTaken={deed.reset} /> : null} onSay={(seen) => deed.run({ params: { taskId: task.id }, body: { seen } })} />
}

type WordsDialogProps = { title: string; photos?: ReactNode; photoMissing?: boolean; label: string; hint?: string | undefined; button: string; most: number; busy: boolean; error: string | null; onSay: (words: string) => void; onClose: () => void }

function WordsDialog({ title, photos, photoMissing = false, label, hint, button, most, busy, error, onSay, onClose }: WordsDialogProps) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const [words, setWords] = useState('')
  const whyNot = words.trim() === '' ? t('duties.words-missing') : photoMissing ? t('duties.photo-missing') : null
  return (
    <Dialog title={title} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) onSay(words) }}
      footer={<Button kind="primary" submit busy={busy} whyNot={whyNot}>{button}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <TextAreaField label={label} name="words" value={words} onChange={setWords} required autoFocus maxLength={most} {...(hint === undefined ? {} : { hint })} />
        {photoMissing ? <p className="k-quiet-text">{t('duties.photo-missing')}</p> : null}
        {photos}
      </div>
    </Dialog>
  )
}
