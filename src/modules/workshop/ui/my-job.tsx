import { CircleCheck, Pause } from 'lucide-react'
import { useState } from 'react'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { whyNotFinish } from '../domain/jobs.ts'
import { pauseReasonOf, toneOfJob, useJobName } from './job-words.ts'
import type { MyRow } from './my-car.tsx'
import { PauseSheet } from './pause-sheet.tsx'
import { useSpan } from './promise.tsx'
import { SelfCheckDialog } from './self-check-dialog.tsx'
import { StartButton } from './start-button.tsx'
import { workshopTexts } from './texts.ts'

export type MyJobProps = {
  job: MyRow['jobs'][number]
  /** Nothing this car needs is missing on the shelves: one that waited for parts can go on. */
  partsThere: boolean
  plate: string
  /** The plate on which one's clock runs, if any. */
  runningOn: string | null
  /** Its button is the main one of the page. */
  main: boolean
}

/** One job with its big buttons. */
export function MyJob({ job, partsThere, plate, runningOn, main }: MyJobProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const span = useSpan()
  const moments = useMoments()
  const name = useJobName()(job)
  const pause = pauseReasonOf(job)
  return (
    <li className="my-job">
      <div className="my-job-line">
        <span className="my-job-name">{name}</span>
        <Quantity thousandths={job.hoursThousandths} unit={t('workshop.hours-unit')} />
      </div>
      <div className="my-job-strip">
        <div className="k-row my-job-state">
          <StatusTag tone={toneOfJob[job.status]} text={[t(`workshop.job.${job.status}`), pause === null ? '' : t(`workshop.pause.${pause}`)].filter((part) => part !== '').join(' · ')} />
          {job.reworks === 0 ? null : <StatusTag tone="danger" text={t('workshop.rework', { count: job.reworks })} />}
          {pause === 'parts' && partsThere ? <StatusTag tone="active" text={t('workshop.parts-there')} /> : null}
          {job.clockedMinutes === 0 ? null : <span className="k-quiet-text">{t('workshop.clocked', { time: span(job.clockedMinutes) })}</span>}
        </div>
        {job.status === 'running' ? null : <StartButton job={job} partsThere={partsThere} plate={plate} runningOn={runningOn} main={main} />}
      </div>
      {job.reworks > 0 && job.status === 'dispatched' && job.reason !== '' ? <Notice tone="danger">{t('workshop.rework-reason', { reason: job.reason })}</Notice> : null}
      {pause === 'forgotten' && job.forgottenAt !== null ? <Notice tone="warn">{t('workshop.forgotten-note', { time: moments.full(job.forgottenAt) })}</Notice> : null}
      {job.status === 'running' ? <RunningDeeds job={job} name={name} plate={plate} /> : null}
    </li>
  )
}

function RunningDeeds({ job, name, plate }: Pick<MyJobProps, 'job' | 'plate'> & { name: string }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const { personId } = useSession()
  const [asking, setAsking] = useState<'pause' | 'finish' | null>(null)
  const close = () => setAsking(null)
  return (
    <div className="my-job-deeds">
      <Button size="phone" icon={Pause} onPress={() => setAsking('pause')}>{t('workshop.pause')}</Button>
      <Button size="phone" kind="primary" icon={CircleCheck} whyNot={t.refusal(whyNotFinish(job, personId))} onPress={() => setAsking('finish')}>{t('workshop.finish')}</Button>
      {asking === 'pause' ? <PauseSheet jobId={job.id} plate={plate} onClose={close} /> : null}
      {asking === 'finish' ? <SelfCheckDialog job={job} name={name} plate={plate} onClose={close} /> : null}
    </div>
  )
}
