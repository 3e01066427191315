import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { mergeCustomers, type CustomerView } from '../contract.ts'
import { CustomerPick } from './customer-pick.tsx'
import { customerTexts } from './texts.ts'

export function MergeDialog({ customer, onClose, onMerged }: { customer: CustomerView; onClose: () => void; onMerged: (intoId: string) => void }) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const toast = useToast()
  const [into, setInto] = useState<TypeaheadOption | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(mergeCustomers, () => { toast({ text: t('customers.merged-done') }); onMerged(into?.id ?? customer.id) })
  const submit = () => {
    setTried(true)
    if (into !== null && reason.trim() !== '') deed.run({ params: { customerId: customer.id }, body: { version: customer.version, intoId: into.id, reason } })
  }
  return (
    <Dialog title={t('customers.merge')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="danger" submit busy={deed.busy}>{t('customers.merge-confirm')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p className="k-dialog-words">{t('customers.merge-question', { name: customer.name })}</p>
        <CustomerPick label={t('customers.merge-into')} picked={into} onPick={setInto} notThis={customer.id} error={tried && into === null ? t('customers.merge-pick') : null} />
        <TextAreaField label={t('customers.merge-reason')} value={reason} onChange={setReason} required rows={2} maxLength={500} error={tried && reason.trim() === '' ? t('customers.merge-reason-missing') : null} />
      </div>
    </Dialog>
  )
}
