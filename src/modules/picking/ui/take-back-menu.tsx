import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { takeBackParts, type PickLine } from '../contract.ts'
import { whyNotTakeBack } from '../domain/why-not-pick.ts'
import { usePartName } from './open-of.ts'
import type { PickOrder } from './pick-sheet.tsx'
import { pickingTexts } from './texts.ts'

/** Parts that come back are the rare case: in the menu, with a reason. */
export function TakeBackMenu({ order, line }: { order: PickOrder; line: PickLine }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const [asking, setAsking] = useState(false)
  const whyNot = t.refusal(whyNotTakeBack(order.status)) ?? (line.issued === 0 ? t('picking.nothing-issued') : null)
  return (
    <>
      <Menu label={t('picking.line-actions', { part: line.number })} kind="quiet" items={[{ id: 'take-back', text: t('picking.take-back'), whyNot, onPick: () => setAsking(true) }]} />
      {asking ? <TakeBackDialog order={order} line={line} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function TakeBackDialog({ order, line, onClose }: { order: PickOrder; line: PickLine; onClose: () => void }) {
  const t = useTexts(pickingTexts.zh, pickingTexts.en)
  const toast = useToast()
  const name = usePartName()(line)
  const [quantity, setQuantity] = useState<number | null>(line.issued)
  const [reason, setReason] = useState('')
  const deed = useDeed(takeBackParts, ({ number }) => { onClose(); toast({ text: t('picking.said-taken-back', { number }) }) })
  const whyNot = quantity === null || quantity === 0 || reason.trim() === '' ? t('picking.take-back-needs') : null
  return (
    <Dialog title={`${t('picking.take-back')} ${line.number}`} size="small" onClose={onClose}
      onSubmit={() => { if (whyNot === null && quantity !== null) deed.run({ params: { orderId: order.orderId }, body: { lineId: line.lineId, thousandths: quantity, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('picking.take-back')}</Button>}>
      <div className="k-stack">
        <p>{name}</p>
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <QuantityField label={t('picking.take-back-quantity')} name="quantity" required value={quantity} onChange={setQuantity} unit={line.unit} />
        <TextAreaField label={t('picking.take-back-reason')} name="reason" required rows={2} value={reason} onChange={setReason} maxLength={300} />
      </div>
    </Dialog>
  )
}
