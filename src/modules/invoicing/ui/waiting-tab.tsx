import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Money, Plate } from '../../../ui-kit/tag.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { settlementTexts } from '../../settlement/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listToInvoice, recordInvoice, type BillRow } from '../contract.ts'
import { invoicingPermissions } from '../permissions.ts'
import { invoicingTexts } from './texts.ts'

/** Statements without an invoice, found by number, plate or who pays; one press records it. */
export function WaitingTab() {
  const t = useTexts(invoicingTexts.zh, invoicingTexts.en)
  const s = useTexts(settlementTexts.zh, settlementTexts.en)
  const w = useTexts(webZh, webEn)
  const today = useToday()
  const mayInvoice = useMay()(invoicingPermissions.invoice)
  const [find, setFind] = useState('')
  const [day, setDay] = useState('')
  const [open, setOpen] = useState<BillRow | null>(null)
  const word = useDeferredValue(find.trim())
  const { rows, state, more } = usePages(listToInvoice, { limit: 50, ...(day === '' ? {} : { day }), ...(word === '' ? {} : { find: word }) })
  const payerOf = ({ payer, payerName }: BillRow) => [s(`settlement.payer.${payer}` as 'settlement.payer.customer'), payerName].filter((part) => part !== '').join(' · ')
  return (
    <>
      <div className="invoicing-bar">
        <div className="invoicing-find"><TextField label={t('invoicing.find-waiting')} type="search" name="find" value={find} onChange={setFind} placeholder={t('invoicing.find-waiting-example')} maxLength={60} trailing={<Search size={14} aria-hidden />} /></div>
        <DateTimeField kind="date" label={t('invoicing.made-on')} name="day" value={day} max={today} onChange={setDay} />
      </div>
      <DataTable label={t('invoicing.tab.waiting')} rows={rows} rowKey={({ id }) => id} state={state} minimumWidth={640} onOpen={mayInvoice ? setOpen : undefined}
        empty={<EmptyState>{t(word === '' ? day === '' ? 'invoicing.none-waiting' : 'invoicing.none-waiting-that-day' : 'invoicing.none-waiting-found')}</EmptyState>}
        footer={more === null ? null : <Button onPress={more}>{w('web.more', { count: 50 })}</Button>} columns={[
          { id: 'number', header: t('invoicing.statement'), cell: ({ number }) => number },
          { id: 'day', header: t('invoicing.made-on'), width: 104, cell: ({ day: madeOn }) => madeOn },
          { id: 'plate', header: t('invoicing.plate'), width: 116, cell: ({ plate }) => <Plate text={showPlate(plate)} /> },
          { id: 'payer', header: t('invoicing.payer'), width: 200, cell: payerOf },
          { id: 'total', header: t('invoicing.total'), width: 120, align: 'end', cell: ({ totalFen }) => <Money fen={totalFen} strong /> },
        ]} />
      {open === null ? null : <InvoiceDialog bill={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function InvoiceDialog({ bill, onClose }: { bill: BillRow; onClose: () => void }) {
  const t = useTexts(invoicingTexts.zh, invoicingTexts.en)
  const toast = useToast()
  const [number, setNumber] = useState('')
  const [title, setTitle] = useState(bill.payerName)
  const [taxNumber, setTaxNumber] = useState('')
  const deed = useDeed(recordInvoice, () => { toast({ text: t('invoicing.recorded') }); onClose() })
  const whyNot = !/^[0-9A-Za-z-]{6,30}$/.test(number.trim()) ? t('invoicing.number-missing') : title.trim() === '' ? t('invoicing.title-missing') : !/^([0-9A-Z]{15,20})?$/.test(taxNumber.trim()) ? t('invoicing.tax-number-wrong') : null
  return (
    <Dialog title={`${t('invoicing.record')} · ${bill.number}`} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { statementId: bill.id, number, title, taxNumber } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('invoicing.record')}</Button>}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="k-stack">
        <p>{t('invoicing.total')} <Money fen={bill.totalFen} strong /></p>
        <TextField label={t('invoicing.number')} name="number" value={number} onChange={setNumber} required maxLength={30} autoComplete="off" />
        <TextField label={t('invoicing.invoice-title')} name="title" value={title} onChange={setTitle} required maxLength={100} />
        <TextField label={t('invoicing.tax-number')} name="tax-number" value={taxNumber} onChange={(value) => setTaxNumber(value.toUpperCase())} maxLength={20} autoComplete="off" />
      </div>
    </Dialog>
  )
}
