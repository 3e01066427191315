import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { askForPart } from '../contract.ts'
import { urgencies, type PartUrgency } from '../domain/request.ts'
import type { ShortLine } from './order-shortages.tsx'
import { purchasingTexts } from './texts.ts'

/** How much and how urgent; the parts desk finds source and day. */
export function AskDialog({ orderId, line, onClose }: { orderId: string; line: ShortLine; onClose: () => void }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [thousandths, setThousandths] = useState<number | null>(line.short)
  const [urgency, setUrgency] = useState<PartUrgency>('waiting')
  const [note, setNote] = useState('')
  const deed = useDeed(askForPart, ({ number }) => { onClose(); toast({ text: t('purchasing.asked', { number }) }) })
  const missing = thousandths === null || thousandths <= 0
  return (
    <Dialog title={t('purchasing.ask-title', { name: english ? line.nameEn : line.nameZh })} size="small" onClose={onClose}
      onSubmit={() => { if (!missing) deed.run({ params: { orderId }, body: { lineId: line.lineId, thousandths, urgency, note } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('purchasing.fill-in') : null}>{t('purchasing.ask')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <QuantityField label={t('purchasing.quantity')} name="quantity" value={thousandths} onChange={setThousandths} unit={line.unit} required />
        <ChoiceField label={t('purchasing.urgency')} value={urgency} onChange={setUrgency} wide choices={urgencies.map((value) => ({ value, text: t(`purchasing.urgency.${value}`) }))} />
        <TextField label={t('purchasing.note')} name="note" value={note} onChange={setNote} maxLength={300} />
      </div>
    </Dialog>
  )
}
