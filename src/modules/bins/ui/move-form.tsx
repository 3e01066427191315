import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { moveParts, type ScannedPart } from '../contract.ts'
import { AdvisedBins } from './advised-bins.tsx'
import { binTexts } from './texts.ts'
import type { Target } from './use-scan.ts'

type Props = { part: ScannedPart; target: Target | null; onTarget: (target: Target) => void; onOver: () => void }

/** From where, to where, how many. Where a rule is broken the refusal asks for the reason. */
export function MoveForm({ part, target, onTarget, onOver }: Props) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const keyOf = (lot: ScannedPart['lots'][number]) => `${lot.lotId} ${lot.placeId}`
  const [source, setSource] = useState(part.lots[0] === undefined ? null : keyOf(part.lots[0]))
  const lot = part.lots.find((known) => keyOf(known) === source)
  const [typed, setTyped] = useState<number | null | undefined>(undefined)
  const [reason, setReason] = useState('')
  const deed = useDeed(moveParts, ({ number }) => { onOver(); toast({ text: t('bins.moved', { number }) }) })
  const thousandths = typed === undefined ? lot?.free ?? null : typed
  const whyNot = lot === undefined ? t('bins.from-missing') : target === null ? t('bins.to-missing') : thousandths === null || thousandths <= 0 ? t('bins.quantity-wrong') : null
  const run = () => {
    if (lot === undefined || target === null || thousandths === null) return
    deed.run({ body: { partId: part.partId, lotId: lot.lotId, fromPlace: lot.placeId, toPlace: target.placeId, thousandths, reason } })
  }
  return (
    <form className="k-stack" onSubmit={(event) => { event.preventDefault(); if (whyNot === null) run() }}>
      <div className="bin-line"><strong>{english ? part.nameEn : part.nameZh}</strong><span className="k-quiet-text">{part.partNumber}</span><StatusTag tone="neutral" text={t(`bins.class.${part.storage}`)} /></div>
      <SelectField label={t('bins.from')} name="from" value={source} onChange={(value) => { setSource(value); setTyped(undefined) }}
        choices={part.lots.map((known) => ({ value: keyOf(known), text: `${known.bin} · ${known.receivedOn} · ${formatThousandths(known.here)} ${t.unit(part.unit)}` }))} />
      <div className="bin-target"><span className="k-quiet-text">{t('bins.to')}</span><strong translate="no">{target?.code ?? '–'}</strong></div>
      <AdvisedBins bins={part.advice.filter(({ placeId }) => placeId !== lot?.placeId)} onPick={onTarget} />
      <QuantityField label={t('bins.quantity')} name="quantity" value={thousandths} onChange={setTyped} unit={part.unit} required hint={lot === undefined || lot.free === lot.here ? undefined : t('bins.free', { count: formatThousandths(lot.free) })} />
      <TextField label={t('bins.reason')} name="reason" value={reason} onChange={setReason} maxLength={300} />
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="bin-line"><Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('bins.move')}</Button><Button kind="quiet" onPress={onOver}>{t('bins.start-over')}</Button></div>
    </form>
  )
}
