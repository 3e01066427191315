import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import { makeQuote } from '../contract.ts'
import { purposes, type Purpose } from '../domain/life.ts'
import { repairOrderTexts } from './texts.ts'
import { useKnownCar } from './use-known-car.ts'

const nothing = { plate: '', purpose: 'repair' as Purpose, concern: '', customerName: '', phone: '', modelName: '', insurerName: '' }

/** Who asks, for which car, and what for; the lines follow in the estimate. A car that the store knows brings owner and model along. */
export function QuoteDialog({ onClose, onMade }: { onClose: () => void; onMade: (orderId: string) => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const toast = useToast()
  const [typed, setTyped] = useState(nothing)
  const [left, setLeft] = useState(false)
  const change = (part: Partial<typeof nothing>) => setTyped((before) => ({ ...before, ...part }))
  const plate = normalPlate(typed.plate)
  const notPlate = t.refusal(whyNotPlate(plate))
  const known = useKnownCar(plate, notPlate === null)
  const wish = { ...typed, customerName: typed.customerName === '' ? (known?.ownerName ?? '') : typed.customerName, modelName: typed.modelName === '' ? (known?.modelName ?? '') : typed.modelName }
  const deed = useDeed(makeQuote, ({ id, number, quotedUntil: until }) => {
    toast({ text: t('repair-orders.quote-made', { number, until }) })
    onMade(id)
  })
  const whyNot = notPlate ?? (wish.customerName.trim() === '' ? t('repair-orders.fill-in-all') : null)
  return (
    <Dialog title={t('repair-orders.quote-title')} onClose={onClose} size="small" onSubmit={() => { setLeft(true); if (whyNot === null) deed.run({ body: wish }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={left ? whyNot : null}>{t('repair-orders.make-quote')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('repair-orders.plate')} name="plate" value={typed.plate} onChange={(value) => change({ plate: value })} required autoFocus maxLength={20}
          hint={t('repair-orders.plate-hint')} error={left ? notPlate : null} autoComplete="off" />
        <TextField label={t('repair-orders.customer-name')} name="customer-name" value={wish.customerName} onChange={(customerName) => change({ customerName })} required maxLength={60} error={left && notPlate === null ? whyNot : null} />
        <TextField label={t('repair-orders.phone')} name="phone" type="tel" value={typed.phone} onChange={(phone) => change({ phone })} maxLength={20} />
        <TextField label={t('repair-orders.model')} name="model" value={wish.modelName} onChange={(modelName) => change({ modelName })} maxLength={80} />
        <ChoiceField label={t('repair-orders.purpose')} value={typed.purpose} onChange={(purpose) => change({ purpose })} wide choices={purposes.map((value) => ({ value, text: t(`repair-orders.purpose.${value}`) }))} />
        {typed.purpose === 'accident' ? <TextField label={t('repair-orders.insurer')} name="insurer" value={typed.insurerName} onChange={(insurerName) => change({ insurerName })} maxLength={60} /> : null}
        <TextAreaField label={t('repair-orders.concern')} name="concern" value={typed.concern} onChange={(concern) => change({ concern })} maxLength={1_000} />
      </div>
    </Dialog>
  )
}
