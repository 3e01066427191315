import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, NumberField } from '../../../ui-kit/number-fields.tsx'
import { Quantity } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { answerInquiry, type InquiryView } from '../contract.ts'
import { whyNotAnswer, type RepairKind } from '../domain/inquiry.ts'
import { supplierTexts } from './texts.ts'

type Said = { readonly prices: Readonly<Partial<Record<RepairKind, number | null>>>; readonly days: number | null }
const nothing: Said = { prices: {}, days: 3 }

/** What one supplier said, part by part: a price for each kind of repair he can serve. */
export function AnswerDialog({ inquiry, onClose }: { inquiry: InquiryView; onClose: () => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const [supplierId, setSupplierId] = useState(inquiry.suppliers.find(({ answeredAt }) => answeredAt === null)?.supplierId ?? inquiry.suppliers[0]?.supplierId ?? '')
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({})
  const [words, setWords] = useState('')
  const deed = useDeed(answerInquiry, () => { onClose(); toast({ text: t('suppliers.answered') }) })
  const of = (lineId: string): Said => said[lineId] ?? nothing
  const prices = inquiry.lines.flatMap(({ id: lineId }) => inquiry.kinds.flatMap((kind) => {
    const [unitFen, days] = [of(lineId).prices[kind] ?? null, of(lineId).days]
    return unitFen === null || unitFen <= 0 || days === null ? [] : [{ lineId, kind, unitFen, days }]
  }))
  const whyNot = t.refusal(whyNotAnswer({ status: inquiry.status, prices, words, kinds: inquiry.kinds }))
  return (
    <Dialog title={t('suppliers.answer')} size="wide" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { inquiryId: inquiry.id }, body: { version: inquiry.version, supplierId, words, prices } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('suppliers.answer')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('suppliers.supplier')} name="supplier" required value={supplierId} onChange={setSupplierId} choices={inquiry.suppliers.map((one) => ({ value: one.supplierId, text: one.supplierName }))} />
        {inquiry.lines.map((line) => (
          <div className="su-quote k-panel" role="group" aria-label={line.partNumber} key={line.id}>
            <span><strong>{line.name}</strong> <span className="k-quiet-text">{line.partNumber} × <Quantity thousandths={line.thousandths} /></span></span>
            {inquiry.kinds.map((kind) => (
              <MoneyField key={kind} label={`${t(`suppliers.repair.${kind}`)} · ${t('suppliers.unit-price')}`} name={kind} value={of(line.id).prices[kind] ?? null}
                onChange={(fen) => setSaid({ ...said, [line.id]: { ...of(line.id), prices: { ...of(line.id).prices, [kind]: fen } } })} />
            ))}
            <NumberField label={t('suppliers.days')} name="days" value={of(line.id).days} onChange={(days) => setSaid({ ...said, [line.id]: { ...of(line.id), days } })} />
          </div>
        ))}
        <TextField label={t('suppliers.answer-words')} name="words" value={words} onChange={setWords} maxLength={300} />
      </div>
    </Dialog>
  )
}
