import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import type { JobView, WorkView } from '../contract.ts'
import { workshopTexts } from './texts.ts'
import './checks.css'

/** Where a job stands with levels 1 and 2. */
export function CheckState({ job }: { job: JobView }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const states = [['workshop.self-check', job.selfCheck], ['workshop.team-check', job.teamCheck]] as const
  return <>{states.map(([level, state]) => (state === null ? null : <StatusTag key={level} tone={state === 'due' ? 'warn' : 'done'} text={t(`workshop.check-state.${state}`, { level: t(level) })} />))}</>
}

/** Who checked a job, what was measured, and why it went back. */
export function CheckHistory({ checks, jobId }: { checks: WorkView['checks']; jobId: string }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const own = checks.filter((check) => check.jobId === jobId && (check.points.length > 0 || check.level === 2))
  return (
    <>{own.map((check) => (
      <div key={check.id} className="check-values">
        <span>{t('workshop.check-line', { level: t(check.level === 1 ? 'workshop.self-check' : 'workshop.team-check'), name: check.personName, time: moments.full(check.at) })}</span>
        {check.result === 'failed' ? <StatusTag tone="danger" text={t('workshop.rework-reason', { reason: check.reason })} /> : null}
        {check.points.filter(({ measured }) => measured !== null).map((point) => <span key={point.key}>{english ? point.nameEn : point.nameZh} <strong>{(point.measured ?? 0) / 1_000} {point.value?.unit ?? ''}</strong></span>)}
      </div>
    ))}</>
  )
}
