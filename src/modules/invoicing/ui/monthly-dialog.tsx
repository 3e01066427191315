import { Printer } from 'lucide-react'
import { openPaper } from '../../../platform/web/api.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Money, Plate } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { whyNotPay } from '../../settlement/domain/statement.ts'
import { PaymentForm } from '../../settlement/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { collectMonthly, printMonthly, seeMonthly } from '../contract.ts'
import { invoicingPermissions } from '../permissions.ts'
import { invoicingTexts } from './texts.ts'

/** The paper as it was issued, what of it is still open, and one payment for it. */
export function MonthlyDialog({ monthlyId, onClose }: { monthlyId: string; onClose: () => void }) {
  const t = useTexts(invoicingTexts.zh, invoicingTexts.en)
  const sentence = useSentence()
  const toast = useToast()
  const mayTake = useMay()(invoicingPermissions.issueMonthly)
  const { data, isError, error, refetch } = useReading(seeMonthly, { params: { monthlyId } })
  const deed = useDeed(collectMonthly, ({ receipts }) => { toast({ text: t('invoicing.collected', { count: receipts.length }) }); void refetch() })
  return (
    <Dialog title={data === undefined ? t('invoicing.tab.monthly') : `${data.number} · ${data.customerName}`} size="wide" onClose={onClose} footer={<Button icon={Printer} onPress={() => openPaper(printMonthly, { monthlyId })}>{t('invoicing.print')}</Button>}>
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {data === undefined ? <LoadBar busy={!isError} /> : (
        <div className="k-stack">
          <Facts layout="columns" facts={[
            { id: 'month', label: t('invoicing.month'), value: data.month }, { id: 'due', label: t('invoicing.issued-due'), value: <Money fen={data.dueFen} strong /> },
            { id: 'open', label: t('invoicing.open'), value: <Money fen={data.openFen} strong /> }, { id: 'by', label: t('invoicing.issued-by'), value: `${data.personName} ${data.day}` },
          ]} />
          <DataTable label={t('invoicing.bills')} rows={data.bills} rowKey={({ statementId }) => statementId} minimumWidth={600} columns={[
            { id: 'number', header: t('invoicing.statement'), cell: ({ number, orderNumber }) => <span>{number} <span className="k-quiet-text">{orderNumber}</span></span> },
            { id: 'plate', header: t('invoicing.plate'), width: 116, cell: ({ plate }) => <Plate text={showPlate(plate)} /> },
            { id: 'day', header: t('invoicing.day'), width: 100, cell: ({ day }) => day },
            { id: 'issued', header: t('invoicing.issued-due'), width: 110, align: 'end', cell: ({ issuedDueFen }) => <Money fen={issuedDueFen} /> },
            { id: 'due', header: t('invoicing.open'), width: 110, align: 'end', cell: ({ dueFen }) => <Money fen={dueFen} strong /> },
          ]} />
          {data.openFen > 0 && mayTake ? (
            <PaymentForm key={data.openFen} firstFen={data.openFen} firstWay="transfer" busy={deed.busy} error={deed.error} whyNotTake={(money) => whyNotPay({ ...money, payer: 'customer', dueFen: data.openFen, reversed: false })}
              onPay={({ keepFen: _, ...body }) => deed.run({ params: { monthlyId }, body })} />
          ) : null}
        </div>
      )}
    </Dialog>
  )
}
