import { PackageSearch, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { repairOrderPermissions } from '../../repair-orders/permissions.ts'
import { en as orderEn } from '../../repair-orders/texts/en.ts'
import { zh as orderZh } from '../../repair-orders/texts/zh-CN.ts'
import { AskForPart, ReportAddedWork } from '../../repair-orders/ui/public.tsx'
import { PhotoStrip, RecordingList } from '../../photos/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { JobView, listMyJobs } from '../contract.ts'
import { carTools } from './car-tools.ts'
import { MyJob } from './my-job.tsx'
import { Promised } from './promise.tsx'
import { workshopTexts } from './texts.ts'
import { useNow } from '../../../platform/web/use-now.ts'

export type MyRow = AnswerOf<typeof listMyJobs>['rows'][number]

export type MyCarProps = {
  row: MyRow
  /** The plate on which one's clock runs, if any. */
  runningOn: string | null
  /** The car whose button is the main one of the page. */
  first: boolean
}

const order: readonly JobView['status'][] = ['running', 'paused', 'dispatched']
const rank = ({ status }: JobView): number => order.indexOf(status)

/** One car of mine: who it is, where it stands, till when, and its jobs. */
export function MyCar({ row, runningOn, first }: MyCarProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const jobs = row.jobs.toSorted((a, b) => rank(a) - rank(b))
  const running = jobs.find(({ status }) => status === 'running')
  const bays = [...new Set(jobs.map(({ bay }) => bay).filter((bay) => bay !== ''))]
  return (
    <article className={running === undefined ? 'my-car k-panel' : 'my-car my-car-running k-panel'} data-order={row.orderId} aria-label={showPlate(row.plate)}>
      <header className="my-car-head">
        <h3><Plate text={showPlate(row.plate)} size="detail" /></h3>
        {running?.runningSince ? <RunningClock since={running.runningSince} /> : <Promised promisedAt={row.promisedAt} />}
      </header>
      <p className="my-car-facts">
        <span>{[row.modelName, bays.length === 0 ? t('workshop.no-bay') : `${t('workshop.bay')} ${bays.join(' ')}`].filter((part) => part !== '').join(' · ')}</span>
        {running === undefined ? null : <span>{t('workshop.promise')} <Promised promisedAt={row.promisedAt} /></span>}
      </p>
      {row.concern === '' ? null : <p className="my-car-concern"><span className="k-quiet-text">{t('workshop.customer-says')}</span> {row.concern}</p>}
      <ul className="my-car-jobs">
        {jobs.map((job, index) => <MyJob key={job.id} job={job} partsThere={row.shortParts === 0} plate={row.plate} runningOn={runningOn} main={first && index === 0} />)}
      </ul>
      <div className="my-car-asks">{carTools().map(({ id, part: Tool }) => <Tool key={id} orderId={row.orderId} plate={row.plate} />)}</div>
      <Findings row={row} />
    </article>
  )
}

/** What was found besides, and what became of it; one touch reports more. */
function Findings({ row: { orderId, addedWork } }: { row: MyRow }) {
  const o = useTexts(orderZh, orderEn)
  const mayReport = useMay()(repairOrderPermissions.reportAddedWork)
  const [opened, setOpened] = useState<'report' | 'part' | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      {addedWork.length === 0 ? null : (
        <ul className="my-car-found">
          {addedWork.map(({ id, findings, status }) => (
            <li key={id}><span>{findings}</span><StatusTag tone={status === 'agreed' ? 'active' : status === 'refused' ? 'danger' : 'neutral'} text={o(`repair-orders.added.${status}`)} /></li>
          ))}
        </ul>
      )}
      <PhotoStrip subject="repair-order" subjectId={orderId} occasion="work" open size="phone" />
      <RecordingList subject="repair-order" subjectId={orderId} detail="" />
      {mayReport ? (
        <div className="my-car-asks">
          <Button size="phone" icon={TriangleAlert} onPress={() => setOpened('report')}>{o('repair-orders.added-work-report')}</Button>
          <Button size="phone" icon={PackageSearch} onPress={() => setOpened('part')}>{o('repair-orders.part-ask')}</Button>
        </div>
      ) : null}
      {opened === 'report' ? <ReportAddedWork orderId={orderId} onClose={close} /> : null}
      {opened === 'part' ? <AskForPart orderId={orderId} onClose={close} /> : null}
    </>
  )
}

const two = (value: number): string => String(value).padStart(2, '0')

function RunningClock({ since }: { since: string }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const seconds = Math.max(0, Math.floor((useNow(1) - Date.parse(since)) / 1_000))
  return (
    <span className="my-car-clock" role="timer" aria-label={t('workshop.this-spell')}>
      {[Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')}
    </span>
  )
}
