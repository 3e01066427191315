import { useDeferredValue, useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Plate, StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { answerComplaint, closeComplaint, listComplaints, type ComplaintRow } from '../contract.ts'
import type { ComplaintStatus } from '../domain/complaint.ts'
import { carePermissions } from '../permissions.ts'
import { CareSearch } from './care-search.tsx'
import { careTexts } from './texts.ts'

const tones: Readonly<Record<ComplaintStatus, Tone>> = { open: 'danger', answered: 'warn', closed: 'done' }

/** Complaints with their clock, from the customer's words to his consent. */
export function Complaints() {
  const t = useTexts(careTexts.zh, careTexts.en)
  const w = useTexts(webZh, webEn)
  const [all, setAll] = useState(false)
  const [find, setFind] = useState('')
  const word = useDeferredValue(find.trim())
  const { rows, state, more } = usePages(listComplaints, { group: all ? 'all' : 'open', limit: 40, ...(word === '' ? {} : { find: word }) })
  return (
    <div className="k-stack">
      <CareSearch label={t('care.find-complaint')} value={find} onChange={setFind} />
      <CheckField label={t('care.show-all')} checked={all} onChange={setAll} />
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t(word === '' ? 'care.none-complaints' : 'care.none-found')}</EmptyState> : null}
      <ul className="care-list">{rows.map((row) => <OneComplaint key={row.id} row={row} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
    </div>
  )
}

function OneComplaint({ row }: { row: ComplaintRow }) {
  const t = useTexts(careTexts.zh, careTexts.en)
  const moments = useMoments()
  const may = useMay()
  const { nameOf } = usePositions()
  const [asking, setAsking] = useState<'answer' | 'close' | null>(null)
  const close = () => setAsking(null)
  return (
    <li className="care-card k-panel" aria-label={row.number}>
      <div className="care-head">
        <Plate text={showPlate(row.plate)} /><StatusTag tone={tones[row.status]} text={t(`care.status.${row.status}`)} /><StatusTag tone="neutral" text={t(`care.kind.${row.kind}`)} />
        {row.overdue ? <StatusTag tone="danger" text={t('care.answer-due', { time: moments.full(row.dueAt) })} /> : null}{row.returns === 0 ? null : <StatusTag tone="danger" text={t('care.returns', { count: row.returns })} />}
      </div>
      <p className="care-words">{row.words}</p>
      <p className="care-facts">
        <span>{row.customerName} {row.phone}</span><span className="k-quiet-text">{row.number}</span><span className="k-quiet-text">{t('care.opened-by', { name: row.openedByName, time: moments.full(row.openedAt) })}</span>
        <span className="k-quiet-text">{t('care.assigned', { position: nameOf(row.assignedTo) })}</span>{row.status === 'open' && !row.overdue ? <span>{t('care.answer-due', { time: moments.full(row.dueAt) })}</span> : null}
      </p>
      {row.steps.map(({ at, kind, personName, words }) => <p key={at} className={kind === 'returned' ? 'care-words' : undefined}>{t(`care.step.${kind}`, { name: personName, time: moments.full(at), words })}</p>)}
      {row.closedAt === null ? null : <p className="k-quiet-text">{t('care.closed-line', { name: row.closedByName ?? '', time: moments.full(row.closedAt) })}</p>}
      <div className="care-deed">
        {row.status === 'open' && may(carePermissions.answer) ? <Button kind="primary" onPress={() => setAsking('answer')}>{t('care.answer')}</Button> : null}
        {row.status === 'answered' && may(carePermissions.close) ? <Button kind="primary" onPress={() => setAsking('close')}>{t('care.close')}</Button> : null}
      </div>
      {asking === 'answer' ? <AnswerDialog row={row} onClose={close} /> : null}
      {asking === 'close' ? <CloseDialog row={row} onClose={close} /> : null}
    </li>
  )
}

function AnswerDialog({ row, onClose }: { row: ComplaintRow; onClose: () => void }) {
  const t = useTexts(careTexts.zh, careTexts.en)
  const moments = useMoments()
  const toast = useToast()
  const [answer, setAnswer] = useState('')
  const deed = useDeed(answerComplaint, () => { onClose(); toast({ text: t('care.answered') }) })
  const missing = answer.trim() === ''
  return (
    <Dialog title={t('care.answer')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { complaintId: row.id }, body: { version: row.version, answer } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('care.words-missing') : null}>{t('care.answer')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{row.words}</p>
        {row.steps.map(({ at, kind, personName, words }) => <p key={at} className="k-quiet-text">{t(`care.step.${kind}`, { name: personName, time: moments.full(at), words })}</p>)}
        <TextAreaField label={t('care.answer-words')} name="answer" value={answer} onChange={setAnswer} required autoFocus maxLength={1_000} />
      </div>
    </Dialog>
  )
}

function CloseDialog({ row, onClose }: { row: ComplaintRow; onClose: () => void }) {
  const t = useTexts(careTexts.zh, careTexts.en)
  const toast = useToast()
  const [content, setContent] = useState<'yes' | 'no'>('yes')
  const [words, setWords] = useState('')
  const deed = useDeed(closeComplaint, () => { onClose(); toast({ text: t(content === 'yes' ? 'care.closed' : 'care.returned') }) })
  const missing = content === 'no' && words.trim() === ''
  return (
    <Dialog title={t('care.close')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { complaintId: row.id }, body: { version: row.version, content: content === 'yes', words } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('care.words-missing') : null}>{t(`care.close.${content}`)}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{row.answer}</p>
        <ChoiceField label={t('care.close-title')} value={content} onChange={setContent} wide choices={(['yes', 'no'] as const).map((value) => ({ value, text: t(`care.satisfied.${value}`) }))} />
        {content === 'no' ? <TextAreaField label={t('care.words')} name="words" value={words} onChange={setWords} required maxLength={500} /> : null}
      </div>
    </Dialog>
  )
}
