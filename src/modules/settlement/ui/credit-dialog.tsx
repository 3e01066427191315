import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, NumberField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { CustomerPick } from '../../customers/ui/public.tsx'
import { listCreditAccounts, setCreditAccount, type CreditAccountRow } from '../contract.ts'
import { settlementTexts } from './texts.ts'

const usualDays = 30

/** What is agreed with a customer; without an account the customer is picked first. Of who has a limit already, that limit is changed. */
export function CreditDialog({ account, onClose }: { account: CreditAccountRow | null; onClose: () => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [customer, setCustomer] = useState<TypeaheadOption | null>(account === null ? null : { id: account.customerId, primary: account.customerName })
  const { data } = useReading(listCreditAccounts, { query: { limit: 1, customerId: customer?.id } }, { enabled: account === null && customer !== null })
  const known = account ?? data?.rows.find(({ customerId }) => customerId === customer?.id) ?? null
  const ready = account !== null || (customer !== null && data !== undefined)
  const [typed, setTyped] = useState<{ limitFen?: number | null; days?: number | null }>({})
  const { limitFen = known?.limitFen ?? null, days = known?.days ?? usualDays } = typed
  const [reason, setReason] = useState('')
  const deed = useDeed(setCreditAccount, () => { toast({ text: t('settlement.credit-saved') }); onClose() })
  const whyNot = customer === null ? t('settlement.pick-customer') : limitFen === null || days === null ? t('settlement.credit-incomplete') : reason.trim() === '' ? t('settlement.reason-missing') : null
  const save = () => {
    if (whyNot === null && ready && customer !== null && limitFen !== null && days !== null) deed.run({ params: { customerId: customer.id }, body: { version: known?.version ?? 0, limitFen, days, reason } })
  }
  return (
    <Dialog title={account === null ? t('settlement.add-credit') : account.customerName} size="small" onClose={onClose} onSubmit={save}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('settlement.save-credit')}</Button>}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="k-stack">
        {account === null ? <CustomerPick label={t('settlement.debtor')} picked={customer} onPick={(picked) => { setCustomer(picked); setTyped({}) }} /> : null}
        {account === null && known !== null ? <Notice tone="info">{t('settlement.credit-there', { limit: known.limitFen / 100, days: known.days })}</Notice> : null}
        <MoneyField label={t('settlement.credit-limit')} name="limit" value={limitFen} onChange={(fen) => setTyped({ ...typed, limitFen: fen })} required />
        <NumberField label={t('settlement.credit-days')} name="days" value={days} onChange={(count) => setTyped({ ...typed, days: count })} required />
        <TextField label={t('settlement.reason')} name="reason" value={reason} onChange={setReason} required maxLength={300} />
      </div>
    </Dialog>
  )
}
