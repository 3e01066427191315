import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { tellCustomer, type RequestRow } from '../contract.ts'
import { decisions, decisionWays, whyNotTell, type Decision, type DecisionWay } from '../domain/request.ts'
import { purchasingTexts } from './texts.ts'

/** What the customer was told and decided: who, when, how. */
export function TellDialog({ request, ownerName, onClose }: { request: RequestRow; ownerName: string; onClose: () => void }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const toast = useToast()
  const [decision, setDecision] = useState<Decision>('order')
  const [way, setWay] = useState<DecisionWay>('call')
  const [customerName, setCustomerName] = useState(request.customerName === '' ? ownerName : request.customerName)
  const [words, setWords] = useState('')
  const deed = useDeed(tellCustomer, () => { onClose(); toast({ text: t('purchasing.told') }) })
  const whyNot = t.refusal(whyNotTell({ status: request.status, customerName }))
  return (
    <Dialog title={t('purchasing.tell')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { requestId: request.id }, body: { version: request.version, decision, way, customerName, words } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('purchasing.tell')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {request.source === null || request.eta === null ? null : <Notice tone="info">{t('purchasing.arrives', { source: t(`purchasing.source.${request.source}`), eta: request.eta })}</Notice>}
        <ChoiceField label={t('purchasing.decision')} value={decision} onChange={setDecision} wide choices={decisions.map((value) => ({ value, text: t(`purchasing.decision.${value}`) }))} />
        <ChoiceField label={t('purchasing.way')} value={way} onChange={setWay} wide choices={decisionWays.map((value) => ({ value, text: t(`purchasing.way.${value}`) }))} />
        <TextField label={t('purchasing.customer')} name="customer" value={customerName} onChange={setCustomerName} required maxLength={60} />
        <TextField label={t('purchasing.words')} name="words" value={words} onChange={setWords} maxLength={200} />
      </div>
    </Dialog>
  )
}
