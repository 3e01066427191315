import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { stopJob, type JobView, type WorkView } from '../contract.ts'
import { whyNotHelp } from '../domain/helpers.ts'
import { whyNotStop } from '../domain/jobs.ts'
import { workshopPermissions } from '../permissions.ts'
import { CheckHistory, CheckState } from './check-history.tsx'
import { HelpersDialog } from './helpers-dialog.tsx'
import { pauseReasonOf, toneOfJob, useJobName } from './job-words.ts'
import type { Given, Labour } from './labour-section.tsx'
import { useSpan } from './promise.tsx'
import { workshopTexts } from './texts.ts'
import { useBayChoices, type Bay } from './use-bay-choices.ts'
import { useTechnicianChoices, type Technician } from './use-technicians.ts'

export type LabourLineProps = {
  line: Labour
  given: Given
  /** Of the whole car. */
  checks: WorkView['checks']
  technicians: readonly Technician[]
  /** In use. */
  bays: readonly Bay[]
  /** Null when it cannot be given to anybody now. */
  onGive: ((given: Given) => void) | null
}

export function LabourLine({ line, given, checks, technicians, bays, onGive }: LabourLineProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const mayStop = useMay()(workshopPermissions.stop)
  const name = useJobName()(line)
  const technicianChoices = useTechnicianChoices()
  const bayChoices = useBayChoices()
  const { job } = line
  return (
    <li className="labour-line">
      <div className="labour-name">
        <div><strong>{name}</strong> <span className="k-quiet-text">{line.code}</span> <Quantity thousandths={line.hoursThousandths} unit={t('workshop.hours-unit')} /></div>
        <JobState job={job} />
        {job === null ? null : <CheckHistory checks={checks} jobId={job.id} />}
      </div>
      {onGive === null ? <span className="labour-given">{job === null ? null : [job.technicianName, job.bay].filter((part) => part !== '').join(' · ')}</span> : (
        <div className="labour-fields">
          <SelectField label={`${t('workshop.technician')} ${name}`} hideLabel value={given.technicianId} placeholder={t('workshop.choose-technician')} onChange={(technicianId) => onGive({ ...given, technicianId })}
            choices={technicianChoices(technicians, line.trade, given.technicianId)} />
          <SelectField label={`${t('workshop.bay')} ${name}`} hideLabel value={given.bay === '' ? null : given.bay} placeholder={t('workshop.choose-bay')} onChange={(bay) => onGive({ ...given, bay })}
            choices={bayChoices(bays, line.trade, given.bay)} />
        </div>
      )}
      {mayStop && job !== null ? <JobMenu job={job} trade={line.trade} name={name} technicians={technicians} /> : <span />}
    </li>
  )
}

function JobState({ job }: { job: JobView | null }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const span = useSpan()
  if (job === null) return <div><StatusTag tone="danger" text={t('workshop.job.none')} /></div>
  const pause = pauseReasonOf(job)
  const words = [job.helpers.length === 0 ? '' : t('workshop.helped-by', { names: t.list(job.helpers.map(({ name }) => name)) }), job.clockedMinutes === 0 ? '' : t('workshop.clocked', { time: span(job.clockedMinutes) }), pause === null ? job.reason : t(`workshop.pause.${pause}`)].filter((part) => part !== '')
  return (
    <div className="k-row">
      <StatusTag tone={toneOfJob[job.status]} text={t(`workshop.job.${job.status}`)} />
      {job.reworks === 0 ? null : <StatusTag tone="danger" text={t('workshop.rework', { count: job.reworks })} />}
      <CheckState job={job} />
      {words.length === 0 ? null : <span className="k-quiet-text">{words.join(' · ')}</span>}
    </div>
  )
}

/** Who helps; and ending unfinished work, which asks for the reason. */
function JobMenu({ job, trade, name, technicians }: { job: JobView; trade: string | null; name: string } & Pick<LabourLineProps, 'technicians'>) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const [helping, setHelping] = useState(false)
  const mayDispatch = useMay()(workshopPermissions.dispatch)
  const deed = useDeed(stopJob, () => { setAsking(false); toast({ text: t('workshop.said-stopped') }) })
  return (
    <>
      <Menu label={t('workshop.job-actions', { job: name })} kind="quiet" items={[...(mayDispatch ? [{ id: 'helpers', text: t('workshop.helpers'), whyNot: t.refusal(whyNotHelp(job)), onPick: () => setHelping(true) }] : []), { id: 'stop', text: t('workshop.stop'), destructive: true, whyNot: t.refusal(whyNotStop(job)), onPick: () => { deed.reset(); setAsking(true) } }]} />
      {helping ? <HelpersDialog job={job} trade={trade} name={name} technicians={technicians} onClose={() => setHelping(false)} /> : null}
      {asking ? (
        <ConfirmDialog title={t('workshop.stop')} confirmText={t('workshop.stop')} busy={deed.busy} error={deed.error}
          reason={{ label: t('workshop.stop-reason'), missing: t('workshop.stop-needs-reason') }}
          onConfirm={(reason) => deed.run({ params: { jobId: job.id }, body: { reason } })} onClose={() => setAsking(false)}>
          {t('workshop.stop-question', { job: name })}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
