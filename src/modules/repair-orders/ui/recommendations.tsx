import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addLines, type OrderView, type Recommendation } from '../contract.ts'
import { whyNotEditLines } from '../domain/lines.ts'
import { repairOrderPermissions } from '../permissions.ts'
import type { EstimateLine } from './add-line.tsx'
import { toneOfUrgency, WithdrawAddedWork, WorkLines } from './added-work.tsx'
import { repairOrderTexts } from './texts.ts'

/** What the customer did not want on earlier visits: to be asked for again. */
export function Recommendations({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  if (order.recommendations.length === 0) return null
  return (
    <Section title={t('repair-orders.recommendations')}>
      <div className="k-stack">{order.recommendations.map((one) => <OneRecommendation key={one.id} order={order} one={one} />)}</div>
    </Section>
  )
}

function OneRecommendation({ order, one }: { order: OrderView; one: Recommendation }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const moments = useMoments()
  const toast = useToast()
  const mayEstimate = useMay()(repairOrderPermissions.estimate)
  const [dismissing, setDismissing] = useState(false)
  const take = useDeed(addLines, () => toast({ text: t('repair-orders.taken-up') }))
  const lines = one.lines.flatMap(({ operationId, partId, payer, quantityThousandths }): EstimateLine[] => {
    if (operationId !== null) return [{ kind: 'labour', operationId, payer, hoursThousandths: quantityThousandths }]
    return partId === null ? [] : [{ kind: 'part', partId, payer, quantityThousandths }]
  })
  return (
    <article className="added-work k-panel" aria-label={one.findings}>
      <header className="order-head">
        <StatusTag tone={toneOfUrgency[one.urgency]} text={t(`repair-orders.urgency.${one.urgency}`)} />
        <span className="k-quiet-text">{t('repair-orders.recommended-on', { number: one.orderNumber, time: moments.full(one.refusedAt) })}</span>
      </header>
      <p className="added-work-findings">{one.findings}</p>
      <WorkLines lines={one.lines} totalFen={one.totalFen} />
      {take.error === null ? null : <Notice tone="danger">{take.error}</Notice>}
      {mayEstimate ? (
        <div className="k-row">
          <Button busy={take.busy} whyNot={t.refusal(whyNotEditLines(order))} onPress={() => take.run({ params: { orderId: order.id }, body: { version: order.version, lines } })}>{t('repair-orders.take-up')}</Button>
          <Button kind="quiet" onPress={() => setDismissing(true)}>{t('repair-orders.dismiss')}</Button>
        </div>
      ) : null}
      {dismissing ? <WithdrawAddedWork work={one} title={t('repair-orders.dismiss')} onClose={() => setDismissing(false)} /> : null}
    </article>
  )
}
