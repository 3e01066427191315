import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PartPick, type PickedPart } from '../../catalogue/ui/public.tsx'
import { askByHand } from '../contract.ts'
import { urgencies, type PartUrgency } from '../domain/request.ts'
import { purchasingTexts } from './texts.ts'

/** A part for the shelf that nobody waits for: which, how much, and why. */
export function HandDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const toast = useToast()
  const [part, setPart] = useState<PickedPart | null>(null)
  const [thousandths, setThousandths] = useState<number | null>(null)
  const [urgency, setUrgency] = useState<PartUrgency>('normal')
  const [note, setNote] = useState('')
  const deed = useDeed(askByHand, ({ number }) => { onClose(); toast({ text: t('purchasing.asked', { number }) }) })
  const missing = part === null || thousandths === null || thousandths <= 0 || note.trim() === ''
  return (
    <Dialog title={t('purchasing.by-hand')} size="small" onClose={onClose} onSubmit={() => { if (!missing) deed.run({ body: { partId: part.partId, thousandths, urgency, note } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('purchasing.by-hand-missing') : null}>{t('purchasing.ask')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <PartPick label={t('purchasing.part')} placeholder={t('purchasing.part-find')} onPick={setPart} />
        {part === null ? null : <p><strong>{part.name}</strong> <span className="k-quiet-text">{part.number}</span></p>}
        <QuantityField label={t('purchasing.quantity')} name="quantity" value={thousandths} onChange={setThousandths} unit={part?.unit ?? ''} required />
        <ChoiceField label={t('purchasing.urgency')} value={urgency} onChange={setUrgency} wide choices={urgencies.map((value) => ({ value, text: t(`purchasing.urgency.${value}`) }))} />
        <TextField label={t('purchasing.why')} name="note" value={note} onChange={setNote} maxLength={300} required />
      </div>
    </Dialog>
  )
}
