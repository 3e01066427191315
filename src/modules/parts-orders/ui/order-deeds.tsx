import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Menu } from '../../../ui-kit/menu.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { askOrderApproval, cancelOrder, orderSheet, submitOrder, type OrderDetail } from '../contract.ts'
import { isUnderWay, whyNotOrderLines } from '../domain/order.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { ConfirmOrderDialog } from './confirm-dialog.tsx'
import { partsOrderTexts } from './texts.ts'

type Asking = 'submit' | 'approval' | 'confirm' | 'cancel'

/** What may be done with an order now. */
export function OrderDeeds({ order, unsaved }: { order: OrderDetail; /** Lines are typed that the draft does not have yet. */ unsaved: boolean }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const may = useMay()
  const [asking, setAsking] = useState<Asking | null>(null)
  const close = () => setAsking(null)
  const needsYes = order.status === 'draft' && order.limitFen !== null && order.totalFen > Math.max(order.limitFen, order.approvedFen ?? 0)
  const whyNot = unsaved ? t('parts-orders.save-first') : t.refusal(whyNotOrderLines(order.lines.map((line) => ({ ...line, checked: line.checkedAt !== null }))))
  return (
    <div className="k-row">
      {order.status === 'draft' && may(partsOrderPermissions.submit) ? (needsYes
        ? <Button kind="primary" whyNot={order.asked ? t('parts-orders.waits-for-approval') : whyNot} onPress={() => setAsking('approval')}>{t('parts-orders.ask-approval')}</Button>
        : <Button kind="primary" whyNot={whyNot} onPress={() => setAsking('submit')}>{t('parts-orders.submit')}</Button>) : null}
      {isUnderWay(order) && may(partsOrderPermissions.draft) ? <Button kind={order.status === 'submitted' ? 'primary' : 'plain'} onPress={() => setAsking('confirm')}>{t('parts-orders.confirm')}</Button> : null}
      {order.lines.length === 0 ? null : <Button icon={Download} onPress={() => saveFile(orderSheet, { params: { orderId: order.id } })}>{t('parts-orders.download')}</Button>}
      {isUnderWay(order) ? <Link to="/receiving">{t('parts-orders.receive')}</Link> : null}
      {may(partsOrderPermissions.cancel) && (order.status === 'draft' || isUnderWay(order))
        ? <Menu label={t('parts-orders.more-deeds')} kind="quiet" items={[{ id: 'cancel', text: t('parts-orders.cancel-order'), destructive: true, onPick: () => setAsking('cancel') }]} /> : null}
      {asking === 'submit' ? <SubmitDialog order={order} onClose={close} /> : null}
      {asking === 'approval' ? <ApprovalDialog order={order} onClose={close} /> : null}
      {asking === 'confirm' ? <ConfirmOrderDialog order={order} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelDialog order={order} onClose={close} /> : null}
    </div>
  )
}

type Props = { order: OrderDetail; onClose: () => void }

/** On a day that is none of the calendar's the reason is asked for. */
function SubmitDialog({ order, onClose }: Props) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const toast = useToast()
  const deed = useDeed(submitOrder, () => { onClose(); toast({ text: t('parts-orders.submitted') }) })
  return (
    <ConfirmDialog title={t('parts-orders.submit')} confirmText={t('parts-orders.submit')} kind="primary" busy={deed.busy} error={deed.error} onClose={onClose}
      {...(order.orderDay ? {} : { reason: { label: t('parts-orders.day-reason'), missing: t('parts-orders.cancel-missing') } })}
      onConfirm={(dayReason) => deed.run({ params: { orderId: order.id }, body: { version: order.version, dayReason: order.orderDay ? '' : dayReason } })}>{t('parts-orders.submit-question')}</ConfirmDialog>
  )
}

function ApprovalDialog({ order, onClose }: Props) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const toast = useToast()
  const deed = useDeed(askOrderApproval, () => { onClose(); toast({ text: t('parts-orders.approval-asked') }) })
  return (
    <ConfirmDialog title={t('parts-orders.ask-approval')} confirmText={t('parts-orders.ask-approval')} kind="primary" busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('parts-orders.approval-reason'), missing: t('parts-orders.approval-reason-missing') }}
      onConfirm={(reason) => deed.run({ params: { orderId: order.id }, body: { version: order.version, reason } })}>{t('parts-orders.ask-approval-question', { limit: formatFen(order.limitFen ?? 0) })}</ConfirmDialog>
  )
}

function CancelDialog({ order, onClose }: Props) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const toast = useToast()
  const deed = useDeed(cancelOrder, () => { onClose(); toast({ text: t('parts-orders.order-cancelled') }) })
  return (
    <ConfirmDialog title={t('parts-orders.cancel-order')} confirmText={t('parts-orders.cancel-order')} busy={deed.busy} error={deed.error} onClose={onClose} reason={{ label: t('parts-orders.cancel-reason'), missing: t('parts-orders.cancel-missing') }}
      onConfirm={(reason) => deed.run({ params: { orderId: order.id }, body: { version: order.version, reason } })}>{t('parts-orders.cancel-order-question')}</ConfirmDialog>
  )
}
