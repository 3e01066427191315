import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { WholeSheet } from '../../../platform/web/parts.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Facts, type Fact } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Steps } from '../../../ui-kit/steps.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { Timeline } from '../../../ui-kit/timeline.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { arriveWithQuote, seeOrder, type OrderView } from '../contract.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { AddedWork } from './added-work.tsx'
import { AuthoriseDialog } from './authorise-dialog.tsx'
import { Estimate } from './estimate.tsx'
import { GreetingBar } from './greeting-bar.tsx'
import { LoungeBar } from './lounge-bar.tsx'
import { orderSections } from './order-sections.ts'
import { OrderMenu } from './order-menu.tsx'
import { ReceptionForm } from './reception-form.tsx'
import { Recommendations } from './recommendations.tsx'
import { SenderPhone } from './sender-phone.tsx'
import { landmarkOf, landmarks, toneOf } from './status.ts'
import { repairOrderTexts } from './texts.ts'
import './workbench.css'

export function OrderDetail({ orderId }: { orderId: string }) {
  const sentence = useSentence()
  const order = useReading(seeOrder, { params: { orderId } })
  if (order.isPending) return <LoadBar busy />
  if (order.isError) return <LoadError state={{ error: sentence(order.error), onRetry: () => { void order.refetch() } }} />
  return <OrderSheet order={order.data} key={order.data.id} />
}

function OrderSheet({ order }: { order: OrderView }) {
  const may = useMay()
  const receiving = order.status === 'arrived' && may(repairOrderPermissions.receive)
  return (
    <WholeSheet className="order-sheet">
      <OrderHead order={order} />
      <GreetingBar order={order} />
      <LoungeBar order={order} />
      {orderSections(true).map(({ id, part: Part }) => <Part key={id} order={order} />)}
      <OrderSteps order={order} />
      <OrderFacts order={order} />
      <Recommendations order={order} />
      {receiving ? <ReceptionForm order={order} /> : null}
      {order.reception === null && order.quotedUntil === null ? null : <Estimate order={order} />}
      {orderSections(false).map(({ id, part: Part }) => <Part key={id} order={order} />)}
      <AddedWork order={order} />
      <OrderPhotos order={order} />
    </WholeSheet>
  )
}

