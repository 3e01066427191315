import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { payers, type Payer } from '../../catalogue/domain/payers.ts'
import { reallocateClaim, type StatementRow } from '../contract.ts'
import { whyNotReallocate } from '../domain/reallocation.ts'
import { settlementTexts } from './texts.ts'

/** How much the payer refused, who bears it instead, and why he refused. */
export function ReallocateDialog({ statement, onClose }: { statement: StatementRow; onClose: () => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [amountFen, setAmount] = useState<number | null>(statement.dueFen)
  const [to, setTo] = useState<Payer | null>(null)
  const [reason, setReason] = useState('')
  const deed = useDeed(reallocateClaim, ({ state, numbers }) => { onClose(); toast({ text: state === 'moved' ? t('settlement.said-moved', { numbers: t.list(numbers) }) : t('settlement.said-asked') }) })
  const { payer, totalFen, dueFen, version } = statement
  const whyNot = t.refusal(whyNotReallocate({ payer, to: to ?? payer, reversed: statement.reversedAt !== null, supplement: statement.supplementOf !== null, totalFen, dueFen, amountFen: amountFen ?? 0, reason }))
  return (
    <Dialog title={`${t('settlement.reallocate')} · ${statement.number}`} size="small" onClose={onClose}
      onSubmit={() => { if (whyNot === null && to !== null) deed.run({ params: { statementId: statement.id }, body: { version, amountFen: amountFen ?? 0, to, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('settlement.reallocate')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p className="k-quiet-text">{t('settlement.reallocate-for')}</p>
        <MoneyField label={t('settlement.refused-amount')} name="refused" value={amountFen} onChange={setAmount} required />
        <SelectField<Payer> label={t('settlement.moves-to')} name="to" value={to} onChange={setTo} choices={payers.filter((one) => one !== payer).map((value) => ({ value, text: t(`settlement.payer.${value}`) }))} />
        <TextAreaField label={t('settlement.refusal-reason')} name="reason" rows={2} value={reason} onChange={setReason} maxLength={300} required />
      </div>
    </Dialog>
  )
}
