import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { priceDiagnosis, type OrderLine, type OrderView } from '../contract.ts'
import { whyNotPriceDiagnosis } from '../domain/diagnosis.ts'
import { whyNotEditLines } from '../domain/lines.ts'
import { repairOrderTexts } from './texts.ts'

/** A button for each line whose price still follows the diagnosis; also after the customer signed, until the car is settled. */
export function PriceDiagnosis({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const [asking, setAsking] = useState<OrderLine | null>(null)
  const waiting = order.lines.filter((line) => whyNotPriceDiagnosis({ order, line, words: t('repair-orders.price-yes') }) === null)
  return (
    <>
      {waiting.map((line) => <div key={line.id}><Button onPress={() => setAsking(line)}>{t('repair-orders.price-now')}: {english ? line.nameEn : line.nameZh}</Button></div>)}
      {asking === null ? null : <PriceDialog order={order} line={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

function PriceDialog({ order, line, onClose }: { order: OrderView; line: OrderLine; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [hours, setHours] = useState<number | null>(line.quantityThousandths)
  const [words, setWords] = useState('')
  const deed = useDeed(priceDiagnosis, () => { onClose(); toast({ text: t('repair-orders.price-set') }) })
  const whyNot = hours === null || hours <= 0 ? t('repair-orders.quantity-missing') : t.refusal(whyNotPriceDiagnosis({ order, line, words }))
  return (
    <Dialog title={english ? line.nameEn : line.nameZh} size="small" onClose={onClose}
      onSubmit={() => { if (whyNot === null && hours !== null) deed.run({ params: { lineId: line.id }, body: { version: line.version, hoursThousandths: hours, words } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('repair-orders.price-now')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <QuantityField label={t('repair-orders.hours')} name="hours" value={hours} onChange={setHours} unit="h" required autoFocus />
        {whyNotEditLines(order) === null ? null : <TextField label={t('repair-orders.price-yes')} name="customers-yes" value={words} onChange={setWords} required maxLength={300} />}
      </div>
    </Dialog>
  )
}
