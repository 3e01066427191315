import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { WorkProgress } from '../../../ui-kit/progress-bar.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { seePlan, type PlanDetail } from '../contract.ts'
import { PlanDeeds } from './plan-deeds.tsx'
import { PlanLines } from './plan-lines.tsx'
import { PlanTags } from './plan-tags.tsx'
import { partsPlanTexts } from './texts.ts'

/** One plan: how far it is, what it comes to against the last one, and its lines. */
export function PlanSheet({ planId }: { planId: string }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const sentence = useSentence()
  const navigate = useNavigate()
  const { data, isPending, isError, error, refetch } = useReading(seePlan, { params: { planId } })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const title = data === undefined ? t('parts-plan.plans') : `${t('parts-plan.plans')} ${data.month} · ${t(`parts-plan.kind.${data.kind}`)}`
  return (
    <PageFrame title={title} fill note={data === undefined ? undefined : <PlanTags plan={data} />} actions={<Button icon={ArrowLeft} onPress={() => { void navigate({ to: '/parts-plans' }) }}>{t('parts-plan.plans')}</Button>}>
      <article className="pp-page k-panel" aria-label={data?.number}>
        {isPending ? <LoadBar busy /> : isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : (
          <>
            <header className="pp-head"><h2>{data.number}</h2><span className="k-quiet-text">{t('parts-plan.edition-of', { edition: data.edition })}</span><PlanDeeds plan={data} chosen={chosen} onDrawn={() => setChosen(new Set())} /></header>
            {data.returnedWords === '' ? null : <Notice tone="warn" title={`${t('parts-plan.returned')} · ${data.returnedByName ?? ''}`}>{data.returnedWords}</Notice>}
            {data.status === 'submitted' && data.own ? <Notice tone="info">{t('parts-plan.own-note')}</Notice> : null}
            {data.proposing === null ? null : <Proposing {...data.proposing} />}
            <PlanFacts plan={data} />
            <PlanLines plan={data} chosen={chosen} onChoose={setChosen} />
          </>
        )}
      </article>
    </PageFrame>
  )
}

function Proposing({ done, whole }: NonNullable<PlanDetail['proposing']>) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const words = t('parts-plan.proposing-progress', { done: done.toLocaleString('en'), whole: whole.toLocaleString('en') })
  return <WorkProgress label={t('parts-plan.status.proposing')} done={done} whole={whole} words={words} hint={t('parts-plan.proposing-hint')} />
}

function PlanFacts({ plan }: { plan: PlanDetail }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const moments = useMoments()
  const said = (name: string | null, at: string | null) => `${name ?? ''} ${at === null ? '' : moments.time(at)}`
  const { last } = plan
  return (
    <Facts layout="columns" facts={[
      { id: 'planned', label: t('parts-plan.planned-value'), value: <Money fen={plan.plannedFen} strong /> }, { id: 'proposed', label: t('parts-plan.proposed-value'), value: <Money fen={plan.proposedFen} /> },
      { id: 'lines', label: t('parts-plan.planned-lines'), value: `${String(plan.planned)} / ${String(plan.lines)}` }, { id: 'changed', label: t('parts-plan.changed-count'), value: plan.changed }, { id: 'emergency', label: t('parts-plan.emergency-count'), value: plan.emergency },
      ...(last === null ? [{ id: 'last', label: t('parts-plan.last-value'), value: t('parts-plan.no-last') }] : [
        { id: 'last', label: t('parts-plan.last-value'), value: <Link to={`/parts-plans/${last.id}`}><Money fen={last.lastFen} /></Link> },
        { id: 'against', label: t('parts-plan.against-last', { month: last.month }), value: t('parts-plan.against-words', { more: last.more, less: last.less, fresh: last.fresh, dropped: last.dropped }) },
      ]),
      { id: 'proposed-by', label: t('parts-plan.proposed-by'), value: said(plan.proposedByName, plan.proposedAt) },
      ...(plan.submittedAt === null ? [] : [{ id: 'submitted', label: t('parts-plan.submitted-by'), value: said(plan.submittedByName, plan.submittedAt) }]),
      ...(plan.approvedAt === null ? [] : [{ id: 'approved', label: t('parts-plan.approved-by'), value: said(plan.approvedByName, plan.approvedAt) }]),
      ...(plan.uploadedAt === null ? [] : [{ id: 'uploaded', label: t('parts-plan.uploaded-by'), value: `${said(plan.uploadedByName, plan.uploadedAt)} ${plan.uploadReference}` }]),
      ...(plan.reason === '' ? [] : [{ id: 'reason', label: t('parts-plan.correction-reason'), value: plan.reason, wide: true }]),
    ]} />
  )
}
