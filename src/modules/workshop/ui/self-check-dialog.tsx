import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useDraft } from '../../../platform/web/use-draft.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { finishJob } from '../contract.ts'
import { whyNotPassPoints } from '../domain/checks.ts'
import { CheckPoints, resultsOf, usePointPhotos, type CheckDraft } from './check-points.tsx'
import type { MyJobProps } from './my-job.tsx'
import { workshopTexts } from './texts.ts'
import { useWaits } from './use-waits.ts'

type Props = { job: MyJobProps['job']; name: string; plate: string; onClose: () => void }

/** Level 1: the technician answers the points of this kind of work, and with that the job is finished; without a network it waits like every deed of the clock. */
export function SelfCheckDialog({ job, name, plate, onClose }: Props) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const [draft, change, forget] = useDraft<CheckDraft>(`self-check.${job.id}`, () => ({}))
  const waits = useWaits(job.id)
  const over = () => { forget(); onClose() }
  const deed = useDeed(finishJob, () => { over(); toast({ text: t('workshop.said-finished') }) }, waits(t('workshop.finish'), plate, over))
  const { id: jobId, orderId, points } = job
  const results = resultsOf(draft)
  const whyNot = t.refusal(whyNotPassPoints({ points, results, photos: usePointPhotos({ jobId, orderId, points }) }))
  const finish = () => { if (whyNot === null) deed.run({ params: { jobId }, body: { at: new Date().toISOString(), results } }) }
  return (
    <Dialog title={t(points.length === 0 ? 'workshop.finish' : 'workshop.self-check-title')} size="small" onClose={onClose} onSubmit={finish} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('workshop.finish')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{t('workshop.finish-question', { job: name })}</p>
        {points.length === 0 ? null : <CheckPoints jobId={jobId} orderId={orderId} points={points} draft={draft} onChange={change} />}
        <p className="k-quiet-text">{t('workshop.self-check-confirm')}</p>
        {points.length === 0 || whyNot === null ? null : <p className="k-quiet-text" role="status">{whyNot}</p>}
      </div>
    </Dialog>
  )
}
