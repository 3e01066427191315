import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, NumberField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listInsurers, setLabourRate, setVatRate } from '../contract.ts'
import { lineKinds, payers, type LineKind, type Payer } from '../domain/payers.ts'
import { whyNotRateFrom } from '../domain/why-not-rate.ts'
import { catalogueTexts } from './texts.ts'
import { useToday } from '../../../platform/web/use-today.ts'
import { useWish } from '../../../platform/web/use-wish.ts'

export function LabourRateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const toast = useToast()
  const today = useToday()
  const [wish, set] = useWish<{ payer: Payer; insurerName: string; rateFen: number | null; validFrom: string }>({ payer: 'customer', insurerName: '', rateFen: null, validFrom: today })
  const [tried, setTried] = useState(false)
  const insurers = useReading(listInsurers, { query: { limit: 200 } })
  const deed = useDeed(setLabourRate, ({ validFrom: from }) => { toast({ text: t('catalogue.rate-saved', { from }) }); onClose() })
  const whyNot = t.refusal(whyNotRateFrom(wish.validFrom, today))
  const submit = () => {
    setTried(true)
    const { payer, insurerName, rateFen, validFrom } = wish
    if (rateFen !== null && whyNot === null) deed.run({ body: { payer, insurerName: payer === 'insurer' ? insurerName : '', rateFen, validFrom } })
  }
  return (
    <Dialog title={t('catalogue.set-labour-rate')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('catalogue.save-rate')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('catalogue.payer')} value={wish.payer} onChange={set('payer')} choices={payers.map((value) => ({ value, text: t(`catalogue.payer.${value}`) }))} />
        {wish.payer === 'insurer' ? (
          <SelectField<string> label={t('catalogue.insurer')} value={wish.insurerName} onChange={set('insurerName')}
            choices={[{ value: '', text: t('catalogue.any-insurer') }, ...(insurers.data?.rows ?? []).map(({ name }) => ({ value: name, text: name }))]} />
        ) : null}
        <MoneyField label={t('catalogue.rate-per-hour')} value={wish.rateFen} onChange={set('rateFen')} required error={tried && wish.rateFen === null ? t('catalogue.required') : null} />
        <DateTimeField label={t('catalogue.valid-from-day')} kind="date" value={wish.validFrom} onChange={set('validFrom')} min={today} required error={whyNot} />
      </div>
    </Dialog>
  )
}

export function VatRateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const toast = useToast()
  const today = useToday()
  const [wish, set] = useWish<{ lineKind: LineKind; percent: number | null; validFrom: string }>({ lineKind: 'labour', percent: null, validFrom: today })
  const [tried, setTried] = useState(false)
  const deed = useDeed(setVatRate, ({ validFrom: from }) => { toast({ text: t('catalogue.rate-saved', { from }) }); onClose() })
  const whyNot = t.refusal(whyNotRateFrom(wish.validFrom, today))
  const wrongPercent = wish.percent === null || wish.percent > 100
  return (
    <Dialog title={t('catalogue.set-vat-rate')} size="small" onClose={onClose} footer={<Button kind="primary" submit busy={deed.busy}>{t('catalogue.save-rate')}</Button>}
      onSubmit={() => { setTried(true); if (wish.percent !== null && !wrongPercent && whyNot === null) deed.run({ body: { ...wish, percent: wish.percent } }) }}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('catalogue.line-kind')} value={wish.lineKind} onChange={set('lineKind')} wide choices={lineKinds.map((value) => ({ value, text: t(`catalogue.line-kind.${value}`) }))} />
        <NumberField label={t('catalogue.percent')} value={wish.percent} onChange={set('percent')} unit="%" required autoFocus error={tried && wrongPercent ? t('catalogue.required') : null} />
        <DateTimeField label={t('catalogue.valid-from-day')} kind="date" value={wish.validFrom} onChange={set('validFrom')} min={today} required error={whyNot} />
      </div>
    </Dialog>
  )
}
