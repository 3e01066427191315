import { useTexts } from '../../../platform/web/language.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { BoardJob, WorkshopBoard } from '../contract.ts'
import { isOver } from './board-place.ts'
import { toneOfJob, useJobName } from './job-words.ts'
import { workshopTexts } from './texts.ts'
import { useClockTime } from './use-clock-time.ts'

/** The board on a phone: bay after bay, each with what is still to be done there. */
export function BoardPhone({ board, onOpen }: { board: WorkshopBoard; onOpen: (job: BoardJob) => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const clock = useClockTime()
  const nameOf = useJobName()
  return (
    <div className="board-phone">
      {board.bays.map((bay) => {
        const jobs = board.jobs.filter((job) => job.bay === bay.name && !isOver(job)).toSorted((a, b) => a.shown.from.localeCompare(b.shown.from))
        return (
          <section key={bay.id} className="k-panel board-panel" aria-labelledby={`bay-${bay.id}`}>
            <h2 id={`bay-${bay.id}`} className="board-panel-title">{bay.name} <span className="k-quiet-text">{t(`workshop.kind.${bay.kind}`)} · {bay.loadPercent === null ? t('workshop.bay-closed') : t('workshop.load', { percent: bay.loadPercent })}</span></h2>
            {bay.outOfService.map((out) => <p key={out.from} className="board-panel-empty">{clock(out.from)}–{clock(out.until)} {t('workshop.out', { reason: out.reason })}</p>)}
            {jobs.length === 0 && bay.outOfService.length === 0 ? <p className="board-panel-empty k-quiet-text">{t('workshop.bay-free')}</p> : null}
            <ul className="board-panel-list">
              {jobs.map((job) => (
                <li key={job.id}>
                  <button type="button" className="board-card" onClick={() => onOpen(job)}>
                    <span className="board-card-line"><Plate text={showPlate(job.plate)} /><span className="k-number">{clock(job.shown.from)}–{clock(job.shown.until)}</span></span>
                    <span className="k-cut">{nameOf(job)} · {job.technicianName}</span>
                    <span className="board-card-line"><StatusTag tone={toneOfJob[job.status]} text={t(`workshop.job.${job.status}`)} />{job.comesIn ? <StatusTag tone="neutral" text={t('workshop.comes-in')} /> : null}{job.goesOn ? <StatusTag tone="neutral" text={t('workshop.goes-on')} /> : null}{job.technicianAbsent ? <StatusTag tone="danger" text={t('workshop.technician-away', { name: job.technicianName })} /> : null}{job.risk === 'late' || job.risk === 'tight' ? <StatusTag tone={job.risk === 'late' ? 'danger' : 'warn'} text={t(`workshop.risk.${job.risk}`)} /> : null}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
