import { ChevronLeft, ChevronRight, Copy, Settings2, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { copyWeek, seeWeek, type Week } from '../contract.ts'
import { mondayOf } from '../domain/roster.ts'
import { rosterPermissions } from '../permissions.ts'
import { AbsenceDialog } from './absence-dialog.tsx'
import { ShiftsDialog } from './shifts-dialog.tsx'
import { rosterTexts } from './texts.ts'
import { usePlanning } from './use-planning.tsx'
import { DayList } from './day-list.tsx'
import { WeekTable } from './week-table.tsx'
import { useDayWords } from './work-words.ts'

/** The week of everybody on a desk; one day at a time on a phone. */
export function WeekRoster() {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const sentence = useSentence()
  const today = useToday()
  const narrow = useMedia('(max-width: 700px)')
  const [day, setDay] = useState(today)
  const monday = mondayOf(day)
  const week = useReading(seeWeek, { query: { from: monday } })
  return (
    <div className="roster">
      <WeekHead day={day} narrow={narrow} onDay={setDay} week={week.data} />
      <LoadBar busy={week.isFetching && week.data !== undefined} />
      {week.isError ? <LoadError state={{ error: sentence(week.error), onRetry: () => { void week.refetch() } }} /> : null}
      {week.isPending ? <Skeleton kind="rows" lines={12} /> : null}
      {week.data?.people.length === 0 ? <EmptyState>{t('rosters.nobody')}</EmptyState> : null}
      {week.data === undefined || week.data.people.length === 0 ? null : <Plan week={week.data} day={narrow ? day : null} />}
    </div>
  )
}

function Plan({ week, day }: { week: Week; day: string | null }) {
  const planning = usePlanning(week)
  return (
    <>
      {planning.error}
      {day === null ? <WeekTable week={week} onCell={planning.onCell} onPerson={planning.onPerson} /> : <DayList week={week} day={day} onCell={planning.onCell} />}
      {planning.popups}
    </>
  )
}

function WeekHead({ day, narrow, onDay, week }: { day: string; narrow: boolean; onDay: (day: string) => void; week: Week | undefined }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const today = useToday()
  const words = useDayWords()
  const step = narrow ? 1 : 7
  const monday = mondayOf(day)
  return (
    <div className="roster-head">
      <IconButton icon={ChevronLeft} kind="plain" aria-label={t(narrow ? 'rosters.previous-day' : 'rosters.previous-week')} onPress={() => onDay(addDays(day, -step))} />
      <h2 aria-live="polite">{narrow ? words(day) : t('rosters.span', { from: words(monday), until: words(addDays(monday, 6)) })}</h2>
      <IconButton icon={ChevronRight} kind="plain" aria-label={t(narrow ? 'rosters.next-day' : 'rosters.next-week')} onPress={() => onDay(addDays(day, step))} />
      {(narrow ? day === today : monday === mondayOf(today)) ? null : <Button kind="quiet" onPress={() => onDay(today)}>{t(narrow ? 'rosters.today' : 'rosters.this-week')}</Button>}
      {week === undefined ? null : <PlannersDeeds week={week} monday={monday} />}
    </div>
  )
}

function PlannersDeeds({ week, monday }: { week: Week; monday: string }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const may = useMay()
  const toast = useToast()
  const [open, setOpen] = useState<'copy' | 'shifts' | 'absence' | null>(null)
  const close = () => setOpen(null)
  const copy = useDeed(copyWeek, ({ changed }) => { close(); toast({ text: t('rosters.copied', { count: changed }) }) })
  if (!may(rosterPermissions.plan)) return null
  return (
    <div className="k-actions">
      <Button icon={Settings2} onPress={() => setOpen('shifts')}>{t('rosters.shifts')}</Button>
      {addDays(monday, 6) < week.today ? null : <Button icon={Copy} onPress={() => setOpen('copy')}>{t('rosters.copy-week')}</Button>}
      <Button icon={UserRoundX} kind="primary" onPress={() => setOpen('absence')}>{t('rosters.record-absence')}</Button>
      {open === 'copy' ? <ConfirmDialog kind="primary" title={t('rosters.copy-week')} confirmText={t('rosters.copy-week')} busy={copy.busy} error={copy.error} onClose={close} onConfirm={() => copy.run({ body: { from: monday } })}>{t('rosters.copy-ask')}</ConfirmDialog> : null}
      {open === 'shifts' ? <ShiftsDialog week={week} onClose={close} /> : null}
      {open === 'absence' ? <AbsenceDialog people={week.people} day={monday < week.today ? week.today : monday} onClose={close} /> : null}
    </div>
  )
}
