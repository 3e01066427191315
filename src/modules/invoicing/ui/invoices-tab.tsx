import { Link } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Money, Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listInvoices, recordRed, type InvoiceRow } from '../contract.ts'
import { invoicingPermissions } from '../permissions.ts'
import { invoicingTexts } from './texts.ts'

/** What was invoiced, blue and red. */
export function InvoicesTab() {
  const t = useTexts(invoicingTexts.zh, invoicingTexts.en)
  const w = useTexts(webZh, webEn)
  const mayRed = useMay()(invoicingPermissions.red)
  const [find, setFind] = useState('')
  const [open, setOpen] = useState<InvoiceRow | null>(null)
  const word = useDeferredValue(find.trim())
  const { rows, state, more } = usePages(listInvoices, { limit: 50, ...(word === '' ? {} : { find: word }) })
  const stateOf = ({ redOf, redNumber }: InvoiceRow) => (redOf !== null ? <StatusTag tone="danger" text={t('invoicing.red')} /> : redNumber === null ? <StatusTag tone="active" text={t('invoicing.valid')} /> : <StatusTag tone="neutral" text={t('invoicing.taken-back')} />)
  return (
    <>
      <div className="invoicing-bar"><TextField label={t('invoicing.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('invoicing.find')} maxLength={60} trailing={<Search size={14} aria-hidden />} /></div>
      <DataTable label={t('invoicing.tab.invoices')} rows={rows} rowKey={({ id }) => id} state={state} minimumWidth={760} empty={<EmptyState>{t('invoicing.none')}</EmptyState>}
        onOpen={mayRed ? (invoice) => { if (invoice.redOf === null && invoice.redNumber === null) setOpen(invoice) } : undefined} footer={more === null ? null : <Button onPress={more}>{w('web.more', { count: 50 })}</Button>} columns={[
          { id: 'number', header: t('invoicing.number'), width: 190, cell: ({ number }) => number },
          { id: 'title', header: t('invoicing.invoice-title'), cell: ({ title, reason }) => <span>{title}{reason === '' ? '' : <span className="k-quiet-text"> {reason}</span>}</span> },
          { id: 'plate', header: t('invoicing.plate'), width: 116, cell: ({ plate }) => <Plate text={showPlate(plate)} /> },
          { id: 'order', header: t('invoicing.statement'), width: 180, cell: ({ orderId, statementNumber }) => <Link to={`/settlements/${orderId}`}>{statementNumber}</Link> },
          { id: 'day', header: t('invoicing.day'), width: 100, cell: ({ day }) => day },
          { id: 'total', header: t('invoicing.total'), width: 112, align: 'end', cell: ({ totalFen }) => <Money fen={totalFen} strong /> },
          { id: 'state', header: t('invoicing.state'), width: 100, cell: stateOf },
        ]} />
      {open === null ? null : <RedDialog invoice={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function RedDialog({ invoice, onClose }: { invoice: InvoiceRow; onClose: () => void }) {
  const t = useTexts(invoicingTexts.zh, invoicingTexts.en)
  const toast = useToast()
  const [number, setNumber] = useState('')
  const [reason, setReason] = useState('')
  const deed = useDeed(recordRed, () => { toast({ text: t('invoicing.red-recorded') }); onClose() })
  const whyNot = !/^[0-9A-Za-z-]{6,30}$/.test(number.trim()) ? t('invoicing.number-missing') : reason.trim() === '' ? t('invoicing.reason-missing') : null
  return (
    <Dialog title={`${t('invoicing.record-red')} · ${invoice.number}`} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { invoiceId: invoice.id }, body: { number, reason } }) }}
      footer={<Button kind="danger" submit busy={deed.busy} whyNot={whyNot}>{t('invoicing.record-red')}</Button>}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="k-stack">
        <p>{t('invoicing.red-hint')} <Money fen={-invoice.totalFen} strong /></p>
        <TextField label={t('invoicing.red-number')} name="number" value={number} onChange={setNumber} required maxLength={30} autoComplete="off" />
        <TextField label={t('invoicing.reason')} name="reason" value={reason} onChange={setReason} required maxLength={300} />
      </div>
    </Dialog>
  )
}
