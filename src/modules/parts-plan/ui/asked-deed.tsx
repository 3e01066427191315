import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { approvePlan, correctPlan, discardPlan, sendBackPlan, submitPlan, uploadPlan, type PlanDetail } from '../contract.ts'
import { partsPlanTexts } from './texts.ts'

export type Asked = 'submit' | 'approve' | 'send-back' | 'upload' | 'correct' | 'discard'

const said = { submit: 'submitted-toast', approve: 'approved-toast', 'send-back': 'sent-back-toast', upload: 'uploaded-toast', discard: 'discarded-toast' } as const
const questions = { submit: 'submit-question', approve: 'approve-question', upload: 'upload-question', correct: 'correct-question', discard: 'discard-question' } as const
const withReason: ReadonlySet<Asked> = new Set(['send-back', 'correct', 'discard'])

/** Each of them asks first; what goes back, is corrected or thrown away says why. */
export function AskedDeed({ id, plan, onClose }: { id: Asked; plan: PlanDetail; onClose: (planId?: string) => void }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const toast = useToast()
  const [reference, setReference] = useState('')
  const then = () => { onClose(); if (id !== 'correct') toast({ text: t(`parts-plan.${said[id]}`) }) }
  const deeds = {
    submit: useDeed(submitPlan, then), approve: useDeed(approvePlan, then), 'send-back': useDeed(sendBackPlan, then), upload: useDeed(uploadPlan, then), discard: useDeed(discardPlan, then),
    correct: useDeed(correctPlan, (made) => { toast({ text: t('parts-plan.corrected-toast', { number: made.number }) }); onClose(made.id) }),
  }
  const { busy, error } = deeds[id]
  const run = (reason: string): void => {
    const params = { planId: plan.id }
    const { version } = plan
    if (id === 'upload') deeds.upload.run({ params, body: { version, reference } })
    else if (id === 'submit' || id === 'approve') deeds[id].run({ params, body: { version } })
    else deeds[id].run({ params, body: { version, reason } })
  }
  return (
    <ConfirmDialog title={t(`parts-plan.${id}`)} confirmText={t(`parts-plan.${id}`)} kind={id === 'discard' || id === 'send-back' ? 'danger' : 'primary'} busy={busy} error={error} onConfirm={run} onClose={() => onClose()}
      {...(withReason.has(id) ? { reason: { label: t(id === 'send-back' ? 'parts-plan.send-back-reason' : 'parts-plan.reason'), missing: t('parts-plan.reason-needed') } } : {})}>
      {id === 'send-back' ? null : t(`parts-plan.${questions[id]}`)}
      {id === 'upload' ? <TextField label={t('parts-plan.reference')} name="reference" value={reference} onChange={setReference} maxLength={60} /> : null}
    </ConfirmDialog>
  )
}
