import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { askRefund, refundPayment, type PaymentView } from '../contract.ts'
import { settlementPermissions } from '../permissions.ts'
import { settlementTexts } from './texts.ts'

/** What came in and went back; somebody else than who took it refunds it. */
export function Payments({ payments, askable = false }: { payments: readonly PaymentView[]; /** Who may not refund himself may ask for it. */ askable?: boolean }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const moments = useMoments()
  const may = useMay()
  const [refunding, setRefunding] = useState<string | null>(null)
  const deed = useDeed(refundPayment, () => setRefunding(null))
  const refunded = new Set(payments.map(({ refunds }) => refunds))
  const mayRefund = may(settlementPermissions.refund)
  const mayAsk = !mayRefund && may(settlementPermissions.ask)
  const toast = useToast()
  const [asking, setAsking] = useState<string | null>(null)
  const ask = useDeed(askRefund, () => { setAsking(null); toast({ text: t('settlement.asked') }) })
  return (
    <Section title={t('settlement.payments')}>
      <DataTable label={t('settlement.payments')} rows={payments} rowKey={({ id }) => id} minimumWidth={520} columns={[
        { id: 'number', header: t('settlement.receipt'), cell: ({ number, reference }) => <span>{number} <span className="k-quiet-text">{reference}</span></span> },
        { id: 'way', header: t('settlement.way'), width: 80, cell: ({ way }) => t(`settlement.way.${way}`) },
        { id: 'amount', header: t('settlement.amount'), width: 108, align: 'end', cell: ({ amountFen }) => <Money fen={amountFen} strong /> },
        { id: 'fee', header: t('settlement.fee'), width: 84, align: 'end', cell: ({ feeFen }) => (feeFen === 0 ? '' : <Money fen={feeFen} />) },
        { id: 'who', header: t('settlement.by'), width: 128, cell: ({ personName, at }) => `${personName} ${moments.time(at)}` },
        { id: 'menu', header: '', headerLabel: t('settlement.more-actions'), width: 48, cell: (payment) => ((mayRefund || (mayAsk && askable)) && payment.refunds === null && !refunded.has(payment.id)
          ? <Menu label={t('settlement.more-actions')} kind="quiet" items={[mayRefund ? { id: 'refund', text: t('settlement.refund'), destructive: true, onPick: () => setRefunding(payment.id) }
            : { id: 'ask', text: t('settlement.ask-refund'), onPick: () => setAsking(payment.id) }]} /> : null) },
      ]} />
      {asking === null ? null : (
        <ConfirmDialog kind="primary" title={t('settlement.ask-refund')} confirmText={t('settlement.ask-refund')} busy={ask.busy} error={ask.error} reason={{ label: t('settlement.reason'), missing: t('settlement.reason-missing') }}
          onConfirm={(reason) => ask.run({ params: { paymentId: asking }, body: { reason } })} onClose={() => setAsking(null)}>{t('settlement.ask-question')}</ConfirmDialog>
      )}
      {refunding === null ? null : (
        <ConfirmDialog title={t('settlement.refund')} confirmText={t('settlement.refund')} busy={deed.busy} error={deed.error} reason={{ label: t('settlement.reason'), missing: t('settlement.reason-missing') }}
          onConfirm={(reason) => deed.run({ params: { paymentId: refunding }, body: { reason } })} onClose={() => setRefunding(null)}>{t('settlement.refund-question')}</ConfirmDialog>
      )}
    </Section>
  )
}