/** All its evidence in pictures; those of the walk-around and of findings stand there too. */
function OrderPhotos({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  if (order.status === 'quoted' || order.status === 'arrived') return null
  return <Section title={t('repair-orders.photos')}><PhotoStrip subject="repair-order" subjectId={order.id} open={false} /></Section>
}

function OrderHead({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const may = useMay()
  const [authorising, setAuthorising] = useState(false)
  const mayAuthorise = order.status === 'estimated' && may(repairOrderPermissions.authorise)
  return (
    <header className="order-head">
      <h2><Plate text={showPlate(order.plate)} size="detail" /></h2>
      <StatusTag tone={toneOf[order.status]} text={t(`repair-orders.status.${order.status}`)} />
      <span className="order-number">{order.number}</span>
      <span className="order-head-space" />
      {order.status === 'quoted' ? <QuotedCar order={order} /> : null}
      {mayAuthorise ? <Button kind="primary" onPress={() => setAuthorising(true)}>{t('repair-orders.authorise')}</Button> : null}
      <OrderMenu order={order} />
      {authorising ? <AuthoriseDialog order={order} onClose={() => setAuthorising(false)} /> : null}
    </header>
  )
}

/** The car of a quote is there: the quote becomes the visit. */
function QuotedCar({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const may = useMay()
  const toast = useToast()
  const deed = useDeed(arriveWithQuote, ({ repriced }) => toast({ text: repriced === 0 ? t('repair-orders.arrived-with-quote') : t('repair-orders.arrived-repriced', { count: repriced }) }))
  if (!may(repairOrderPermissions.arrive)) return null
  return (
    <>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <Button kind="primary" busy={deed.busy} onPress={() => deed.run({ params: { orderId: order.id }, body: { version: order.version } })}>{t('repair-orders.arrive-with-quote')}</Button>
    </>
  )
}

function OrderSteps({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const moments = useMoments()
  const reached = order.status === 'cancelled' ? -1 : landmarkOf(order.status)
  return (
    <Steps label={t('repair-orders.history')} steps={landmarks.map((status, index) => {
      const step = order.steps.findLast(({ toStatus }) => toStatus === status)
      return {
        id: status, text: t(`repair-orders.status.${status}`), note: step === undefined ? undefined : moments.time(step.at),
        state: index < reached ? 'done' as const : index === reached ? 'current' as const : 'coming' as const,
      }
    })} />
  )
}

function OrderFacts({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const moments = useMoments()
  const { reception } = order
  const { earliestAt, earlyReason } = order.authorisation ?? { earliestAt: null, earlyReason: null }
  const facts: Fact[] = [
    { id: 'purpose', label: t('repair-orders.purpose'), value: t(`repair-orders.purpose.${order.purpose}`) },
    ...(order.arrivedAt === null ? [] : [{ id: 'arrived', label: t('repair-orders.arrived-at'), value: moments.full(order.arrivedAt) }]),
    ...(order.quotedUntil === null ? [] : [{ id: 'quoted', label: t('repair-orders.quoted-until'), value: order.quoteExpired ? t('repair-orders.expired', { until: order.quotedUntil }) : order.quotedUntil }]),
    { id: 'advisor', label: t('repair-orders.advisor'), value: order.advisorName },
    ...(order.promisedAt === null ? [] : [{ id: 'promised', label: t('repair-orders.promised'), value: moments.full(order.promisedAt) }]),
    ...(earlyReason === null || earliestAt === null ? [] : [{ id: 'early', label: t('repair-orders.early'), value: t('repair-orders.early-fact', { earliest: moments.full(earliestAt), reason: earlyReason }), wide: true }]),
    ...(reception !== null || order.quotedUntil === null ? [] : [
      { id: 'customer', label: t('repair-orders.customer-name'), value: <>{order.ownerName} {order.quotedPhone === '' ? null : <SenderPhone order={order} />}</> }, { id: 'model', label: t('repair-orders.model'), value: order.modelName === '' ? '–' : order.modelName },
    ]),
    ...(reception === null ? [] : [
      { id: 'owner', label: t('repair-orders.owner'), value: order.ownerName }, { id: 'model', label: t('repair-orders.model'), value: order.modelName },
      { id: 'sender', label: t('repair-orders.sender'), value: <>{reception.senderName} <SenderPhone order={order} /></> },
      { id: 'mileage', label: t('repair-orders.mileage'), value: `${reception.mileageKm.toLocaleString('en')} km` },
      { id: 'key', label: t('repair-orders.key-tag'), value: reception.sheet.keyTag },
    ]),
    ...(order.insurerName === '' ? [] : [{ id: 'insurer', label: t('repair-orders.insurer'), value: order.insurerName }]),
    { id: 'concern', label: t('repair-orders.concern'), value: reception?.sheet.consultation.words ?? (order.concern === '' ? '–' : order.concern), wide: true },
    ...(order.closedReason === null || order.status === 'delivered' ? [] : [{ id: 'reason', label: t('repair-orders.closed-reason'), value: order.closedReason, wide: true }]),
  ]
  return <Section title={t('repair-orders.repair-order')}><Facts layout="columns" facts={facts} /></Section>
}

/** The side column: who moved it, when, why. */
export function OrderHistory({ orderId }: { orderId: string }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const moments = useMoments()
  const order = useReading(seeOrder, { params: { orderId } })
  return (
    <Section title={t('repair-orders.history')}>
      <Timeline label={t('repair-orders.history')} entries={(order.data?.steps ?? []).toReversed().map((step) => ({
        id: step.id, time: moments.time(step.at), who: step.personName, tone: toneOf[step.toStatus],
        text: [t(`repair-orders.status.${step.toStatus}`), step.reason].filter((part) => part !== '').join(' · '),
      }))} />
    </Section>
  )
}
