import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { useWish } from '../../../platform/web/use-wish.ts'
import { addDays } from '../../../kernel/time.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listResponsible, planPromotion, type DeadRow } from '../contract.ts'
import { PartField } from './part-field.tsx'
import { stockHealthTexts } from './texts.ts'

type Wished = { readonly partId: string; readonly number: string; readonly name: string; readonly priceFen: number | null; readonly underCostReason: string }
const usualDays = 30

/** Parts, their price, from when to when, and who sees to it. */
export function PromotionDialog({ before, onClose }: { before: readonly DeadRow[]; onClose: (id?: string) => void }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const today = useToday()
  const [{ name, fromDay, untilDay, responsibleId }, set] = useWish({ name: '', fromDay: today, untilDay: addDays(today, usualDays), responsibleId: '' })
  const [parts, setParts] = useState<readonly Wished[]>(() => before.map(({ partId, number, nameZh, nameEn }) => ({ partId, number, name: english ? nameEn : nameZh, priceFen: null, underCostReason: '' })))
  const people = useReading(listResponsible, {}).data?.rows ?? []
  const responsible = responsibleId === '' ? people[0]?.id ?? '' : responsibleId
  const deed = useDeed(planPromotion, ({ id, number }) => { toast({ text: t('stock-health.planned', { number }) }); onClose(id) })
  const priced = parts.flatMap(({ partId, priceFen, underCostReason }) => (priceFen === null ? [] : [{ partId, priceFen, underCostReason }]))
  const whyNot = parts.length === 0 ? t('stock-health.no-parts-yet') : name.trim() === '' || responsible === '' || priced.length < parts.length ? t('stock-health.fill-numbers') : null
  const put = (partId: string, change: Partial<Wished>) => setParts(parts.map((part) => (part.partId === partId ? { ...part, ...change } : part)))
  return (
    <Dialog title={t('stock-health.plan-promotion')} size="wide" onClose={() => onClose()} onSubmit={() => { if (whyNot === null) deed.run({ body: { name, fromDay, untilDay, responsibleId: responsible, parts: priced } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('stock-health.plan-promotion')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="sh-line-fields">
          <TextField label={t('stock-health.promotion-name')} name="promotion-name" value={name} onChange={set('name')} maxLength={60} required />
          <DateTimeField kind="date" label={t('stock-health.from')} name="from" value={fromDay} onChange={(value) => { if (value !== '') set('fromDay')(value) }} required />
          <DateTimeField kind="date" label={t('stock-health.until')} name="until" value={untilDay} min={fromDay} onChange={(value) => { if (value !== '') set('untilDay')(value) }} required />
          <SelectField label={t('stock-health.responsible')} name="responsible" value={responsible} onChange={set('responsibleId')} choices={people.map((person) => ({ value: person.id, text: `${person.name} ${person.position}` }))} />
        </div>
        <ul className="sh-lines">{parts.map((part) => (
          <li key={part.partId} className="sh-line k-panel" aria-label={part.number}>
            <div className="sh-line-head"><span><strong>{part.number}</strong> {part.name}</span><Button kind="quiet" onPress={() => setParts(parts.filter(({ partId }) => partId !== part.partId))}>{t('stock-health.remove')}</Button></div>
            <div className="sh-line-fields">
              <MoneyField label={t('stock-health.price')} name="price" value={part.priceFen} onChange={(priceFen) => put(part.partId, { priceFen })} />
              <TextField label={t('stock-health.under-cost-words')} name="under-cost" value={part.underCostReason} onChange={(underCostReason) => put(part.partId, { underCostReason })} maxLength={300} />
            </div>
          </li>
        ))}</ul>
        <PartField onPick={({ partId, number, name: partName }) => { if (!parts.some((part) => part.partId === partId)) setParts([...parts, { partId, number, name: partName, priceFen: null, underCostReason: '' }]) }} />
      </div>
    </Dialog>
  )
}
