import { Link } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { openPaper } from '../../../platform/web/api.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { printReminder, seeSettlement } from '../contract.ts'
import type { CallTime } from '../domain/call-time.ts'
import { whyNotRemind } from '../domain/statement.ts'
import { settlementPermissions } from '../permissions.ts'
import { settlementTexts } from './texts.ts'
import './settlement.css'

const hour = (full: number): string => `${String(full).padStart(2, '0')}:00`

/** On the order of a car that has left: its delivery, the reminder card, and the way to its statements. */
export function OrderDelivery({ order }: { order: OrderView }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const moments = useMoments()
  const may = useMay()
  const wanted = order.status === 'delivered' && may(settlementPermissions.see)
  const { data } = useReading(seeSettlement, { params: { orderId: order.id } }, { enabled: wanted })
  const delivery = data?.delivery ?? null
  if (!wanted || delivery === null) return null
  const { callTime, callNote, nextServiceOn, nextServiceKm } = delivery
  const asked = (time: CallTime | null): string => time === null ? '' : time.kind === 'any' ? t('settlement.call-time.any') : `${time.on} ${hour(time.from)}–${hour(time.to)}`
  return (
    <Section title={t('settlement.delivery')} actions={<Button icon={Printer} whyNot={t.refusal(whyNotRemind(delivery))} onPress={() => openPaper(printReminder, { orderId: order.id })}>{t('settlement.print-reminder')}</Button>}>
      <Facts layout="columns" facts={[
        { id: 'delivered', label: t('settlement.delivered'), value: `${delivery.personName} ${moments.full(delivery.at)}` },
        { id: 'call', label: t('settlement.call-time'), value: [asked(callTime), callNote].filter((part) => part !== '').join(' · ') },
        { id: 'next', label: t('settlement.next-service'), value: [nextServiceOn ?? '', nextServiceKm === null ? '' : `${String(nextServiceKm)} km`].filter((part) => part !== '').join(' · ') || '–' },
        { id: 'statements', label: t('settlement.statements'), value: <Link to={`/settlements/${order.id}`}>{t.list((data?.statements ?? []).map(({ number }) => number))}</Link> },
      ]} />
    </Section>
  )
}
