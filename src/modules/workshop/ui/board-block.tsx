import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { classNames } from '../../../ui-kit/class-names.ts'
import { useTooltip } from '../../../ui-kit/use-tooltip.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { BoardJob } from '../contract.ts'
import { drawnSpan, isOver, placeIn } from './board-place.ts'
import { toneOfJob, useJobName } from './job-words.ts'
import { useSpan } from './promise.tsx'
import { workshopTexts } from './texts.ts'
import { useClockTime } from './use-clock-time.ts'
import type { Span } from '../domain/working-time.ts'

export type BlockProps = {
  job: BoardJob
  window: Span
  lane: number
  /** Where it is being moved to, in place of where it stands. */
  from: number | null
  movable: boolean
  /** The plate of another car in its place at the same time. */
  clash: string | null
  /** It is being moved by keys: it keeps the focus when it comes to another row. */
  keyed: boolean
  onOpen: () => void
  onStep: (key: string) => void
  onGrip: (event: PointerEvent<HTMLElement>) => void
}

/** Everything about a job in one sentence: for the tooltip, and for who cannot see the board. */
export function useBlockWords(): (job: BoardJob) => string {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const clock = useClockTime()
  const span = useSpan()
  const moments = useMoments()
  const nameOf = useJobName()
  return (job) => [
    showPlate(job.plate), job.modelName, job.purpose === 'accident' ? t('workshop.work-type.accident') : '', nameOf(job), job.technicianName, job.bay, `${clock(job.shown.from)}–${clock(job.shown.until)}`, job.comesIn ? t('workshop.comes-in') : '', job.goesOn ? t('workshop.goes-on') : '',
    t(`workshop.job.${job.status}`), isOver(job) ? '' : t('workshop.rest', { time: span(job.restMinutes) }), job.promisedAt === null || isOver(job) ? '' : t('workshop.promised-at', { time: moments.full(job.promisedAt) }),
    job.risk === 'late' || job.risk === 'tight' ? t(`workshop.risk.${job.risk}`) : '', job.technicianAbsent ? t('workshop.technician-away', { name: job.technicianName }) : '',
  ].filter((part) => part !== '').join(' · ')
}

/** A job on the board: its plate in bold, whole or by its last four places where it is short. */
export function BoardBlock({ job, window, lane, from, movable, clash, keyed, onOpen, onStep, onGrip }: BlockProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const words = [useBlockWords()(job), clash === null ? '' : t('workshop.clash', { plate: showPlate(clash) })].filter((part) => part !== '').join(' · ')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => { if (keyed) button.current?.focus() }, [keyed])
  const tooltip = useTooltip(words)
  const nameOf = useJobName()
  const shown = drawnSpan(job)
  const start = from ?? shown.from
  const left = placeIn(window, start)
  const width = Math.max(placeIn(window, start + shown.until - shown.from) - left, 0.6)
  const late = job.risk === 'late' && job.isLast
  const press = (event: KeyboardEvent) => {
    if (event.altKey && event.key.startsWith('Arrow')) {
      event.preventDefault()
      if (movable) onStep(event.key)
    }
  }
  return (
    <>
      <button ref={button} type="button" data-job={job.id} style={{ left: `${String(left)}%`, width: `${String(width)}%`, top: `${String(3 + lane * 40)}px` }}
        className={classNames('board-block', `k-tone-${toneOfJob[job.status]}`, late && 'board-block-late', clash !== null && 'board-block-clash', job.comesIn && 'board-block-in', job.goesOn && 'board-block-on', from !== null && 'board-block-moving', movable && 'board-block-movable')}
        onClick={onOpen} onKeyDown={press} onPointerDown={(event) => { if (movable) onGrip(event) }} {...tooltip.anchorProps} aria-describedby={tooltip.id}>
        <span className="board-block-plate" translate="no"><span className="board-block-start">{showPlate(job.plate).slice(0, -4)}</span>{job.plate.slice(-4)}{job.purpose === 'accident' ? <span className="board-block-accident">{t('workshop.accident-mark')}</span> : null}{job.technicianAbsent ? <span className="board-block-absent">{t('workshop.absent-mark')}</span> : null}</span>
        <span className="board-block-words">{nameOf(job)} · {job.technicianName}</span>
      </button>
      {tooltip.element}
    </>
  )
}
