import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { loadYear, seeCalendar } from '../contract.ts'
import { weekdayOf } from '../domain/opening.ts'
import { organisationPermissions } from '../permissions.ts'
import { DayDialog } from './day-dialog.tsx'
import { hoursOfDay, type CalendarYear } from './hours-of-day.ts'
import { MissingYear } from './missing-year.tsx'
import { organisationTexts } from './texts.ts'
import { WeekForm } from './week-form.tsx'
import './administration.css'

/** When the house is open, and which days the public calendar sets apart. */
export function CalendarPage() {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const sentence = useSentence()
  const today = useToday()
  const [tab, setTab] = useState('month')
  const [month, setMonth] = useState(today.slice(0, 7))
  const calendar = useReading(seeCalendar, { query: { year: Number(month.slice(0, 4)) } })
  return (
    <PageFrame fill title={t('organisation.calendar')} tabs={{
      label: t('organisation.calendar'), current: tab, onChange: setTab, tabs: [{ id: 'month', text: t('organisation.month-view') }, { id: 'week', text: t('organisation.opening-hours') }],
    }}>
      {calendar.isPending ? <LoadBar busy /> : calendar.isError
        ? <LoadError state={{ error: sentence(calendar.error), onRetry: () => { void calendar.refetch() } }} />
        : tab === 'month' ? <Month calendar={calendar.data} month={month} onMonth={setMonth} /> : <WeekForm calendar={calendar.data} />}
    </PageFrame>
  )
}

/** Any week that begins on a Monday, for the names of the days. */
const firstWeek = Array.from({ length: 7 }, (_, index) => addDays('2026-11-23', index))

function moved(month: string, months: number): string {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 7)
}

function daysOf(month: string): string[] {
  const first = `${month}-01`
  return Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter((day) => day.startsWith(month))
}

function Month({ calendar, month, onMonth }: { calendar: AnswerOf<typeof seeCalendar>; month: string; onMonth: (month: string) => void }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const mayEdit = useMay()(organisationPermissions.maintainCalendar)
  const [editing, setEditing] = useState<string | null>(null)
  const days = daysOf(month)
  const year = Number(month.slice(0, 4))
  const title = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
  const weekday = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'short', timeZone: 'UTC' })
  const gap = weekdayOf(days[0] ?? '') - 1
  const rest = 7 - weekdayOf(days.at(-1) ?? '')
  return (
    <div className="admin-page" tabIndex={0} role="group" aria-label={t('organisation.month-view')}>
      <div className="admin-head">
        <IconButton aria-label={t('organisation.previous-month')} icon={ChevronLeft} kind="plain" onPress={() => onMonth(moved(month, -1))} />
        <h2 aria-live="polite">{title}</h2>
        <IconButton aria-label={t('organisation.next-month')} icon={ChevronRight} kind="plain" onPress={() => onMonth(moved(month, 1))} />
      </div>
      {calendar.missing === null ? null : <MissingYear missing={calendar.missing} />}
      {calendar.publicDays.length > 0 || calendar.missing?.year === year ? null : <UnknownYear year={year} announced={calendar.announced} mayEdit={mayEdit} />}
      <div className="admin-month">
        {firstWeek.map((day) => <div key={day}>{weekday.format(new Date(`${day}T00:00:00Z`))}</div>)}
        {Array.from({ length: gap }, (_, index) => <span key={index} className="admin-day" data-shut="" aria-hidden />)}
        {days.map((day) => <DayCell key={day} calendar={calendar} day={day} onEdit={mayEdit ? setEditing : null} />)}
        {Array.from({ length: rest }, (_, index) => <span key={`after ${String(index)}`} className="admin-day" data-shut="" aria-hidden />)}
      </div>
      {editing === null ? null : <DayDialog calendar={calendar} day={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

function UnknownYear({ year, announced, mayEdit }: { year: number; announced: number; mayEdit: boolean }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const toast = useToast()
  const deed = useDeed(loadYear, ({ added }) => toast({ text: t('organisation.year-loaded', { count: added }) }))
  return (
    <Notice tone="warn" action={mayEdit && announced > 0 ? <Button size="desk" busy={deed.busy} onPress={() => deed.run({ body: { year } })}>{t('organisation.load-year')}</Button> : undefined}>
      {deed.error ?? t('organisation.year-unknown', { year })}
    </Notice>
  )
}

function DayCell({ calendar, day, onEdit }: { calendar: CalendarYear; day: string; onEdit: ((day: string) => void) | null }) {
  const t = useTexts(organisationTexts.zh, organisationTexts.en)
  const language = useLanguage()
  const today = useToday()
  const hours = hoursOfDay(calendar, day)
  const known = calendar.publicDays.find((row) => row.day === day)
  const note = calendar.exceptions.find((row) => row.day === day)?.note ?? ''
  const content = (
    <>
      <strong>{Number(day.slice(8))}</strong>
      {known === undefined ? null : <span className={`k-cut ${known.kind === 'holiday' ? 'admin-holiday' : 'admin-worked'}`}>{language === 'en' ? known.nameEn : known.nameZh}{known.kind === 'workday' ? ` ${t('organisation.public.workday')}` : ''}</span>}
      {hours === null ? <span className="k-quiet-text">{t('organisation.closed')}</span> : <span className="k-quiet-text admin-hours">{hours.opens}–{hours.closes}</span>}
      {note === '' ? null : <span className="k-cut">{note}</span>}
    </>
  )
  const marks = { 'data-shut': hours === null ? '' : undefined, 'data-today': day === today ? '' : undefined }
  return onEdit === null ? <span className="admin-day" {...marks}>{content}</span> : <button type="button" className="admin-day" {...marks} onClick={() => onEdit(day)}>{content}</button>
}
