import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { openPaper } from '../../../platform/web/api.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { printQualitySheet, seeOrderQuality, type GuaranteedItem } from '../contract.ts'
import { qualityPermissions } from '../permissions.ts'
import { ComebackCard } from './comeback-card.tsx'
import { OrderCertificate } from './order-certificate.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { qualityTexts } from './texts.ts'
import './quality.css'

/** From the first work on there is something to read on the quality sheet. */
const withSheet: readonly OrderView['status'][] = ['in_work', 'in_inspection', 'ready', 'settled', 'delivered']

export type OrderQualityView = AnswerOf<typeof seeOrderQuality>

/** On the order: earlier work that is still within guarantee, what came back of it, and the certificate. */
export function OrderQuality({ order }: { order: OrderView }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const may = useMay()
  const { data } = useReading(seeOrderQuality, { params: { orderId: order.id } }, { enabled: order.status !== 'quoted' && may(qualityPermissions.see) })
  if (data === undefined) return null
  const cameBack = new Set(data.comebacks.filter(({ status }) => status !== 'withdrawn').map(({ firstLineId }) => firstLineId))
  const items = data.items.filter(({ lineId }) => !cameBack.has(lineId))
  return (
    <>
      {items.length === 0 ? null : <Section title={t('quality.section')}><ul className="quality-list">{items.map((item) => <OneItem key={item.lineId} order={order} item={item} />)}</ul></Section>}
      {data.comebacks.length === 0 ? null : <Section title={t('quality.comebacks')}><ul className="quality-list">{data.comebacks.map((comeback) => <ComebackCard key={comeback.id} comeback={comeback} order={order} workers={comeback.workers} />)}</ul></Section>}
      {withSheet.includes(order.status) ? <Section title={t('quality.sheet')}><div className="quality-deed"><Button onPress={() => openPaper(printQualitySheet, { orderId: order.id })}>{t('quality.print-sheet')}</Button></div></Section> : null}
      <OrderCertificate order={order} certificate={data.certificate} />
    </>
  )
}

function OneItem({ order, item }: { order: OrderView; item: GuaranteedItem }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const english = useLanguage() === 'en'
  const may = useMay()
  const [proposing, setProposing] = useState(false)
  const open = order.status === 'received' || order.status === 'estimated'
  return (
    <li className="quality-card k-panel" aria-label={item.code}>
      <div className="quality-head">
        <strong>{english ? item.nameEn : item.nameZh}</strong><span className="k-quiet-text">{item.code}</span>
        <StatusTag tone="info" text={t('quality.left-days', { days: item.daysLeft, until: item.until })} />
        {item.kmLeft === null ? <span className="k-quiet-text">{t('quality.no-km')}</span> : <StatusTag tone="info" text={t('quality.left-km', { km: item.kmLeft.toLocaleString('en-US') })} />}
      </div>
      <p className="quality-facts k-quiet-text">
        <Link to={`/repair-orders/${item.orderId}`}>{t('quality.first-order', { number: item.orderNumber })}</Link><span>{t('quality.delivered', { day: item.from })}</span><span>{t(`quality.kind.${item.repairKind}`)}</span>
        {item.restarts === 0 ? null : <span>{t('quality.restarted', { count: item.restarts })}</span>}
      </p>
      <div className="quality-deed">{open && may(qualityPermissions.propose) ? <Button onPress={() => setProposing(true)}>{t('quality.propose')}</Button> : null}</div>
      {proposing ? <ProposeDialog order={order} item={item} onClose={() => setProposing(false)} /> : null}
    </li>
  )
}
