import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { proposeComeback, type GuaranteedItem } from '../contract.ts'
import { whyNotPropose } from '../domain/comeback.ts'
import { LineChecks } from './line-checks.tsx'
import { qualityTexts } from './texts.ts'

export function ProposeDialog({ order, item, onClose }: { order: OrderView; item: GuaranteedItem; onClose: () => void }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [words, setWords] = useState(order.concern)
  const [lineIds, setLineIds] = useState<readonly string[]>([])
  const deed = useDeed(proposeComeback, () => { onClose(); toast({ text: t('quality.proposed') }) })
  const whyNot = t.refusal(whyNotPropose({ orderStatus: order.status, within: true, words }))
  const submit = () => { if (whyNot === null) deed.run({ body: { orderId: order.id, firstLineId: item.lineId, words, lineIds: [...lineIds] } }) }
  return (
    <Dialog title={t('quality.propose-title', { name: english ? item.nameEn : item.nameZh })} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('quality.propose')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('quality.words')} name="words" value={words} onChange={setWords} required autoFocus maxLength={1_000} />
        <LineChecks order={order} chosen={lineIds} onChange={setLineIds} />
      </div>
    </Dialog>
  )
}
