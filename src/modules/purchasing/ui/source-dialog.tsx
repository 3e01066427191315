import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { formatFen, formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { useToast } from '../../../ui-kit/toast.tsx'
import { adviseSources, setSource, type RequestRow, type SourceAdvice } from '../contract.ts'
import { sources, whyNotSource, type Source } from '../domain/request.ts'
import { purchasingTexts } from './texts.ts'

/** Where it comes from, and the day. */
export function SourceDialog({ request, onClose }: { request: RequestRow; onClose: () => void }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const toast = useToast()
  const today = useToday()
  const [source, setSourceTo] = useState<Source>(request.source ?? (request.urgency === 'normal' ? 'j-order' : 'e-order'))
  const [supplier, setSupplier] = useState(request.supplier)
  const [typed, setEta] = useState<string | null>(request.eta)
  const { data } = useReading(adviseSources, { params: { requestId: request.id } })
  const advice = data?.rows.find((row) => row.source === source)
  const eta = typed ?? advice?.eta ?? ''
  const deed = useDeed(setSource, () => { onClose(); toast({ text: t('purchasing.sourced', { eta }) }) })
  const whyNot = eta === '' ? t('purchasing.fill-in') : t.refusal(whyNotSource({ status: request.status, source, supplier, eta, today }))
  return (
    <Dialog title={`${t('purchasing.set-source')} · ${request.partNumber}`} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { requestId: request.id }, body: { version: request.version, source, supplier, eta } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('purchasing.set-source')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('purchasing.source')} value={source} onChange={setSourceTo} wide choices={sources.map((value) => ({ value, text: t(`purchasing.source.${value}`) }))} />
        {advice === undefined ? null : <Advice advice={advice} today={today} />}
        {source === 'outside' ? <TextField label={t('purchasing.supplier')} name="supplier" value={supplier} onChange={setSupplier} required maxLength={60} /> : null}
        <DateTimeField label={t('purchasing.eta')} name="eta" kind="date" value={eta} onChange={setEta} min={today} required />
      </div>
    </Dialog>
  )
}

/** What this source usually takes and costs; for a transfer, which stores have it free. */
function Advice({ advice: { source, orderOn, eta, unitCostFen, stores }, today }: { advice: SourceAdvice; today: string }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const english = useLanguage() === 'en'
  const usual = [orderOn > today ? t('purchasing.advice-order-day', { day: orderOn }) : '', t('purchasing.advice-eta', { day: eta }), unitCostFen === null ? '' : t('purchasing.advice-cost', { cost: formatFen(unitCostFen) })].filter((word) => word !== '').join(' · ')
  if (source !== 'transfer') return <p className="k-quiet-text">{usual}</p>
  if (stores.length === 0) return <Notice tone="warn">{t('purchasing.advice-nowhere')}</Notice>
  return (
    <Notice tone={stores.some(({ enough }) => enough) ? 'active' : 'warn'}>
      {stores.map(({ nameZh, nameEn, free }) => t('purchasing.advice-store', { store: english ? nameEn : nameZh, free: formatThousandths(free) })).join(' · ')} · {usual} · {t('purchasing.advice-ask')}
    </Notice>
  )
}
