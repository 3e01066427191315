import { Fragment, type CSSProperties, type PointerEvent } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useNow } from '../../../platform/web/use-now.ts'
import type { BoardJob, WorkshopBoard } from '../contract.ts'
import { bayKinds } from '../domain/bays.ts'
import { overlaps, type Span } from '../domain/working-time.ts'
import { BoardBlock } from './board-block.tsx'
import { boardWindow, clashOf, hoursOf, isOver, lanesOf, placeIn, spanOf, type Spot } from './board-place.ts'
import { workshopTexts } from './texts.ts'
import type { BoardMove } from './use-board-move.ts'
import { useClockTime } from './use-clock-time.ts'

export type GridProps = {
  board: WorkshopBoard
  may: boolean
  moves: BoardMove
  /** Where what is dragged would be put. */
  target: { readonly spot: Spot; readonly minutes: number } | null
  onOpen: (job: BoardJob) => void
  onGrip: (event: PointerEvent<HTMLElement>, job: BoardJob) => void
}

/** Bays by kind against the hours of the day. */
export function BoardGrid(props: GridProps) {
  const { board } = props
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const clock = useClockTime()
  const now = useNow(20)
  const window = boardWindow(board)
  const hours = hoursOf(window)
  const shows = now >= window.from && now < window.until
  return (
    <div className="board-scroll" data-scrolls tabIndex={0} role="group" aria-label={t('workshop.board')}>
      <div className="board-grid" style={{ '--hours': hours.length, '--now': `${String(placeIn(window, now))}%` } as CSSProperties}>
        <div className="board-head">
          <span className="board-corner">{t('workshop.bay')}</span>
          <div className="board-hours">
            {hours.map((hour) => <span key={hour} className="board-hour" style={{ left: `${String(placeIn(window, hour))}%` }}>{clock(hour)}</span>)}
            {shows ? <span className="board-now-label">{clock(now)}</span> : null}
          </div>
        </div>
        {bayKinds.map((kind) => {
          const bays = board.bays.filter((bay) => bay.kind === kind)
          return bays.length === 0 ? null : (
            <Fragment key={kind}>
              <h3 className="board-kind"><span>{t(`workshop.kind.${kind}`)}</span></h3>
              {bays.map((bay) => <BayRow key={bay.id} {...props} bay={bay} window={window} now={shows} />)}
            </Fragment>
          )
        })}
      </div>
    </div>
  )
}

type RowProps = GridProps & { bay: WorkshopBoard['bays'][number]; window: Span; now: boolean }

function BayRow({ board, bay, window, now, may, moves, target, onOpen, onGrip }: RowProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const { moving } = moves
  const here = board.jobs.filter((job) => (moving?.job.id === job.id ? moving.spot.bay : job.bay) === bay.name && overlaps(spanOf(job.shown), window))
  const { lane, count } = lanesOf(here)
  const promises = here.filter((job) => job.isLast && !isOver(job) && job.promisedAt !== null && Date.parse(job.promisedAt) > window.from && Date.parse(job.promisedAt) < window.until)
  return (
    <div className="board-row" style={{ '--lanes': count } as CSSProperties}>
      <div className="board-bay">
        <strong>{bay.name}</strong>
        <span className={bay.loadPercent !== null && bay.loadPercent > 100 ? 'board-load-over' : 'k-quiet-text'}>{bay.loadPercent === null ? t('workshop.bay-closed') : t('workshop.load', { percent: bay.loadPercent })}</span>
      </div>
      <div className="board-track" data-bay={bay.name}>
        {bay.outOfService.map((out) => <Out key={out.from} window={window} span={spanOf(out)} text={t('workshop.out', { reason: out.reason })} />)}
        {promises.map((job) => <span key={job.id} className={job.risk === 'late' ? 'board-promise board-promise-late' : 'board-promise'} style={{ left: `${String(placeIn(window, Date.parse(job.promisedAt ?? '')))}%`, top: `${String((lane.get(job.id) ?? 0) * 40)}px` }} />)}
        {now ? <span className="board-now" /> : null}
        {here.map((job) => (
          <BoardBlock key={job.id} job={job} window={window} lane={lane.get(job.id) ?? 0} from={moving?.job.id === job.id ? moving.spot.from : null} movable={may && !isOver(job)} clash={clashOf(job, here)?.plate ?? null} keyed={moves.keyed === job.id}
            onOpen={() => onOpen(job)} onStep={(key) => moves.step(job, key)} onGrip={(event) => onGrip(event, job)} />
        ))}
        {target?.spot.bay === bay.name ? <Target window={window} from={target.spot.from} minutes={target.minutes} /> : null}
      </div>
    </div>
  )
}

function Out({ window, span, text }: { window: Span; span: Span; text: string }) {
  const left = placeIn(window, span.from)
  return <span className="board-out" style={{ left: `${String(left)}%`, width: `${String(placeIn(window, span.until) - left)}%` }}><span className="k-cut">{text}</span></span>
}

function Target({ window, from, minutes }: { window: Span; from: number; minutes: number }) {
  const clock = useClockTime()
  const left = placeIn(window, from)
  return <span className="board-target" style={{ left: `${String(left)}%`, width: `${String(placeIn(window, from + minutes * 60_000) - left)}%` }}>{clock(from)}</span>
}
