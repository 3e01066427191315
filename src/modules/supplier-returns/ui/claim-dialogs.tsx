import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, QuantityField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField, TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { answerClaim, closeClaim, openClaim, reopenClaim, withdrawClaim, type ClaimView } from '../contract.ts'
import { presetDays, remedies, whyNotAnswer, type Remedy } from '../domain/claim.ts'
import { SupplierField } from './supplier-field.tsx'
import { supplierReturnTexts } from './texts.ts'

/** What failed, whose part it is, and the paper it stands on. */
export function ClaimDialog({ onClose }: { onClose: (id?: string) => void }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const today = useToday()
  const [wish, set] = useWish<{ supplierId: string; partNumber: string; thousandths: number | null; claimedFen: number | null; basis: 'job' | 'receipt'; basisNumber: string; fault: string; dueDay: string }>({
    supplierId: '', partNumber: '', thousandths: 1_000, claimedFen: null, basis: 'job', basisNumber: '', fault: '', dueDay: addDays(today, presetDays),
  })
  const { supplierId, partNumber, thousandths, claimedFen, basis, basisNumber, fault, dueDay } = wish
  const deed = useDeed(openClaim, ({ id, number }) => { toast({ text: t('supplier-returns.claim-opened', { number }) }); onClose(id) })
  const left = supplierId === '' || [partNumber, basisNumber, fault, dueDay].some((typed) => typed.trim() === '') || thousandths === null || thousandths <= 0 || claimedFen === null || claimedFen <= 0
  const submit = () => { if (!left) deed.run({ body: { supplierId, partNumber, thousandths, claimedFen, basis, basisNumber: basisNumber.trim(), fault, dueDay } }) }
  return (
    <Dialog title={t('supplier-returns.open-claim')} onClose={() => onClose()} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={left ? t('supplier-returns.fill-in') : null}>{t('supplier-returns.open-claim')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SupplierField value={supplierId} onChange={set('supplierId')} />
        <ChoiceField label={t('supplier-returns.basis')} value={basis} onChange={set('basis')} choices={(['job', 'receipt'] as const).map((value) => ({ value, text: t(`supplier-returns.basis.${value}`) }))} />
        <div className="sr-fields">
          <TextField label={t('supplier-returns.basis-number')} name="basis" required value={basisNumber} onChange={set('basisNumber')} maxLength={40} />
          <TextField label={t('supplier-returns.part-number')} name="part" required value={partNumber} onChange={set('partNumber')} maxLength={60} />
          <QuantityField label={t('supplier-returns.quantity')} name="quantity" required value={thousandths} onChange={set('thousandths')} />
          <MoneyField label={t('supplier-returns.claimed')} name="claimed" required value={claimedFen} onChange={set('claimedFen')} />
          <DateTimeField kind="date" label={t('supplier-returns.due-day')} name="due" required value={dueDay} min={today} onChange={set('dueDay')} />
        </div>
        <TextAreaField label={t('supplier-returns.fault')} name="fault" required value={fault} onChange={set('fault')} maxLength={300} rows={2} />
      </div>
    </Dialog>
  )
}

type Props = { claim: ClaimView; onClose: () => void }

/** What the supplier says: how he makes it good, or that he does not. */
export function AnswerDialog({ claim, onClose }: Props) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const [wish, set] = useWish<{ answeredWith: string; words: string; remedy: Remedy | 'none'; grantedFen: number | null }>({ answeredWith: '', words: '', remedy: 'replacement', grantedFen: claim.claimedFen })
  const deed = useDeed(answerClaim, () => { onClose(); toast({ text: t('supplier-returns.answered') }) })
  const remedy = wish.remedy === 'none' ? null : wish.remedy
  const grantedFen = remedy === null ? 0 : wish.grantedFen ?? 0
  const whyNot = wish.answeredWith.trim() === '' || wish.words.trim() === '' ? t('supplier-returns.fill-in') : t.refusal(whyNotAnswer({ status: claim.status, remedy, grantedFen, claimedFen: claim.claimedFen }))
  return (
    <Dialog title={t('supplier-returns.answer')} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { claimId: claim.id }, body: { version: claim.version, answeredWith: wish.answeredWith, words: wish.words, remedy, grantedFen } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('supplier-returns.answer')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('supplier-returns.agreed-with')} name="with" required autoFocus value={wish.answeredWith} onChange={set('answeredWith')} maxLength={60} />
        <SelectField label={t('supplier-returns.remedy')} name="remedy" value={wish.remedy} onChange={set('remedy')} choices={[...remedies, 'none' as const].map((value) => ({ value, text: t(`supplier-returns.remedy.${value}`) }))} />
        {remedy === null ? null : <MoneyField label={t('supplier-returns.granted')} name="granted" required value={wish.grantedFen} onChange={set('grantedFen')} />}
        <TextAreaField label={t('supplier-returns.answer-words')} name="words" required value={wish.words} onChange={set('words')} maxLength={300} rows={2} />
      </div>
    </Dialog>
  )
}

export function CloseDialog({ claim, onClose }: Props) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const deed = useDeed(closeClaim, () => { onClose(); toast({ text: t('supplier-returns.claim-closed') }) })
  const run = (words: string) => deed.run({ params: { claimId: claim.id }, body: { version: claim.version, words } })
  return (
    <ConfirmDialog title={t('supplier-returns.close-claim')} confirmText={t('supplier-returns.close-claim')} kind="primary" busy={deed.busy} error={deed.error} onConfirm={run} onClose={onClose}
      reason={{ label: t('supplier-returns.close-words'), missing: t('supplier-returns.fill-in') }}>{t('supplier-returns.close-question')}</ConfirmDialog>
  )
}

export function ReopenDialog({ claim, onClose }: Props) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const today = useToday()
  const [reason, setReason] = useState('')
  const [dueDay, setDueDay] = useState(addDays(today, presetDays))
  const deed = useDeed(reopenClaim, () => { onClose(); toast({ text: t('supplier-returns.reopened') }) })
  const left = reason.trim() === '' || dueDay === ''
  return (
    <Dialog title={t('supplier-returns.reopen')} size="small" onClose={onClose} onSubmit={() => { if (!left) deed.run({ params: { claimId: claim.id }, body: { version: claim.version, reason, dueDay } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={left ? t('supplier-returns.fill-in') : null}>{t('supplier-returns.reopen')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('supplier-returns.reason')} name="reason" required value={reason} onChange={setReason} maxLength={300} rows={2} />
        <DateTimeField kind="date" label={t('supplier-returns.due-day')} name="due" required value={dueDay} min={today} onChange={setDueDay} />
      </div>
    </Dialog>
  )
}

export function WithdrawDialog({ claim, onClose }: Props) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const deed = useDeed(withdrawClaim, () => { onClose(); toast({ text: t('supplier-returns.claim-withdrawn') }) })
  const run = (reason: string) => deed.run({ params: { claimId: claim.id }, body: { version: claim.version, reason } })
  return (
    <ConfirmDialog title={t('supplier-returns.withdraw-claim')} confirmText={t('supplier-returns.withdraw-claim')} kind="danger" busy={deed.busy} error={deed.error} onConfirm={run} onClose={onClose}
      reason={{ label: t('supplier-returns.reason'), missing: t('supplier-returns.reason-missing') }}>{t('supplier-returns.withdraw-claim-question')}</ConfirmDialog>
  )
}
