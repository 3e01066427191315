import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { bookConsumed, bringBack, type SlipLine, type SlipView } from '../contract.ts'
import { counterTexts } from './texts.ts'

/** How much of each line comes back to its lots, or of a loan stays as consumed. */
export function ReturnDialog({ slip, as, onClose }: { slip: SlipView; as: 'return' | 'consume'; onClose: () => void }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const consumes = as === 'consume'
  const most = ({ issued, returned, consumed }: SlipLine) => issued - returned - (consumes ? consumed : 0)
  const outside = slip.lines.filter((line) => most(line) > 0)
  const [asked, setAsked] = useState<Readonly<Record<string, number | null>>>({})
  const [reason, setReason] = useState('')
  const then = ({ number }: { number: string }) => { onClose(); toast({ text: t(`counter.${as}-done`, { number }) }) }
  const [back, consumed] = [useDeed(bringBack, then), useDeed(bookConsumed, then)]
  const deed = consumes ? consumed : back
  const quantityOf = (line: SlipLine): number | null => asked[line.id] === undefined ? most(line) : asked[line.id] ?? null
  const lines = outside.flatMap((line) => {
    const thousandths = quantityOf(line)
    return thousandths === null || thousandths <= 0 ? [] : [{ lineId: line.id, thousandths }]
  })
  const whyNot = lines.length === 0 ? t('counter.fill-in') : reason.trim() === '' ? t('counter.reason-missing') : null
  const question = consumes ? 'counter.consume-question' : slip.kind === 'sale' ? 'counter.return-question' : 'counter.return-loan-question'
  return (
    <Dialog title={t(`counter.${as}`)} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { slipId: slip.id }, body: { version: slip.version, lines, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t(`counter.${as}`)}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t(question)}</p>
        {outside.map((line) => <QuantityField key={line.id} label={`${english ? line.nameEn : line.nameZh} ${line.partNumber}`} name="quantity" value={quantityOf(line)} unit={line.unit} onChange={(value) => setAsked({ ...asked, [line.id]: value })} />)}
        <TextField label={t('counter.reason')} name="reason" value={reason} onChange={setReason} maxLength={300} required />
      </div>
    </Dialog>
  )
}
