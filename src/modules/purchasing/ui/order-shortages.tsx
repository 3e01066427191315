import { useState } from 'react'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { seeShortages, type Shortages } from '../contract.ts'
import { isOpen } from '../domain/request.ts'
import { purchasingPermissions } from '../permissions.ts'
import { AskDialog } from './ask-dialog.tsx'
import { RequestDeeds, RequestFacts } from './request-card.tsx'
import { purchasingTexts } from './texts.ts'
import './purchasing.css'

export type ShortLine = Shortages['lines'][number]

/** On the order: what it is short of, what was asked for, when it comes, and what the customer said. */
export function OrderShortages({ order }: { order: { id: string; status: string; ownerName: string } }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const may = useMay()
  const isWork = ['authorised', 'in_work', 'in_inspection'].includes(order.status)
  const shortages = useReading(seeShortages, { params: { orderId: order.id } }, { enabled: isWork && may(purchasingPermissions.see) })
  const lines = shortages.data?.lines ?? []
  if (lines.length === 0) return null
  return (
    <Section title={t('purchasing.shortages')}>
      <ul className="shortages">{lines.map((line) => <OneShortage key={line.lineId} order={order} line={line} />)}</ul>
    </Section>
  )
}

function OneShortage({ order, line }: { order: { id: string; ownerName: string }; line: ShortLine }) {
  const t = useTexts(purchasingTexts.zh, purchasingTexts.en)
  const english = useLanguage() === 'en'
  const may = useMay()
  const [asking, setAsking] = useState(false)
  const { request } = line
  const waits = request !== null && isOpen(request)
  return (
    <li className="shortage k-panel">
      <div className="order-head">
        <strong>{english ? line.nameEn : line.nameZh}</strong> <span className="k-quiet-text">{line.code}</span>
        {line.short === 0 ? null : <StatusTag tone="warn" text={t('purchasing.short', { count: formatThousandths(line.short), unit: t.unit(line.unit) })} />}
      </div>
      {request === null ? null : <RequestFacts request={request} />}
      <div className="k-row">
        {request === null ? null : <RequestDeeds request={request} ownerName={order.ownerName} />}
        {!waits && line.short > 0 && may(purchasingPermissions.ask) ? <Button onPress={() => setAsking(true)}>{t('purchasing.ask')}</Button> : null}
      </div>
      {asking ? <AskDialog orderId={order.id} line={line} onClose={() => setAsking(false)} /> : null}
    </li>
  )
}
