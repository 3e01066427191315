import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { askAllowance, type seeSettlement } from '../contract.ts'
import { settlementPermissions } from '../permissions.ts'
import { settlementTexts } from './texts.ts'

export type AskedAllowance = AnswerOf<typeof seeSettlement>['allowance']

/** How an allowance that was asked for stands; who may not grant one himself asks here. */
export function AskAllowance({ orderId, asked, mayAllow }: { orderId: string; asked: AskedAllowance; mayAllow: boolean }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const mayAsk = useMay()(settlementPermissions.ask)
  const [asking, setAsking] = useState(false)
  if (asked !== null) {
    const facts = { amount: formatFen(asked.amountFen), name: asked.grantedBy ?? '' }
    return <Notice tone={asked.grantedBy === null ? 'warn' : 'info'}>{t(asked.grantedBy === null ? 'settlement.allowance-waits' : 'settlement.allowance-granted', facts)}</Notice>
  }
  if (mayAllow || !mayAsk) return null
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t('settlement.ask-allowance')}</Button>
      {asking ? <AskDialog orderId={orderId} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function AskDialog({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [amountFen, setAmountFen] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const deed = useDeed(askAllowance, () => { toast({ text: t('settlement.asked') }); onClose() })
  const whyNot = amountFen === null || amountFen < 1 ? t('settlement.allowance-amount-missing') : reason.trim() === '' ? t('settlement.reason-missing') : null
  return (
    <Dialog title={t('settlement.ask-allowance')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null && amountFen !== null) deed.run({ params: { orderId }, body: { amountFen, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('settlement.ask-allowance')}</Button>}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="k-stack">
        <p className="k-quiet-text">{t('settlement.ask-allowance-hint')}</p>
        <MoneyField label={t('settlement.allowance')} name="amount" value={amountFen} onChange={setAmountFen} required />
        <TextField label={t('settlement.reason')} name="reason" value={reason} onChange={setReason} required maxLength={300} />
      </div>
    </Dialog>
  )
}
