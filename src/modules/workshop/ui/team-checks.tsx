import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Plate } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { checkJob, listJobsToCheck } from '../contract.ts'
import { whyNotSignCheck } from '../domain/checks.ts'
import { workshopPermissions } from '../permissions.ts'
import { CheckPoints, resultsOf, usePointPhotos, type CheckDraft } from './check-points.tsx'
import { useJobName } from './job-words.ts'
import { workshopTexts } from './texts.ts'

type Due = AnswerOf<typeof listJobsToCheck>['rows'][number]

/** Level 2: finished jobs of others that wait for somebody of the team to look at them; of one car, or of the shop. */
export function TeamChecks({ orderId }: { orderId?: string }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const may = useMay()(workshopPermissions.check)
  const { personId } = useSession()
  const due = useReading(listJobsToCheck, {}, { enabled: may })
  const rows = (due.data?.rows ?? []).filter((row) => row.technicianId !== personId && (orderId === undefined || row.orderId === orderId))
  if (rows.length === 0) return null
  return (
    <section className="k-stack" aria-label={t('workshop.team-check')}>
      <h2 className="my-jobs-heading">{t('workshop.checks-due', { count: rows.length })}</h2>
      <ul className="check-list">{rows.map((row) => <DueCard key={row.jobId} due={row} size={orderId === undefined ? 'phone' : 'desk'} />)}</ul>
    </section>
  )
}

function DueCard({ due, size }: { due: Due; size: 'phone' | 'desk' }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const moments = useMoments()
  const name = useJobName()(due)
  const [checking, setChecking] = useState(false)
  return (
    <li className="check-card k-panel" data-job={due.jobId}>
      <div className="check-head"><Plate text={showPlate(due.plate)} /><strong>{name}</strong><Button size={size} onPress={() => setChecking(true)}>{t('workshop.check-now')}</Button></div>
      <span className="k-quiet-text">{[t('workshop.check-of', { name: due.technicianName }), moments.full(due.finishedAt), due.bay].filter((part) => part !== '').join(' · ')}</span>
      {checking ? <TeamCheckDialog due={due} name={name} onClose={() => setChecking(false)} /> : null}
    </li>
  )
}

function TeamCheckDialog({ due, name, onClose }: { due: Due; name: string; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const [draft, setDraft] = useState<CheckDraft>({})
  const [result, setResult] = useState<'passed' | 'failed' | null>(null)
  const [reason, setReason] = useState('')
  const deed = useDeed(checkJob, () => { onClose(); toast({ text: t(result === 'failed' ? 'workshop.check-said-failed' : 'workshop.check-said-passed') }) })
  const results = resultsOf(draft)
  const photos = usePointPhotos(due)
  const whyNot = result === null ? t('workshop.result-missing') : t.refusal(whyNotSignCheck({ points: due.points, results, photos, result, reason }))
  const sign = () => { if (result !== null && whyNot === null) deed.run({ params: { jobId: due.jobId }, body: { version: due.version, result, reason: result === 'failed' ? reason : '', results } }) }
  return (
    <Dialog title={`${t('workshop.team-check')} ${name}`} size="small" onClose={onClose} onSubmit={sign}
      footer={<Button kind={result === 'failed' ? 'danger' : 'primary'} submit busy={deed.busy} whyNot={whyNot}>{t(result === 'failed' ? 'workshop.check-fail' : 'workshop.check-pass')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <CheckPoints jobId={due.jobId} orderId={due.orderId} points={due.points} draft={draft} onChange={setDraft} />
        <ChoiceField label={t('workshop.check-result')} required value={result} onChange={setResult} wide choices={[{ value: 'passed', text: t('workshop.result.passed') }, { value: 'failed', text: t('workshop.result.failed') }]} />
        {result === 'failed' ? <TextAreaField label={t('workshop.check-reason')} name="reason" required rows={2} value={reason} onChange={setReason} maxLength={300} /> : null}
        {whyNot === null ? null : <p className="k-quiet-text" role="status">{whyNot}</p>}
      </div>
    </Dialog>
  )
}
