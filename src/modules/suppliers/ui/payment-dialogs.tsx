import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { paySupplier, requestPayment, type StatementView } from '../contract.ts'
import { whyNotRequest } from '../domain/statement.ts'
import { supplierTexts } from './texts.ts'

type Props = { statement: StatementView; onClose: () => void }

/** The invoice as it lies there; its net amount is what was agreed. */
export function InvoiceDialog({ statement, onClose }: Props) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const today = useToday()
  const [invoice, setInvoice] = useState<{ number: string; day: string; netFen: number | null; taxFen: number | null }>({ number: '', day: today, netFen: null, taxFen: null })
  const put = (part: Partial<typeof invoice>) => setInvoice({ ...invoice, ...part })
  const deed = useDeed(requestPayment, () => { onClose(); toast({ text: t('suppliers.requested') }) })
  const { number, day, netFen, taxFen } = invoice
  const differs = netFen === null ? null : t.refusal(whyNotRequest({ status: statement.status, agreedFen: statement.agreedFen, netFen, taxFen: taxFen ?? 0, invoiceDay: day, today, reversed: statement.reversed }))
  const whyNot = number.trim() === '' || day === '' || netFen === null || taxFen === null ? t('suppliers.fill-in') : differs
  const submit = () => { if (whyNot === null && netFen !== null && taxFen !== null) deed.run({ params: { statementId: statement.id }, body: { version: statement.version, invoiceNumber: number, invoiceDay: day, netFen, taxFen } }) }
  return (
    <Dialog title={t('suppliers.request')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('suppliers.request')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('suppliers.invoice-number')} name="invoice" required autoFocus value={number} onChange={(typed) => put({ number: typed })} maxLength={40} />
        <DateTimeField kind="date" label={t('suppliers.invoice-day')} name="day" required value={day} max={today} onChange={(picked) => put({ day: picked })} />
        <MoneyField label={t('suppliers.net')} name="net" required value={netFen} onChange={(typed) => put({ netFen: typed })} error={differs} />
        <MoneyField label={t('suppliers.tax')} name="tax" required value={taxFen} onChange={(typed) => put({ taxFen: typed })} />
      </div>
    </Dialog>
  )
}

export function PayDialog({ statement, onClose }: Props) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const [reference, setReference] = useState('')
  const deed = useDeed(paySupplier, ({ number }) => { onClose(); toast({ text: t('suppliers.paid', { number }) }) })
  const missing = reference.trim() === ''
  return (
    <Dialog title={t('suppliers.pay')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { statementId: statement.id }, body: { version: statement.version, reference } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('suppliers.fill-in') : null}>{t('suppliers.pay')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('suppliers.pay-question', { supplier: statement.supplierName, amount: formatFen((statement.agreedFen ?? 0) + (statement.taxFen ?? 0)) })}</p>
        <TextField label={t('suppliers.pay-reference')} name="reference" required autoFocus value={reference} onChange={setReference} maxLength={60} />
      </div>
    </Dialog>
  )
}
