import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { recordContact, type FollowUpRow } from '../contract.ts'
import { complaintKinds, type ComplaintKind } from '../domain/complaint.ts'
import { contactResults, questions, whyNotRecord, type ContactResult, type Question } from '../domain/follow-up.ts'
import { useAskedTime } from './asked-time.ts'
import { careTexts } from './texts.ts'

const points = ['1', '2', '3', '4', '5'] as const

/** The questionnaire of a follow-up; whoever is not satisfied complains in the same breath. */
export function CallDialog({ row, onClose }: { row: FollowUpRow; onClose: () => void }) {
  const t = useTexts(careTexts.zh, careTexts.en)
  const toast = useToast()
  const askedTime = useAskedTime()
  const [result, setResult] = useState<ContactResult>('reached')
  const [scores, setScores] = useState<Partial<Record<Question, number>>>({})
  const [satisfied, setSatisfied] = useState<'yes' | 'no' | null>(null)
  const [kind, setKind] = useState<ComplaintKind | null>(null)
  const [words, setWords] = useState('')
  const deed = useDeed(recordContact, ({ complaintNumber }) => { onClose(); toast({ text: complaintNumber === null ? t('care.recorded') : t('care.recorded-complaint', { number: complaintNumber }) }) })
  const reached = result === 'reached'
  const call = { result, scores: reached ? scores : {}, satisfied: reached && satisfied !== null ? satisfied === 'yes' : null, words, complaint: reached && satisfied === 'no' ? kind : null }
  const whyNot = t.refusal(whyNotRecord(call))
  const submit = () => deed.run({ params: { orderId: row.orderId }, body: call })
  return (
    <Dialog title={t('care.call-title', { plate: showPlate(row.plate) })} onClose={onClose} onSubmit={() => { if (whyNot === null) submit() }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('care.record')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{row.senderName} {row.senderPhone} · {askedTime(row)}</p>
        <ChoiceField label={t('care.result')} value={result} onChange={setResult} wide choices={contactResults.map((value) => ({ value, text: t(`care.result.${value}`) }))} />
        {reached ? questions.map((question) => (
          <ChoiceField key={question} label={t(`care.question.${question}`)} value={points.find((point) => Number(point) === scores[question]) ?? null} onChange={(point) => setScores((before) => ({ ...before, [question]: Number(point) }))} wide choices={points.map((value) => ({ value, text: value }))} />
        )) : null}
        {reached ? <ChoiceField label={t('care.satisfied')} value={satisfied} onChange={setSatisfied} wide choices={(['yes', 'no'] as const).map((value) => ({ value, text: t(`care.satisfied.${value}`) }))} /> : null}
        {reached && satisfied === 'no' ? <ChoiceField label={t('care.complains-about')} value={kind} onChange={setKind} wide choices={complaintKinds.map((value) => ({ value, text: t(`care.kind.${value}`) }))} /> : null}
        <TextAreaField label={t('care.words')} name="words" value={words} onChange={setWords} rows={2} maxLength={500} />
      </div>
    </Dialog>
  )
}
