import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useOutbox } from '../../../platform/web/outbox.ts'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { UnclearParts } from '../../repair-orders/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listMyJobs } from '../contract.ts'
import { waitingDeed, withWaiting } from '../domain/waiting-deeds.ts'
import { TeamChecks } from './team-checks.tsx'
import { MyCar, type MyRow } from './my-car.tsx'
import { workshopTexts } from './texts.ts'
import './my-jobs.css'

const runs = ({ jobs }: MyRow): boolean => jobs.some(({ status }) => status === 'running')
const byPromise = (a: MyRow, b: MyRow): number => (a.promisedAt ?? '9').localeCompare(b.promisedAt ?? '9')

/** The technician's phone: the car in hand on top, then what comes next. */
export function MyJobsPage() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const sentence = useSentence()
  const mine = useReading(listMyJobs, {})
  const waiting = useOutbox().filter(({ refused }) => refused === null).flatMap((parcel) => waitingDeed(parcel) ?? [])
  const rows = withWaiting(mine.data?.rows ?? [], waiting)
  const inHand = rows.filter(runs)
  const next = rows.filter((row) => !runs(row)).toSorted(byPromise)
  const runningOn = inHand[0]?.plate ?? null
  return (
    <PageFrame title={t('workshop.my-jobs')}>
      <div className="my-jobs">
        <UnclearParts />
        <LoadBar busy={mine.isFetching && mine.data !== undefined} />
        {mine.isError && mine.data === undefined ? <LoadError state={{ error: sentence(mine.error), onRetry: () => { void mine.refetch() } }} /> : null}
        {mine.isPending ? <Skeleton kind="list" lines={4} /> : null}
        {mine.data !== undefined && rows.length === 0 ? <EmptyState>{t('workshop.none-mine')}</EmptyState> : null}
        {inHand.map((row) => <MyCar key={row.orderId} row={row} runningOn={runningOn} first />)}
        <TeamChecks />
        {next.length === 0 ? null : <h2 className="my-jobs-heading">{t('workshop.waiting', { count: next.length })}</h2>}
        {runningOn === null || next.length === 0 ? null : <p className="my-jobs-note">{t('workshop.clock-runs', { plate: showPlate(runningOn) })}</p>}
        {next.map((row, index) => <MyCar key={row.orderId} row={row} runningOn={runningOn} first={runningOn === null && index === 0} />)}
      </div>
    </PageFrame>
  )
}
