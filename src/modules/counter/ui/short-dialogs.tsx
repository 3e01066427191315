import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { urgencies, type PartUrgency } from '../../purchasing/domain/request.ts'
import { en as purchasingEn } from '../../purchasing/texts/en.ts'
import { zh as purchasingZh } from '../../purchasing/texts/zh-CN.ts'
import { askForSlip, loseSale, type SlipLine, type SlipView } from '../contract.ts'
import { lostCauses, type LostCause } from '../domain/slip.ts'
import { counterTexts } from './texts.ts'

type Props = { slip: SlipView; line: SlipLine; onClose: () => void }

/** The customer waits for it: purchasing is asked, and what comes in is reserved for this line. */
export function AskForLine({ slip, line, onClose }: Props) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const p = useTexts(purchasingZh, purchasingEn)
  const toast = useToast()
  const [thousandths, setThousandths] = useState<number | null>(line.short)
  const [urgency, setUrgency] = useState<PartUrgency>('waiting')
  const [note, setNote] = useState('')
  const deed = useDeed(askForSlip, ({ number }) => { onClose(); toast({ text: t('counter.asked', { number }) }) })
  const missing = thousandths === null || thousandths <= 0
  return (
    <Dialog title={`${t('counter.ask')} ${line.partNumber}`} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ params: { slipId: slip.id }, body: { version: slip.version, lineId: line.id, thousandths, urgency, note } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('counter.fill-in') : null}>{t('counter.ask')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <QuantityField label={t('counter.quantity')} name="quantity" value={thousandths} onChange={setThousandths} unit={line.unit} required />
        <ChoiceField label={t('counter.urgency')} value={urgency} onChange={setUrgency} wide choices={urgencies.map((value) => ({ value, text: p(`purchasing.urgency.${value}`) }))} />
        <TextField label={t('counter.note')} name="note" value={note} onChange={setNote} maxLength={300} />
      </div>
    </Dialog>
  )
}

/** The customer does not wait: what is short leaves the sale, and planning learns why. */
export function LoseLine({ slip, line, onClose }: Props) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const toast = useToast()
  const [cause, setCause] = useState<LostCause>('not-in-stock')
  const [words, setWords] = useState('')
  const deed = useDeed(loseSale, () => { onClose(); toast({ text: t('counter.lost-done') }) })
  return (
    <Dialog title={`${t('counter.lost-sale')} ${line.partNumber}`} size="small" onClose={onClose} onSubmit={() => deed.run({ params: { slipId: slip.id }, body: { version: slip.version, lineId: line.id, cause, words } })}
      footer={<Button kind="danger" submit busy={deed.busy}>{t('counter.lost-sale')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('counter.lost-question', { count: `${formatThousandths(line.short)} ${t.unit(line.unit)}` })}</p>
        <ChoiceField label={t('counter.cause')} value={cause} onChange={setCause} wide choices={lostCauses.map((value) => ({ value, text: t(`counter.cause.${value}`) }))} />
        <TextField label={t('counter.words')} name="words" value={words} onChange={setWords} maxLength={300} />
      </div>
    </Dialog>
  )
}
