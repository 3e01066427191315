import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useDeed, useReading, useSeenVersion, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { announceCalendar, listKinds, seeCalendar, setCalendar } from '../contract.ts'
import { monthAfter, monthBefore, monthOf, type OrderDay } from '../domain/calendar.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { Kinds } from './kinds.tsx'
import { Sheets } from './sheets.tsx'
import { Suppliers } from './suppliers.tsx'
import { partsOrderTexts } from './texts.ts'
import './parts-orders.css'

const tabs = ['calendar', 'kinds', 'sheets', 'suppliers'] as const
type TabId = (typeof tabs)[number]

/** When orders are placed, what kinds there are, and who supplies. */
export function CalendarPage() {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const [tab, setTab] = useState<TabId>('calendar')
  return (
    <PageFrame title={t('parts-orders.calendar')}>
      <Tabs label={t('parts-orders.calendar')} current={tab} onChange={(id) => setTab(tabs.find((known) => known === id) ?? 'calendar')} tabs={tabs.map((id) => ({ id, text: t(`parts-orders.${id}`) }))}>
        {tab === 'calendar' ? <Calendar /> : tab === 'kinds' ? <Kinds /> : tab === 'sheets' ? <Sheets /> : <Suppliers />}
      </Tabs>
    </PageFrame>
  )
}

type View = { days: readonly OrderDay[]; version: number; announcedAt: string | null; announcedByName: string | null; loadedAt: string | null; loadedByName: string | null }

function Calendar() {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const sentence = useSentence()
  const today = useToday()
  const [month, setMonth] = useState(monthOf(today))
  const view = useReading(seeCalendar, { query: { month } })
  return (
    <div className="k-stack">
      <div className="k-row">
        <Button onPress={() => setMonth(monthBefore(month))}>{t('parts-orders.month-before')}</Button><h2>{month}</h2><Button onPress={() => setMonth(monthAfter(month))}>{t('parts-orders.month-after')}</Button>
      </div>
      {view.isPending ? <LoadBar busy /> : null}
      {view.isError ? <LoadError state={{ error: sentence(view.error), onRetry: () => { void view.refetch() } }} /> : null}
      {view.data === undefined ? null : <Month month={month} view={view.data} today={today} key={month} />}
    </div>
  )
}

/** Seen by the desk; edited by ticking a kind on its days. */
function Month({ month, view, today }: { month: string; view: View; today: string }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const toast = useToast()
  const may = useMay()
  const [edited, setEdited] = useState<readonly OrderDay[] | null>(null)
  const [announcing, setAnnouncing] = useState(false)
  const save = useDeed(setCalendar, () => { setEdited(null); toast({ text: t('parts-orders.saved') }) })
  const seen = useSeenVersion(view.version, save, edited !== null)
  const announce = useDeed(announceCalendar, () => { setAnnouncing(false); toast({ text: t('parts-orders.announced-now') }) })
  return (
    <>
      <div className="k-row">
        {edited === null && may(partsOrderPermissions.keepCalendar) ? <Button onPress={() => setEdited(view.days)}>{t('parts-orders.edit-calendar')}</Button> : null}
        {edited === null && may(partsOrderPermissions.keepCalendar) ? <Link to="/exchange/new" search={{ kind: 'order-calendar' }}>{t('parts-orders.import-calendar')}</Link> : null}
        {edited === null ? null : <Button kind="primary" busy={save.busy} onPress={() => save.run({ params: { month }, body: { version: seen, days: [...edited] } })}>{t('parts-orders.save')}</Button>}
        {edited === null && may(partsOrderPermissions.announce) && view.announcedAt === null ? <Button kind="primary" whyNot={view.days.length === 0 ? t('parts-orders.month-empty') : null} onPress={() => setAnnouncing(true)}>{t('parts-orders.announce')}</Button> : null}
      </div>
      {save.error === null ? null : <Notice tone="danger">{save.error}</Notice>}
      <Known view={view} />
      {edited === null && view.days.length === 0 ? <EmptyState>{t('parts-orders.no-days')}</EmptyState> : <Days month={month} today={today} days={edited ?? view.days} onToggle={edited === null ? null : (day) => setEdited(edited.some((one) => one.day === day.day && one.kind === day.kind) ? edited.filter((one) => one.day !== day.day || one.kind !== day.kind) : [...edited, day])} />}
      {announcing ? <ConfirmDialog title={t('parts-orders.announce')} confirmText={t('parts-orders.announce')} kind="primary" busy={announce.busy} error={announce.error} onClose={() => setAnnouncing(false)} onConfirm={() => announce.run({ params: { month }, body: { version: view.version } })}>{t('parts-orders.announce-question')}</ConfirmDialog> : null}
    </>
  )
}

function Known({ view }: { view: View }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const moments = useMoments()
  if (view.loadedAt === null) return null
  return (
    <p className="k-row">
      {view.announcedAt === null ? <StatusTag tone="warn" text={t('parts-orders.not-announced')} /> : <StatusTag tone="done" text={t('parts-orders.announced', { name: view.announcedByName ?? '', time: moments.full(view.announcedAt) })} />}
      <span className="k-quiet-text">{t('parts-orders.loaded', { name: view.loadedByName ?? '', time: moments.full(view.loadedAt) })}</span>
    </p>
  )
}

const weekdays = { 'zh-CN': ['一', '二', '三', '四', '五', '六', '日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } as const

function Days({ month, today, days, onToggle }: { month: string; today: string; days: readonly OrderDay[]; onToggle: ((day: OrderDay) => void) | null }) {
  const language = useLanguage()
  const kinds = (useReading(listKinds, {}).data?.rows ?? []).filter(({ calendarBound, active }) => calendarBound && active)
  const [year = 0, number = 1] = month.split('-').map(Number)
  const first = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7
  const all = Array.from({ length: new Date(Date.UTC(year, number, 0)).getUTCDate() }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
  return (
    <div className="po-calendar">
      {weekdays[language].map((name) => <span className="po-weekday" key={name}>{name}</span>)}
      {Array.from({ length: first }, (_, index) => <span key={`before ${String(index)}`} />)}
      {all.map((day) => (
        <div className="po-day" data-today={day === today ? '' : undefined} key={day}>
          <span>{Number(day.slice(8))}</span>
          <span className="po-marks">{onToggle === null
            ? days.filter((one) => one.day === day).map(({ kind }) => <StatusTag key={kind} tone="active" text={kind} />)
            : kinds.map(({ code }) => {
              const on = days.some((one) => one.day === day && one.kind === code)
              return <button type="button" key={code} className="po-toggle" aria-pressed={on} aria-label={`${day} ${code}`} onClick={() => onToggle({ day, kind: code })}>{code}</button>
            })}</span>
        </div>
      ))}
    </div>
  )
}
