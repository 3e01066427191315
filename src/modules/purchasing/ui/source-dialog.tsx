import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { adviseSources, setSource, type RequestRow, type SourceAdvice } from '../contract.ts'
import { whyNotSource } from '../domain/request.ts'
import { SourceOptions, useOptionName } from './source-options.tsx'
import { purchasingTexts } from './texts.ts'

/** Where it comes from, and the day: what stands now, else what is advised. */
export function SourceDialog({ request, onClose }: { request: RequestRow; onClose: () => void }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const toast = useToast()
  const sentence = useSentence()
  const today = useToday()
  const nameOf = useOptionName()
  const { data, isError, error, refetch } = useReading(adviseSources, { params: { requestId: request.id } })
  const [picked, setPicked] = useState<SourceAdvice | null>(null)
  const [typedSupplier, setSupplier] = useState<string | null>(null)
  const [typedEta, setEta] = useState<string | null>(null)
  const advised = data?.rows.find((row) => row.advised)
  const standing = data?.rows.filter(({ source }) => source === request.source)
  const option = picked ?? (request.source === null ? advised : standing?.find(({ supplier }) => supplier === request.supplier) ?? standing?.[0]) ?? null
  const source = picked?.source ?? request.source ?? option?.source ?? null
  const supplier = typedSupplier ?? (picked === null && request.source !== null ? request.supplier : option?.supplier ?? '')
  const eta = typedEta ?? (picked === null ? request.eta : null) ?? option?.eta ?? ''
  const deed = useDeed(setSource, () => { onClose(); toast({ text: t('purchasing.sourced', { eta }) }) })
  const whyNot = source === null || eta === '' ? t('purchasing.fill-in') : t.refusal(whyNotSource({ status: request.status, source, supplier, eta, today }))
  const choose = (chosen: SourceAdvice) => {
    setPicked(chosen)
    setSupplier(null)
    setEta(null)
  }
  return (
    <Dialog title={`${t('purchasing.set-source')} · ${request.partNumber}`} size="wide" onClose={onClose} onSubmit={() => { if (whyNot === null && source !== null) deed.run({ params: { requestId: request.id }, body: { version: request.version, source, supplier, eta } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('purchasing.set-source')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {data === undefined ? <LoadBar busy={!isError} /> : null}
        <LoadError state={isError ? { error: sentence(error), onRetry: () => { void refetch() } } : 'ready'} />
        {data === undefined ? null : (
          <>
            {advised === undefined || data.reason === null ? <Notice tone="warn">{t('purchasing.advice-none')}</Notice> : <p>{t(`purchasing.advice.${data.reason}`, { name: nameOf(advised) })}</p>}
            <SourceOptions options={data.rows} today={today} forShelf={request.origin === 'hand'} chosen={option?.key ?? null} onChoose={choose} />
          </>
        )}
        <div className="source-fields">
          {source === 'outside' ? <TextField label={t('purchasing.supplier')} name="supplier" value={supplier} onChange={setSupplier} required maxLength={60} /> : null}
          <DateTimeField label={t('purchasing.eta')} name="eta" kind="date" value={eta} onChange={setEta} min={today} required />
        </div>
      </div>
    </Dialog>
  )
}
