import { History } from 'lucide-react'
import { useState } from 'react'
import { localDay } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { seeCarHistory } from '../contract.ts'
import { qualityPermissions } from '../permissions.ts'
import { qualityTexts } from './texts.ts'
import './quality.css'

type OfCar = { readonly orderId: string; readonly plate: string; readonly size?: 'phone' | 'desk' }

/** One touch shows what was done on this car before: large beside the car in the pit, small beside the order at the desk. */
export function CarHistory({ orderId, plate, size = 'phone' }: OfCar) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const may = useMay()(qualityPermissions.seeHistory)
  const [opened, setOpened] = useState(false)
  if (!may) return null
  return (
    <>
      <Button size={size} icon={History} onPress={() => setOpened(true)}>{t('quality.history')}</Button>
      {opened ? <HistoryDialog orderId={orderId} plate={plate} onClose={() => setOpened(false)} /> : null}
    </>
  )
}

const beforeTheYes: readonly OrderView['status'][] = ['quoted', 'arrived', 'received', 'estimated']

/** Beside reception and estimate: the last stay of the car; all of them by one touch (SAD-1.2). */
export function OrderHistory({ order }: { order: OrderView }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const may = useMay()(qualityPermissions.seeHistory)
  const history = useReading(seeCarHistory, { params: { orderId: order.id } }, { enabled: may && beforeTheYes.includes(order.status) })
  const last = history.data?.stays[0]
  if (last === undefined) return null
  return (
    <Section title={t('quality.history')}>
      <div className="k-stack">
        <ul className="quality-list"><OneStay stay={last} /></ul>
        <div className="quality-deed"><CarHistory orderId={order.id} plate={order.plate} size="desk" /></div>
      </div>
    </Section>
  )
}

function HistoryDialog({ orderId, plate, onClose }: { orderId: string; plate: string; onClose: () => void }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const sentence = useSentence()
  const day = useDay()
  const history = useReading(seeCarHistory, { params: { orderId } })
  return (
    <Dialog title={t('quality.history-of', { plate: showPlate(plate) })} size="small" onClose={onClose}>
      {history.isError ? <LoadError state={{ error: sentence(history.error), onRetry: () => { void history.refetch() } }} /> : null}
      {history.isPending ? <Skeleton kind="list" lines={4} /> : null}
      {history.data === undefined ? null : (
        <div className="k-stack">
          {history.data.recommendations.length === 0 ? null : (
            <section className="quality-card k-panel">
              <strong>{t('quality.recommended')}</strong>
              <ul className="quality-list">{history.data.recommendations.map(({ id, findings, decidedAt }) => <li key={id}>{findings} <span className="k-quiet-text">{decidedAt === null ? '' : day(decidedAt)}</span></li>)}</ul>
            </section>
          )}
          {history.data.stays.length === 0 ? <EmptyState>{t('quality.no-history')}</EmptyState> : null}
          <ul className="quality-list">{history.data.stays.map((stay) => <OneStay key={stay.orderId} stay={stay} />)}</ul>
        </div>
      )}
    </Dialog>
  )
}

/** Years matter here: the day with its year. */
function useDay(): (iso: string) => string {
  const { timeZone } = useSession().store
  return (iso) => localDay(new Date(iso), timeZone)
}

type Stay = AnswerOf<typeof seeCarHistory>['stays'][number]

function OneStay({ stay }: { stay: Stay }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const english = useLanguage() === 'en'
  const day = useDay()
  const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }) => (english ? nameEn : nameZh)
  return (
    <li className="quality-card k-panel" aria-label={stay.number}>
      <div className="quality-head"><strong>{day(stay.arrivedAt)}</strong>{stay.mileageKm === null ? null : <span>{stay.mileageKm.toLocaleString('en-US')} km</span>}<span className="k-quiet-text">{stay.number}</span></div>
      {stay.comebacks.map((comeback) => <p key={comeback.id}><StatusTag tone="danger" text={t('quality.came-back')} /> {nameOf(comeback)}: {comeback.words}</p>)}
      <ul className="quality-list">
        {stay.jobs.map((job) => <li key={job.id}>{nameOf(job)} <span className="k-quiet-text">{job.technicianName}</span></li>)}
        {stay.parts.map((part) => <li key={part.id} className="k-quiet-text">{nameOf(part)} <Quantity thousandths={part.quantityThousandths} /></li>)}
      </ul>
    </li>
  )
}
