import { CalendarPlus, ChevronLeft, ChevronRight, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { confirmBoard, seeBoard, type Board } from '../contract.ts'
import { appointmentPermissions } from '../permissions.ts'
import { AppointmentCard } from './appointment-card.tsx'
import { BookDialog } from './book-dialog.tsx'
import { CallList } from './call-list.tsx'
import { DayLoad } from './day-load.tsx'
import { Figures, GreetedFigures } from './figures.tsx'
import { appointmentTexts } from './texts.ts'
import { ShortParts } from './wished-parts.tsx'
import './appointments.css'

/** The appointments of a day: who comes when, how full the bays are, whom to call. */
export function BoardPage() {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const sentence = useSentence()
  const may = useMay()
  const today = useToday()
  const [day, setDay] = useState(today)
  const [booking, setBooking] = useState(false)
  const board = useReading(seeBoard, { query: { day } })
  return (
    <PageFrame title={t('appointments.board')} actions={may(appointmentPermissions.book) ? <Button kind="primary" icon={CalendarPlus} onPress={() => setBooking(true)}>{t('appointments.book')}</Button> : null}>
      <div className="board-day">
        <IconButton icon={ChevronLeft} aria-label={t('appointments.previous-day')} onPress={() => setDay(addDays(day, -1))} />
        <DateTimeField label={t('appointments.day')} hideLabel kind="date" name="day" value={day} onChange={(value) => { if (value !== '') setDay(value) }} />
        <IconButton icon={ChevronRight} aria-label={t('appointments.next-day')} onPress={() => setDay(addDays(day, 1))} />
        {day === today ? null : <Button kind="quiet" onPress={() => setDay(today)}>{t('appointments.today')}</Button>}
        {board.data === undefined ? null : <Confirmation board={board.data} today={today} />}
      </div>
      <LoadBar busy={board.isFetching && board.data !== undefined} />
      {board.isError ? <LoadError state={{ error: sentence(board.error), onRetry: () => { void board.refetch() } }} /> : null}
      {board.isPending ? <Skeleton kind="list" lines={6} /> : null}
      {board.data === undefined ? null : (
        <div className="board">
          <div className="board-main">
            {board.data.open === null ? <Notice tone="warn">{t('appointments.closed')}</Notice> : null}
            {board.data.rows.length === 0 ? <EmptyState>{t('appointments.none')}</EmptyState> : null}
            <ul className="board-list">{board.data.rows.map((row) => <AppointmentCard key={row.id} row={row} today={today} day={day} />)}</ul>
          </div>
          <div className="board-side">
            <DayLoad board={board.data} />
            <ShortParts />
            {may(appointmentPermissions.call) ? <CallList /> : null}
            <Figures />
            {may(repairOrderPermissions.see) ? <GreetedFigures /> : null}
          </div>
        </div>
      )}
      {booking ? <BookDialog day={day < today ? today : day} onClose={() => setBooking(false)} /> : null}
    </PageFrame>
  )
}

/** FDS-2.1: before opening somebody says that the board is current. */
function Confirmation({ board, today }: { board: Board; today: string }) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const moments = useMoments()
  const may = useMay()
  const toast = useToast()
  const deed = useDeed(confirmBoard, ({ booked }) => toast({ text: t('appointments.said-board-confirmed', { count: booked }) }))
  if (board.confirmed !== null) return <span className="k-quiet-text">{t('appointments.board-confirmed', { name: board.confirmed.personName, time: moments.time(board.confirmed.at) })}</span>
  if (board.day !== today) return null
  return (
    <>
      <span className="k-quiet-text">{t('appointments.board-not-confirmed')}</span>
      {may(appointmentPermissions.confirmBoard) ? <Button icon={CircleCheck} busy={deed.busy} onPress={() => deed.run({ body: { day: board.day } })}>{t('appointments.confirm-board')}</Button> : null}
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </>
  )
}
