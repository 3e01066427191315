import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { cancelLine, type OrderDetail, type OrderLine } from '../contract.ts'
import { isUnderWay } from '../domain/order.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { partsOrderTexts } from './texts.ts'

/** Ordered = received + open + cancelled, line by line. */
export function OrderLines({ order }: { order: OrderDetail }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const english = useLanguage() === 'en'
  const may = useMay()
  const toast = useToast()
  const [dropped, setDropped] = useState<OrderLine | null>(null)
  const deed = useDeed(cancelLine, () => { setDropped(null); toast({ text: t('parts-orders.order-cancelled') }) })
  const mayCancel = may(partsOrderPermissions.cancel) && isUnderWay(order)
  const state = ({ cancelReason, answer, confirmedThousandths, thousandths, cancelledThousandths, unit }: OrderLine) => [
    ...(confirmedThousandths === null || confirmedThousandths >= thousandths - cancelledThousandths ? [] : [t('parts-orders.back-order', { count: `${formatThousandths(thousandths - cancelledThousandths - confirmedThousandths)} ${t.unit(unit)}` })]), answer, ...(cancelledThousandths === 0 ? [] : [`${t('parts-orders.cancelled')} ${formatThousandths(cancelledThousandths)} ${t.unit(unit)}`]), cancelReason].filter((part) => part !== '').join(' · ')
  return (
    <Section title={t('parts-orders.lines')}>
      <DataTable label={t('parts-orders.lines')} rows={order.lines} rowKey={({ id }) => id} minimumWidth={740} empty={<EmptyState>{t('parts-orders.no-lines')}</EmptyState>} columns={[
        { id: 'part', header: t('parts-orders.part'), cell: (line) => <span className="po-name">{english ? line.nameEn : line.nameZh} <span className="k-quiet-text">{line.partNumber}</span>{state(line) === '' ? null : <span className="po-said k-quiet-text">{state(line)}</span>}</span> },
        { id: 'car', header: t('parts-orders.for-car'), width: 110, cell: ({ plate }) => (plate === null ? <span className="k-quiet-text">{t('parts-orders.for-shelf')}</span> : showPlate(plate)) },
        { id: 'ordered', header: t('parts-orders.quantity'), width: 84, align: 'end', cell: ({ thousandths, unit }) => <Quantity thousandths={thousandths} unit={unit} /> },
        { id: 'cost', header: t('parts-orders.unit-cost'), width: 96, align: 'end', cell: ({ unitCostFen }) => <Money fen={unitCostFen} /> },
        { id: 'eta', header: t('parts-orders.eta'), width: 100, cell: ({ eta, openThousandths }) => (openThousandths === 0 ? '' : eta ?? '') },
        { id: 'received', header: t('parts-orders.received'), width: 70, align: 'end', cell: ({ receivedThousandths }) => <Quantity thousandths={receivedThousandths} /> },
        { id: 'open', header: t('parts-orders.open'), width: 70, align: 'end', cell: ({ openThousandths }) => <Quantity thousandths={openThousandths} /> },
        { id: 'menu', header: '', headerLabel: t('parts-orders.more-deeds'), width: 44, cell: (line) => (mayCancel && line.openThousandths > 0
          ? <Menu label={t('parts-orders.more-deeds')} kind="quiet" items={[{ id: 'cancel', text: t('parts-orders.cancel-line'), destructive: true, onPick: () => setDropped(line) }]} /> : null) },
      ]} />
      {dropped === null ? null : (
        <ConfirmDialog title={t('parts-orders.cancel-line')} confirmText={t('parts-orders.cancel-line')} busy={deed.busy} error={deed.error} onClose={() => setDropped(null)} reason={{ label: t('parts-orders.cancel-reason'), missing: t('parts-orders.cancel-missing') }}
          onConfirm={(reason) => deed.run({ params: { orderId: order.id, lineId: dropped.id }, body: { version: order.version, thousandths: dropped.openThousandths, reason } })}>
          {t('parts-orders.cancel-line-question', { count: `${formatThousandths(dropped.openThousandths)} ${t.unit(dropped.unit)}` })}
        </ConfirmDialog>
      )}
    </Section>
  )
}
