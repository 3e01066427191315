import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { dispatchJobs, listBays, type WorkView } from '../contract.ts'
import { whyNotDispatch } from '../domain/jobs.ts'
import { workshopPermissions } from '../permissions.ts'
import { LabourLine } from './labour-line.tsx'
import { workshopTexts } from './texts.ts'
import { useTechnicians } from './use-technicians.ts'

export type Labour = WorkView['labour'][number]
export type Given = { readonly technicianId: string | null; readonly bay: string }

const givenOf = ({ job }: Labour): Given => ({ technicianId: job?.technicianId ?? null, bay: job?.bay ?? '' })

/** The labour of a car: who does it, where, how far it is; and the dispatch of all that was chosen at once. */
export function LabourSection({ work }: { work: WorkView }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const mayDispatch = useMay()(workshopPermissions.dispatch)
  const technicians = useTechnicians(mayDispatch)
  const bays = (useReading(listBays, {}, { enabled: mayDispatch }).data?.rows ?? []).filter(({ active }) => active)
  const [changed, setChanged] = useState<Readonly<Record<string, Given>>>({})
  const deed = useDeed(dispatchJobs, () => setChanged({}))
  const open = work.labour.filter(({ job }) => mayDispatch && whyNotDispatch(work, job) === null)
  const wanted = (line: Labour): Given => changed[line.lineId] ?? givenOf(line)
  const jobs = open.flatMap((line) => {
    const { technicianId, bay } = wanted(line)
    const before = givenOf(line)
    return technicianId === null || (technicianId === before.technicianId && bay === before.bay) ? [] : [{ lineId: line.lineId, technicianId, bay }]
  })
  const [first] = open
  const rest = open.filter((line) => wanted(line).technicianId === null)
  const same = () => setChanged((before) => ({ ...before, ...Object.fromEntries(rest.map((line) => [line.lineId, first === undefined ? givenOf(line) : wanted(first)])) }))
  const dispatch = () => {
    deed.run({ params: { orderId: work.orderId }, body: { version: work.version, jobs } }, { onSuccess: () => toast({ text: t('workshop.said-dispatched', { count: jobs.length }) }) })
  }
  return (
    <Section title={t('workshop.labour')} panel>
      {work.labour.length === 0 ? <p className="k-quiet-text">{t('workshop.no-labour')}</p> : null}
      <ul className="labour-lines">
        {work.labour.map((line) => (
          <LabourLine key={line.lineId} line={line} given={wanted(line)} checks={work.checks} technicians={technicians} bays={bays} onGive={open.includes(line) ? (given) => setChanged({ ...changed, [line.lineId]: given }) : null} />
        ))}
      </ul>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {open.length === 0 ? null : (
        <div className="work-deeds">
          <Button kind="primary" busy={deed.busy} whyNot={jobs.length === 0 ? t('workshop.nothing-chosen') : null} onPress={dispatch}>
            {jobs.length === 0 ? t('workshop.dispatch') : t('workshop.dispatch-count', { count: jobs.length })}
          </Button>
          {first === undefined || wanted(first).technicianId === null || rest.length === 0 ? null : <Button onPress={same}>{t('workshop.same-for-rest')}</Button>}
        </div>
      )}
    </Section>
  )
}
