import { CalendarCheck, ChevronLeft, ChevronRight, Plus, Shuffle } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { assignGreeting, seeGreeting, type GreetingDay } from '../contract.ts'
import { rosterPermissions } from '../permissions.ts'
import { SlotDialog } from './slot-dialog.tsx'
import { SlotLine } from './slot-line.tsx'
import { rosterTexts } from './texts.ts'

/** Who stands at the door when, and how often each did this month (STM-4.3, FDS-2.3). */
export function Greeting() {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const sentence = useSentence()
  const today = useToday()
  const [day, setDay] = useState(today)
  const greeting = useReading(seeGreeting, { query: { day } })
  return (
    <div className="roster">
      <div className="roster-head">
        <IconButton icon={ChevronLeft} kind="plain" aria-label={t('rosters.previous-day')} onPress={() => setDay(addDays(day, -1))} />
        <DateTimeField label={t('rosters.from')} hideLabel kind="date" name="day" value={day} onChange={(value) => { if (value !== '') setDay(value) }} />
        <IconButton icon={ChevronRight} kind="plain" aria-label={t('rosters.next-day')} onPress={() => setDay(addDays(day, 1))} />
        {day === today ? null : <Button kind="quiet" onPress={() => setDay(today)}>{t('rosters.today')}</Button>}
        {greeting.data === undefined ? null : <PlannersDeeds greeting={greeting.data} />}
      </div>
      <LoadBar busy={greeting.isFetching && greeting.data !== undefined} />
      {greeting.isError ? <LoadError state={{ error: sentence(greeting.error), onRetry: () => { void greeting.refetch() } }} /> : null}
      {greeting.isPending ? <Skeleton kind="list" lines={8} /> : null}
      {greeting.data === undefined ? null : <Day greeting={greeting.data} />}
    </div>
  )
}

function Day({ greeting }: { greeting: GreetingDay }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  return (
    <div className="roster-columns">
      {greeting.slots.length === 0 ? <EmptyState>{t('rosters.no-slots')}</EmptyState> : <ul className="k-panel">{greeting.slots.map((slot) => <SlotLine key={slot.starts} slot={slot} greeting={greeting} />)}</ul>}
      <Section panel title={t('rosters.turns')}>
        {greeting.people.length === 0 ? <p className="k-quiet-text">{t('rosters.none-greet')}</p> : null}
        <ul>{greeting.people.map(({ id, name, slots, from }) => <li key={id} className="roster-turn"><span className="k-cut">{name}{from === null ? <span className="k-quiet-text"> {t('rosters.not-there')}</span> : null}</span><span>{t('rosters.turns-count', { count: slots })}</span></li>)}</ul>
      </Section>
    </div>
  )
}

function PlannersDeeds({ greeting }: { greeting: GreetingDay }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const toast = useToast()
  const today = useToday()
  const mayPlan = useMay()(rosterPermissions.plan)
  const [adding, setAdding] = useState(false)
  const deed = useDeed(assignGreeting, ({ assigned, free }) => toast({ text: t('rosters.assigned', { count: assigned, free }) }))
  if (!mayPlan || greeting.day < today) return null
  const { day } = greeting
  return (
    <>
      <div className="k-actions">
        <Button icon={Plus} onPress={() => setAdding(true)}>{t('rosters.add-slot')}</Button>
        <Button icon={CalendarCheck} busy={deed.busy} onPress={() => deed.run({ body: { from: day, until: addDays(day, 6) } })}>{t('rosters.assign-week')}</Button>
        <Button icon={Shuffle} kind="primary" busy={deed.busy} whyNot={greeting.slots.some(({ personId, away, status }) => personId === null || (away && (status === 'planned' || status === 'running'))) ? null : t('rosters.nothing-free')} onPress={() => deed.run({ body: { from: day, until: day } })}>{t('rosters.assign')}</Button>
      </div>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {adding ? <SlotDialog greeting={greeting} onClose={() => setAdding(false)} /> : null}
    </>
  )
}
