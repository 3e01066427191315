import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addPrice, type PartView } from '../contract.ts'
import { priceKinds, type PriceKind } from '../domain/payers.ts'
import { whyNotPeriod } from '../domain/price-periods.ts'
import { catalogueTexts } from './texts.ts'
import { useToday } from '../../../platform/web/use-today.ts'
import { useWish } from '../../../platform/web/use-wish.ts'

/** The same rule as the server's tells of an overlap while the dates are typed. */
export function PriceDialog({ part, onClose }: { part: PartView; onClose: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const toast = useToast()
  const today = useToday()
  const [wish, set] = useWish<{ kind: PriceKind; priceFen: number | null; validFrom: string; validUntil: string }>({ kind: 'cap', priceFen: null, validFrom: today, validUntil: '' })
  const [tried, setTried] = useState(false)
  const deed = useDeed(addPrice, () => { toast({ text: t('catalogue.price-added') }); onClose() })
  const period = { validFrom: wish.validFrom, validUntil: wish.validUntil === '' ? null : wish.validUntil }
  const whyNot = wish.validFrom === '' ? t('catalogue.required') : t.refusal(whyNotPeriod(part.prices.filter(({ kind }) => kind === wish.kind), period))
  const submit = () => {
    setTried(true)
    if (whyNot === null && wish.priceFen !== null) deed.run({ params: { partId: part.id }, body: { kind: wish.kind, priceFen: wish.priceFen, ...period } })
  }
  return (
    <Dialog title={`${t('catalogue.add-price')} · ${part.number}`} size="small" onClose={onClose} onSubmit={submit}
      footer={<Button kind="primary" submit busy={deed.busy}>{t('catalogue.save-price')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('catalogue.price-kind')} value={wish.kind} onChange={set('kind')} wide choices={priceKinds.map((value) => ({ value, text: t(`catalogue.${value}-price`) }))} />
        <MoneyField label={t('catalogue.price-per', { unit: t.unit(part.unit) })} value={wish.priceFen} onChange={set('priceFen')} required autoFocus error={tried && wish.priceFen === null ? t('catalogue.required') : null} />
        <DateTimeField label={t('catalogue.valid-from-day')} kind="date" value={wish.validFrom} onChange={set('validFrom')} required error={whyNot} />
        <DateTimeField label={t('catalogue.valid-until-day')} kind="date" value={wish.validUntil} onChange={set('validUntil')} hint={t('catalogue.valid-until-hint')} />
      </div>
    </Dialog>
  )
}
