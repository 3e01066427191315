import { Link } from '@tanstack/react-router'
import { ArrowRight, Megaphone } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useNow } from '../../../platform/web/use-now.ts'
import { Button, buttonClass } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { Badge, StatusTag } from '../../../ui-kit/tag.tsx'
import { MissingYearReminder } from '../../organisation/ui/public.tsx'
import { OwnTasks, ReportProblem, useOwnTasks } from '../../tasks/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { seeSupervision, seeToday, type InstanceRow, type Today } from '../contract.ts'
import { dutyPermissions } from '../permissions.ts'
import { DutyCard } from './duty-card.tsx'
import { useNameOf } from './duty-words.ts'
import { SeenDialog } from './record-dialog.tsx'
import { ReportEvent } from './report-event.tsx'
import { StandingFigures } from './standing-figures.tsx'
import { dutyTexts } from './texts.ts'
import './duties.css'

const minute = 60_000

/** The first page of everyone: what is late, due now, next; each with the button that does the work. */
export function TodayPage() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const may = useMay()
  const [reporting, setReporting] = useState(false)
  const today = useReading(seeToday, {}, { refetchInterval: minute })
  return (
    <PageFrame title={t('duties.today')} note={today.data?.day} actions={<>{may(dutyPermissions.report) ? <Button icon={Megaphone} onPress={() => setReporting(true)}>{t('duties.report')}</Button> : null}<ReportProblem /></>}>
      <LoadBar busy={today.isFetching && today.data !== undefined} />
      {today.isError ? <LoadError state={{ error: sentence(today.error), onRetry: () => { void today.refetch() } }} /> : null}
      {today.isPending ? <Skeleton kind="list" lines={6} /> : null}
      <MissingYearReminder />
      {may(dutyPermissions.supervise) ? <NotFollowedUp /> : null}
      {today.data === undefined ? null : <Lists today={today.data} />}
      {reporting ? <ReportEvent onClose={() => setReporting(false)} /> : null}
    </PageFrame>
  )
}

/** A manager's own debt: what his people did not do and he has not spoken about. */
function NotFollowedUp() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const debt = useReading(seeSupervision, { query: { limit: 1 } }, { refetchInterval: minute }).data?.debt ?? 0
  if (debt === 0) return null
  return (
    <section className="duty-card duty-debt k-panel" aria-label={t('duties.supervision')}>
      <div className="duty-head"><span className="duty-name">{t('duties.supervision')}</span><StatusTag tone="danger" text={t('duties.debt', { count: debt })} /></div>
      <div className="duty-deed"><Link to="/supervision" className={buttonClass('plain')}><ArrowRight size={15} aria-hidden /><span className="k-button-text">{t('duties.go')}</span></Link></div>
    </section>
  )
}

function Lists({ today }: { today: Today }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const { late, now, next, over, missed, standing, tasks, findings } = today
  const own = useOwnTasks()
  const nothing = [late, now, next, over, missed, standing, tasks, findings, own].every(({ length }) => length === 0)
  return (
    <div className="duties">
      <div className="duties-main">
        {nothing ? <EmptyState>{t('duties.nothing')}</EmptyState> : null}
        <DutyList title={t('duties.late')} rows={late} tone="danger" first />
        <OwnTasks rows={own} />
        <Tasks tasks={tasks} />
        <OwnFindings findings={findings} />
        <DutyList title={t('duties.now')} rows={now} first={late.length === 0} />
        <DutyList title={t('duties.missed')} rows={missed} tone="danger" />
        <DutyList title={t('duties.next')} rows={next} upcoming />
        <DutyList title={t('duties.over-today')} rows={over} />
      </div>
      <StandingFigures standing={standing} />
    </div>
  )
}

type DutyListProps = { title: string; rows: readonly InstanceRow[]; tone?: 'danger' | undefined; /** Its first button is the main one of the page. */ first?: boolean | undefined; upcoming?: boolean | undefined }

function DutyList({ title, rows, tone, first = false, upcoming = false }: DutyListProps) {
  if (rows.length === 0) return null
  return (
    <Section title={<>{title} <Badge count={rows.length} {...(tone === undefined ? {} : { tone })} /></>}>
      <ul className="duty-list">{rows.map((row, index) => <DutyCard key={row.id} row={row} main={first && index === 0} upcoming={upcoming} />)}</ul>
    </Section>
  )
}

/** What process audits found at my cars: it goes when a later audit passes it. */
function OwnFindings({ findings }: { findings: Today['findings'] }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const nameOf = useNameOf()
  if (findings.length === 0) return null
  return (
    <Section title={<>{t('duties.audit-open')} <Badge count={findings.length} tone="danger" /></>}>
      <ul className="duty-list">
        {findings.map((finding) => (
          <li key={finding.point} className="duty-card k-panel">
            <div className="duty-head"><span className="duty-name">{nameOf(finding)}</span><StatusTag tone="danger" text={t('duties.point.fail')} /></div>
            <p className="k-quiet-text">{showPlate(finding.plate)} · {moments.full(finding.at)} · {finding.note}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Failed points of checklists: they go when the point passes, on the next round or looked at again before. */
function Tasks({ tasks }: { tasks: Today['tasks'] }) {
  const now = useNow(30)
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const nameOf = useNameOf()
  const may = useMay()(dutyPermissions.file)
  const [looking, setLooking] = useState<string | null>(null)
  const seen = tasks.find(({ id }) => id === looking)
  if (tasks.length === 0) return null
  return (
    <Section title={<>{t('duties.tasks')} <Badge count={tasks.length} tone="danger" /></>}>
      <ul className="duty-list">
        {tasks.map((task) => (
          <li key={task.id} className="duty-card k-panel">
            <div className="duty-head"><span className="duty-name">{nameOf(task)}</span><StatusTag tone="danger" text={t('duties.point.fail')} /></div>
            <p>{task.note}</p>
            <p className="k-quiet-text">{t('duties.task-from', { checklist: nameOf({ zh: task.checklistZh, en: task.checklistEn }), name: task.openedByName, time: moments.time(task.openedAt) })} · <span className={Date.parse(task.dueAt) < now ? 'duty-overdue' : undefined}>{t(Date.parse(task.dueAt) < now ? 'duties.was-due' : 'duties.due', { time: moments.time(task.dueAt) })}</span></p>
            {may ? <Button onPress={() => setLooking(task.id)}>{t('duties.see-again')}</Button> : null}
          </li>
        ))}
      </ul>
      {seen === undefined ? null : <SeenDialog task={seen} onClose={() => setLooking(null)} />}
    </Section>
  )
}
