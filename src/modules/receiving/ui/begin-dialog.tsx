import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { beginReceipt, type Expected } from '../contract.ts'
import { receivingTexts } from './texts.ts'

/** In front of the carrier: papers, pieces, what was opened on the spot, what was noted on his waybill. */
export function BeginDialog({ order, drivers, onBegun, onClose }: { order: Expected; drivers: readonly string[]; onBegun: (id: string) => void; onClose: () => void }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const [deliveryNote, setDeliveryNote] = useState('')
  const [waybill, setWaybill] = useState('')
  const [pieces, setPieces] = useState<number | null>(null)
  const [opened, setOpened] = useState<number | null>(0)
  const [waybillWords, setWaybillWords] = useState('')
  const [driver, setDriver] = useState('')
  const deed = useDeed(beginReceipt, ({ id }) => { onClose(); onBegun(id) })
  const whyNot = deliveryNote.trim() === '' || pieces === null ? t('receiving.fill-in') : (opened ?? 0) > pieces ? t('receiving.opened-above-pieces') : null
  return (
    <Dialog title={t('receiving.begin-title', { number: order.number })} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { orderId: order.id, deliveryNote, waybill, pieces: pieces ?? 0, opened: opened ?? 0, waybillWords, driver } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('receiving.begin')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('receiving.delivery-note')} name="deliveryNote" required value={deliveryNote} onChange={setDeliveryNote} maxLength={60} autoFocus />
        <TextField label={t('receiving.waybill')} name="waybill" value={waybill} onChange={setWaybill} maxLength={60} />
        <TextField label={t('receiving.driver')} name="driver" suggestions={drivers} value={driver} onChange={setDriver} hint={t('receiving.driver-hint')} maxLength={60} />
        <NumberField label={t('receiving.pieces')} name="pieces" required value={pieces} onChange={setPieces} />
        <NumberField label={t('receiving.opened')} name="opened" value={opened} onChange={setOpened} hint={t('receiving.opened-hint')} />
        <TextAreaField label={t('receiving.waybill-words')} name="waybillWords" value={waybillWords} onChange={setWaybillWords} maxLength={300} />
      </div>
    </Dialog>
  )
}
