import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { auditCar, seeAudits } from '../contract.ts'
import { CheckPoints, useCheckPoints } from './check-points.tsx'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'
import './duties.css'

type Audits = AnswerOf<typeof seeAudits>
type Car = Audits['next'][number]

/** Process audits: the next car of each advisor in turn, what was found, and where the desk is weak. */
export function AuditsPage() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const { data, isError, error, isPending, isFetching, refetch } = useReading(seeAudits, {})
  const [auditing, setAuditing] = useState<Car | null>(null)
  return (
    <PageFrame title={t('duties.audits')} note={data === undefined ? undefined : t('duties.audits-today', { count: data.done.length })}>
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {isPending ? <Skeleton kind="list" lines={6} /> : null}
      {data === undefined ? null : (
        <div className="duties">
          <div className="duties-main">
            <Section title={t('duties.audit-next')}>
              {data.next.length === 0 ? <EmptyState>{t('duties.audit-none')}</EmptyState> : null}
              <ul className="duty-list">{data.next.map((car, index) => <NextCar key={car.orderId} car={car} main={index === 0} onAudit={() => setAuditing(car)} />)}</ul>
            </Section>
            <DoneToday done={data.done} />
            <Findings findings={data.findings} />
          </div>
          <Trend trend={data.trend} />
        </div>
      )}
      {auditing === null || data === undefined ? null : <AuditDialog car={auditing} points={data.points} onClose={() => setAuditing(null)} />}
    </PageFrame>
  )
}

function NextCar({ car, main, onAudit }: { car: Car; main: boolean; onAudit: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  return (
    <li className="duty-card k-panel">
      <div className="duty-head"><Link to={`/repair-orders/${car.orderId}`}><Plate text={showPlate(car.plate)} /></Link><span>{car.advisorName}</span>{car.appointed ? <StatusTag tone="info" text={t('duties.audit-appointed')} /> : null}</div>
      <p className="k-quiet-text">{t('duties.audit-arrived', { time: moments.time(car.arrivedAt) })} · {car.lastAuditAt === null ? t('duties.audit-never') : t('duties.audit-last', { time: moments.full(car.lastAuditAt) })}</p>
      <div className="duty-deed"><Button kind={main ? 'primary' : 'plain'} onPress={onAudit}>{t('duties.audit')}</Button></div>
    </li>
  )
}

function DoneToday({ done }: { done: Audits['done'] }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const nameOf = useNameOf()
  if (done.length === 0) return null
  return (
    <Section title={t('duties.audits-done')}>
      <ul className="duty-list">
        {done.map((audit) => (
          <li key={audit.id} className="duty-card k-panel">
            <div className="duty-head"><Plate text={showPlate(audit.plate)} /><span>{audit.advisorName}</span>
              <StatusTag tone={audit.failed === 0 ? 'active' : 'danger'} text={audit.failed === 0 ? t('duties.point.pass') : t('duties.audit-failed', { count: audit.failed })} /></div>
            <p className="k-quiet-text">{t('duties.by', { name: audit.personName, time: moments.time(audit.at) })}</p>
            {audit.points.filter(({ result }) => result === 'fail').map((point) => <p key={point.point}>{nameOf(point)} · {point.note}</p>)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Findings({ findings }: { findings: Audits['findings'] }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const nameOf = useNameOf()
  if (findings.length === 0) return null
  return (
    <Section title={t('duties.audit-open')}>
      <ul className="duty-list">
        {findings.map((finding) => (
          <li key={`${finding.advisorId}${finding.point}`} className="duty-card k-panel">
            <div className="duty-head"><span className="duty-name">{nameOf(finding)}</span><StatusTag tone="danger" text={finding.advisorName} /></div>
            <p className="k-quiet-text">{showPlate(finding.plate)} · {moments.full(finding.at)} · {finding.note}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Weak = Audits['trend'][number]

function Trend({ trend }: { trend: Audits['trend'] }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  if (trend.length === 0) return null
  const columns: Column<Weak>[] = [
    { id: 'point', header: t('duties.audit-point'), cell: (row) => nameOf(row) },
    { id: 'passed', header: t('duties.point.pass'), align: 'end', width: 64, cell: ({ passed }) => passed },
    { id: 'failed', header: t('duties.point.fail'), align: 'end', width: 72, cell: ({ failed }) => failed },
  ]
  return <Section title={t('duties.audit-trend')} panel><DataTable label={t('duties.audit-trend')} columns={columns} rows={trend} rowKey={({ point }) => point} minimumWidth={300} /></Section>
}

function AuditDialog({ car, points, onClose }: { car: Car; points: Audits['points']; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const toast = useToast()
  const { answers, put, bare, whyNot, results } = useCheckPoints(points)
  const deed = useDeed(auditCar, ({ failed }) => { onClose(); toast({ text: failed === 0 ? t('duties.audited') : t('duties.audited-failed', { count: failed }) }) })
  return (
    <Dialog title={t('duties.audit-title', { plate: showPlate(car.plate), advisor: car.advisorName })} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { orderId: car.orderId, points: results } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('duties.audit')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <CheckPoints points={points} answers={answers} put={put} bare={bare} />
      </div>
    </Dialog>
  )
}
