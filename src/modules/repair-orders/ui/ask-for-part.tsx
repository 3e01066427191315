import { useState } from 'react'
import { CameraScan } from '../../../platform/web/camera-scan.tsx'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { askForPart } from '../contract.ts'
import { urgencies, type Urgency } from '../domain/added-work.ts'
import { repairOrderTexts } from './texts.ts'

/** A part's label is scanned, or its number typed; without a network the request waits on the phone. */
export function AskForPart({ orderId, onClose }: { orderId: string; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const w = useTexts(webZh, webEn)
  const toast = useToast()
  const [code, setCode] = useState('')
  const [wish, set] = useWish<{ quantity: number | null; words: string; urgency: Urgency }>({ quantity: 1_000, words: '', urgency: 'soon' })
  const said = (sentence: string) => { onClose(); toast({ text: sentence }) }
  const deed = useDeed(askForPart, () => said(t('repair-orders.part-asked', { code })), { title: t('repair-orders.part-waits', { code }), about: orderId, kept: () => said(w('web.kept')) })
  const { quantity, words, urgency } = wish
  const missing = code.trim() === '' || quantity === null || quantity <= 0
  const ask = () => { if (!missing) deed.run({ params: { orderId }, body: { code: code.trim(), quantityThousandths: quantity, words, urgency } }) }
  return (
    <Dialog title={t('repair-orders.part-ask')} size="small" onClose={onClose} onSubmit={ask}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('repair-orders.fill-in-all') : null}>{t('repair-orders.part-ask')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="with-scan">
          <TextField label={t('repair-orders.part-code')} name="code" value={code} onChange={setCode} maxLength={80} autoComplete="off" required hint={t('repair-orders.part-code-hint')} />
          <CameraScan onCode={setCode} />
        </div>
        <QuantityField label={t('repair-orders.part-quantity')} name="quantity" value={quantity} onChange={set('quantity')} required />
        <TextField label={t('repair-orders.part-words')} name="words" value={words} onChange={set('words')} maxLength={300} />
        <ChoiceField label={t('repair-orders.urgency')} value={urgency} onChange={set('urgency')} wide choices={urgencies.map((value) => ({ value, text: t(`repair-orders.urgency.${value}`) }))} />
      </div>
    </Dialog>
  )
}
