import { Link } from '@tanstack/react-router'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { customerPermissions } from '../../customers/permissions.ts'
import { collectReceivable, seeReceivable, type ReceivableRow, type ReceivableView } from '../contract.ts'
import { whyNotPay } from '../domain/statement.ts'
import { settlementPermissions } from '../permissions.ts'
import { PaymentForm, useAfterPayment } from './payment-form.tsx'
import { Payments } from './payments.tsx'
import { settlementTexts } from './texts.ts'

export function ReceivableDetail({ receivableId }: { receivableId: string }) {
  const sentence = useSentence()
  const result = useReading(seeReceivable, { params: { receivableId } })
  if (result.isPending) return <LoadBar busy />
  if (result.isError) return <LoadError state={{ error: sentence(result.error), onRetry: () => { void result.refetch() } }} />
  return <Receivable receivable={result.data} />
}

function Receivable({ receivable }: { receivable: ReceivableView }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const may = useMay()
  const after = useAfterPayment()
  const deed = useDeed(collectReceivable, after.paid)
  const { id, customerId, customerName, document, dueFen } = receivable
  return (
    <article className="settlement">
      <header className="settlement-head"><h2>{customerName}</h2><ReceivableTag receivable={receivable} /><span className="k-quiet-text">{document}</span></header>
      <Facts layout="columns" facts={[
        { id: 'amount', label: t('settlement.amount'), value: <Money fen={receivable.amountFen} strong /> }, { id: 'due', label: t('settlement.due'), value: <Money fen={dueFen} strong /> },
        { id: 'day', label: t('settlement.document-day'), value: receivable.day }, { id: 'due-day', label: t('settlement.due-day'), value: receivable.dueDay },
        { id: 'customer', label: t('settlement.debtor'), value: may(customerPermissions.see) ? <Link to={`/customers/${customerId}`}>{customerName}</Link> : customerName },
        ...(receivable.note === '' ? [] : [{ id: 'note', label: t('settlement.note'), value: receivable.note, wide: true }]),
      ]} />
      {dueFen > 0 && may(settlementPermissions.pay)
        ? <PaymentForm key={after.key} firstFen={after.firstFen ?? dueFen} whyNotTake={(money) => whyNotPay({ ...money, payer: 'customer', dueFen, reversed: false })} busy={deed.busy} error={deed.error}
            onPay={({ keepFen: _, ...body }) => deed.run({ params: { receivableId: id }, body: { version: Math.max(receivable.version, after.version), ...body } })} /> : null}
      {receivable.payments.length === 0 ? null : <Payments payments={receivable.payments} />}
    </article>
  )
}

/** Paid, not due yet, or how long overdue. */
export function ReceivableTag({ receivable }: { receivable: ReceivableRow }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  if (receivable.dueFen === 0) return <StatusTag tone="done" text={t('settlement.paid')} />
  return receivable.overdueDays > 0 ? <StatusTag tone="danger" text={t('settlement.overdue-by', { days: receivable.overdueDays })} /> : <StatusTag tone="neutral" text={t('settlement.not-due')} />
}
