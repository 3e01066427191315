import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { Button, buttonClass } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Plate, StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { courtesyCarPermissions } from '../../courtesy-cars/permissions.ts'
import { BookLoanDialog } from '../../courtesy-cars/ui/public.tsx'
import { registerArrival } from '../../repair-orders/contract.ts'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { cancel, confirm, type AppointmentRow } from '../contract.ts'
import { extrasOf } from '../domain/extras.ts'
import type { Outcome } from '../domain/kept.ts'
import { appointmentPermissions } from '../permissions.ts'
import { MoveDialog } from './move-dialog.tsx'
import { appointmentTexts } from './texts.ts'

const tones: Readonly<Record<Outcome, Tone>> = { expected: 'info', early: 'active', kept: 'active', late: 'warn', 'no-show': 'danger', cancelled: 'done' }

type CardProps = { row: AppointmentRow; day: string; today: string }

/** One expected car: when, who, why, whether it came; and what can be done with it. */
export function AppointmentCard({ row, day, today }: CardProps) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const moments = useMoments()
  const english = useLanguage() === 'en'
  return (
    <li className="appointment k-panel" aria-label={showPlate(row.plate)}>
      <div className="appointment-head">
        <time className="appointment-time">{moments.time(row.at).slice(-5)}</time>
        <Plate text={showPlate(row.plate)} />
        <StatusTag tone={tones[row.outcome]} text={t(`appointments.outcome.${row.outcome}`)} />
        {row.openCampaigns === 0 || row.outcome === 'cancelled' ? null : <StatusTag tone="warn" text={t('appointments.open-campaigns', { count: row.openCampaigns })} />}
        <span className="k-quiet-text">{t(`appointments.kind.${row.kind}`)} · {row.minutes} min</span>
      </div>
      <p className="appointment-facts">
        <span>{row.customerName} {row.phone}</span>
        <span>{t(`appointments.purpose.${row.purpose}`)}{row.concern === '' ? '' : ` · ${row.concern}`}</span>
        {row.wishedParts === '' ? null : <span>{t('appointments.wished-words')}: {row.wishedParts}</span>}
        {row.parts.map((part) => <span key={part.code}>{english ? part.nameEn : part.nameZh} {formatThousandths(part.quantityThousandths)} {t.unit(part.unit)}{part.short === 0 || row.outcome === 'cancelled' ? '' : ` · ${t('appointments.short', { count: formatThousandths(part.short), unit: t.unit(part.unit) })}`}</span>)}
        {row.courtesyPlate === null ? row.courtesyCar ? <StatusTag tone="warn" text={t('appointments.courtesy-wanted')} /> : null : <strong>{t('appointments.courtesy-booked', { plate: showPlate(row.courtesyPlate) })}</strong>}
        <span className="k-quiet-text">{t('appointments.advisor', { name: row.advisorName })}</span>
        {row.confirmedByName === null ? null : <span className="k-quiet-text">{t('appointments.confirmed-by', { name: row.confirmedByName })}</span>}
        {row.reason === '' ? null : <span className="k-quiet-text">{row.reason}</span>}
      </p>
      <CardDeeds row={row} day={day} today={today} />
    </li>
  )
}

function CardDeeds({ row, day, today }: CardProps) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState<'move' | 'cancel' | 'courtesy' | null>(null)
  const confirmed = useDeed(confirm, () => toast({ text: t('appointments.confirmed') }))
  const close = () => setAsking(null)
  if (row.orderId !== null) return <div className="appointment-deeds"><Link className={buttonClass('plain')} to={`/repair-orders/${row.orderId}`}><span className="k-button-text">{t('appointments.open-order')}</span></Link></div>
  if (row.outcome !== 'expected') return null
  return (
    <div className="appointment-deeds">
      {day === today && may(repairOrderPermissions.arrive) ? <ArriveButton row={row} /> : null}
      {may(appointmentPermissions.book) ? (
        <>
          {row.confirmedAt === null ? <Button busy={confirmed.busy} onPress={() => confirmed.run({ params: { appointmentId: row.id }, body: { version: row.version } })}>{t('appointments.confirm')}</Button> : null}
          <CopyMessage row={row} />
          {row.courtesyCar && row.courtesyPlate === null && may(courtesyCarPermissions.lend) ? <Button onPress={() => setAsking('courtesy')}>{t('appointments.book-courtesy')}</Button> : null}
          <Button kind="quiet" onPress={() => setAsking('move')}>{t('appointments.move')}</Button>
          <Button kind="quiet" onPress={() => setAsking('cancel')}>{t('appointments.cancel')}</Button>
        </>
      ) : null}
      {confirmed.error === null ? null : <Notice tone="danger">{confirmed.error}</Notice>}
      {asking === 'move' ? <MoveDialog row={row} day={day} onClose={close} /> : null}
      {asking === 'courtesy' ? <BookLoanDialog borrower={{ customerName: row.customerName, phone: row.phone, appointmentId: row.id, fromAt: row.at, untilAt: new Date(Date.parse(row.at) + 8 * 3_600_000).toISOString() }} onClose={close} /> : null}
      {asking === 'cancel' ? <CancelAppointment row={row} onClose={close} /> : null}
    </div>
  )
}

/** The booked car stands at the door: its visit begins with what was booked. */
function ArriveButton({ row }: { row: AppointmentRow }) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const navigate = useNavigate()
  const deed = useDeed(registerArrival, ({ id }) => { void navigate({ to: `/repair-orders/${id}` }) })
  return (
    <>
      <Button busy={deed.busy} onPress={() => deed.run({ body: { plate: row.plate, purpose: row.purpose, concern: row.concern } })}>{t('appointments.arrive')}</Button>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </>
  )
}

/** The advisor sends it himself, by whatever the customer uses. */
function CopyMessage({ row }: { row: AppointmentRow }) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const { store } = useSession()
  const toast = useToast()
  const parts = row.parts.map(({ nameZh, nameEn, quantityThousandths, unit, short }) => ({ name: english ? nameEn : nameZh, amount: `${formatThousandths(quantityThousandths)} ${t.unit(unit)}`, short }))
  const extras = extrasOf({ ...row, courtesyPlate: row.courtesyPlate === null ? null : showPlate(row.courtesyPlate) }, parts, english ? ', ' : '、').map(({ key, facts }) => t(`appointments.${key}`, facts)).join('')
  const message = t('appointments.message', { extras, name: row.customerName, plate: showPlate(row.plate), time: moments.full(row.at), store: english ? store.nameEn : store.nameZh, purpose: t(`appointments.purpose.${row.purpose}`) })
  return <Button kind="quiet" onPress={() => { navigator.clipboard.writeText(message).then(() => toast({ text: t('appointments.copied') }), () => toast({ text: message })) }}>{t('appointments.copy')}</Button>
}

function CancelAppointment({ row, onClose }: { row: AppointmentRow; onClose: () => void }) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const toast = useToast()
  const deed = useDeed(cancel, () => { onClose(); toast({ text: t('appointments.cancelled') }) })
  return (
    <ConfirmDialog title={t('appointments.cancel')} confirmText={t('appointments.cancel')} busy={deed.busy} error={deed.error} onClose={onClose}
      reason={{ label: t('appointments.cancel-reason'), missing: t('appointments.cancel-missing') }} onConfirm={(reason) => deed.run({ params: { appointmentId: row.id }, body: { version: row.version, reason } })}>
      {t('appointments.cancel-question')}
    </ConfirmDialog>
  )
}
