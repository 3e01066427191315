import { Link } from '@tanstack/react-router'
import { fromWallTime, wallTime } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button, buttonClass } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { dispatchJobs, planJob, type Unplaced, type WorkshopBoard } from '../contract.ts'
import { whyNotWorkIn } from '../domain/bays.ts'
import { workshopPermissions } from '../permissions.ts'
import { isBegun, isOver, type Moved, type Spot } from './board-place.ts'
import { toneOfJob, useJobName } from './job-words.ts'
import { Promised, useSpan } from './promise.tsx'
import { workshopTexts } from './texts.ts'
import { useBayChoices } from './use-bay-choices.ts'
import { useTechnicianChoices, useTechnicians } from './use-technicians.ts'

type Wish = { bay: string | null; start: string; minutes: number | null; technicianId: string | null }

type Known = Pick<Unplaced, 'orderId' | 'plate' | 'modelName' | 'purpose' | 'code' | 'nameZh' | 'nameEn' | 'technicianId' | 'technicianName' | 'trade' | 'promisedAt' | 'minutes' | 'jobId' | 'version'>

const factsOf = (moved: Moved): Known => (moved.kind === 'job' ? { ...moved.job, jobId: moved.job.id, minutes: moved.job.plannedMinutes } : moved.line)

/** A job looked at closely, and its place: what a drag does, by fields. Labour that nobody has yet is dispatched by it. */
export function PlaceDialog({ board, moved, spot, onClose }: { board: WorkshopBoard; moved: Moved; spot: Spot | null; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const { timeZone } = useSession().store
  const may = useMay()
  const known = factsOf(moved)
  const job = moved.kind === 'job' ? moved.job : null
  const firstStart = job === null ? (spot?.from ?? null) : Date.parse(job.plannedStart)
  const [wish, set] = useWish<Wish>({ bay: spot?.bay ?? job?.bay ?? null, start: firstStart === null ? '' : wallTime(new Date(firstStart), timeZone), minutes: known.minutes, technicianId: known.technicianId })
  const said = () => { onClose(); toast({ text: t('workshop.planned-said', { plate: showPlate(known.plate), bay: wish.bay ?? '' }) }) }
  const planning = useDeed(planJob, said)
  const dispatching = useDeed(dispatchJobs, said)
  const start = wish.start === '' ? null : fromWallTime(wish.start, timeZone)
  const { bay, technicianId, minutes } = wish
  const fixed = job !== null && (isOver(job) || !may(workshopPermissions.plan))
  const open = bay !== null && technicianId !== null && (known.jobId === null || (start !== null && minutes !== null))
  const there = board.bays.find(({ name }) => name === bay)
  const whyNot = t.refusal(there === undefined || bay === job?.bay ? null : whyNotWorkIn(there, known.trade, board.bays)) ?? (open ? null : t('workshop.place-fill-in'))
  const save = () => {
    if (whyNot !== null || bay === null || technicianId === null) return
    if (known.jobId === null && moved.kind === 'unplaced') dispatching.run({ params: { orderId: known.orderId }, body: { version: moved.line.orderVersion, jobs: [{ lineId: moved.line.lineId, technicianId, bay, ...(start === null ? {} : { start: start.toISOString() }) }] } })
    else if (known.jobId !== null && start !== null && minutes !== null) planning.run({ params: { jobId: known.jobId }, body: { version: known.version, bay, start: start.toISOString(), minutes, technicianId } })
  }
  const error = planning.error ?? dispatching.error
  return (
    <Dialog title={showPlate(known.plate)} onClose={onClose} {...(fixed ? {} : { onSubmit: save })}
      footer={<><Link to={`/workshop/${known.orderId}`} className={buttonClass('plain')}>{t('workshop.open-work')}</Link>{fixed ? null : <Button kind="primary" submit busy={planning.busy || dispatching.busy} whyNot={whyNot}>{known.jobId === null ? t('workshop.dispatch') : t('workshop.place-save')}</Button>}</>}>
      <div className="k-stack">
        <JobFacts moved={moved} />
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        {fixed ? null : <PlaceFields board={board} wish={wish} set={set} trade={known.trade} begun={job !== null && isBegun(job)} dispatches={known.jobId === null} />}
      </div>
    </Dialog>
  )
}

type FieldsProps = { board: WorkshopBoard; wish: Wish; set: <Key extends keyof Wish>(key: Key) => (value: Wish[Key]) => void; /** Of the work: who is not certified for it, and a bay where it is not done, cannot be chosen. */ trade: string | null; begun: boolean; dispatches: boolean }

function PlaceFields({ board, wish, set, trade, begun, dispatches }: FieldsProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const technicianChoices = useTechnicianChoices()
  const bayChoices = useBayChoices()
  const technicians = useTechnicians(true, wish.start === '' ? undefined : wish.start.slice(0, 10))
  return (
    <div className="k-form">
      <SelectField label={t('workshop.bay')} name="bay" value={wish.bay} onChange={set('bay')} placeholder={t('workshop.choose-bay')} required
        choices={bayChoices(board.bays, trade, wish.bay)} />
      <SelectField label={t('workshop.technician')} name="technician" value={wish.technicianId} onChange={set('technicianId')} placeholder={t('workshop.choose-technician')} required disabled={begun}
        choices={technicianChoices(technicians, trade, wish.technicianId)} />
      <DateTimeField label={dispatches ? t('workshop.place-not-before') : t('workshop.place-start')} name="start" kind="datetime" value={wish.start} onChange={set('start')} required={!dispatches} disabled={begun} />
      {dispatches ? null : <NumberField label={t('workshop.place-minutes')} name="minutes" value={wish.minutes} onChange={set('minutes')} unit={t('workshop.minutes-unit')} required />}
    </div>
  )
}

function JobFacts({ moved }: { moved: Moved }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const nameOf = useJobName()
  const span = useSpan()
  const known = factsOf(moved)
  const job = moved.kind === 'job' ? moved.job : null
  return (
    <Facts layout="columns" facts={[
      { id: 'job', label: t('workshop.labour'), value: nameOf(known), wide: true },
      { id: 'model', label: t('workshop.model'), value: known.modelName === '' ? '–' : known.modelName },
      { id: 'purpose', label: t('workshop.work-type'), value: t(known.purpose === 'accident' ? 'workshop.work-type.accident' : 'workshop.work-type.mechanical') },
      { id: 'state', label: t('workshop.state'), value: job === null ? <StatusTag tone="danger" text={known.technicianName === '' ? t('workshop.job.none') : t('workshop.no-place')} /> : <StatusTag tone={toneOfJob[job.status]} text={t(`workshop.job.${job.status}`)} /> },
      { id: 'rest', label: t('workshop.rest-label'), value: span(job === null ? known.minutes : job.restMinutes) },
      { id: 'promise', label: t('workshop.promise'), value: <Promised promisedAt={known.promisedAt} /> },
      ...(job?.technicianAbsent === true ? [{ id: 'absent', label: t('workshop.technician'), value: <StatusTag tone="danger" text={t('workshop.technician-away', { name: job.technicianName })} /> }] : []),
      ...(job?.risk === 'late' || job?.risk === 'tight' ? [{ id: 'risk', label: t('workshop.risk'), value: <StatusTag tone={job.risk === 'late' ? 'danger' : 'warn'} text={t(`workshop.risk.${job.risk}`)} /> }] : []),
    ]} />
  )
}
