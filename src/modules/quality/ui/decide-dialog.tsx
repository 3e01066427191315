import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { decideComeback, type ComebackRow } from '../contract.ts'
import { causes, comebackPayers, whyNotDecide, type Cause, type ComebackPayer } from '../domain/comeback.ts'
import { qualityTexts } from './texts.ts'

export type Worker = { id: string; name: string }

/** Nothing is chosen beforehand: who pays is somebody's word. */
export function DecideDialog({ comeback, workers, onClose }: { comeback: ComebackRow; workers: readonly Worker[]; onClose: () => void }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [payer, setPayer] = useState<ComebackPayer | null>(null)
  const [cause, setCause] = useState<Cause | null>(null)
  const [technician, setTechnician] = useState('nobody')
  const [reason, setReason] = useState('')
  const deed = useDeed(decideComeback, () => { onClose(); toast({ text: t('quality.decided', { payer: payer === null ? '' : t(`quality.payer.${payer}`) }) }) })
  const technicianId = technician === 'nobody' ? null : technician
  const whyNot = payer === null || cause === null ? t('quality.choose') : t.refusal(whyNotDecide({ orderStatus: 'estimated', status: comeback.status, isProposer: false, payer, cause, technicianId, reason }))
  const submit = () => {
    if (payer === null || cause === null || whyNot !== null) return
    deed.run({ params: { comebackId: comeback.id }, body: { version: comeback.version, payer, cause, technicianId, reason } })
  }
  return (
    <Dialog title={t('quality.decide-title', { name: english ? comeback.nameEn : comeback.nameZh })} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('quality.decide')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p className="quality-words">{comeback.words}</p>
        <ChoiceField label={t('quality.payer')} required value={payer} onChange={setPayer} wide choices={comebackPayers.map((value) => ({ value, text: t(`quality.payer.${value}`) }))} />
        <ChoiceField label={t('quality.cause')} required value={cause} onChange={setCause} wide choices={causes.map((value) => ({ value, text: t(`quality.cause.${value}`) }))} />
        <SelectField label={t('quality.technician')} name="technician" value={technician} onChange={setTechnician} choices={[{ value: 'nobody', text: t('quality.nobody') }, ...workers.map(({ id, name }) => ({ value: id, text: name }))]} />
        <TextAreaField label={t('quality.reason')} name="reason" value={reason} onChange={setReason} required={payer === 'customer'} rows={2} maxLength={500} />
      </div>
    </Dialog>
  )
}
