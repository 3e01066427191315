import type { PointerEvent } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Plate } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { Unplaced, WorkshopBoard } from '../contract.ts'
import { useJobName } from './job-words.ts'
import { PromiseLeft, useSpan } from './promise.tsx'
import { workshopTexts } from './texts.ts'

export type WaitingProps = { lines: readonly Unplaced[]; may: boolean; onOpen: (line: Unplaced) => void; onGrip?: (event: PointerEvent<HTMLElement>, line: Unplaced) => void }

/** Authorised labour without a place on the board; the earliest promise first, as the server gives it. */
export function WaitingLines({ lines, may, onOpen, onGrip }: WaitingProps) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const nameOf = useJobName()
  const span = useSpan()
  return (
    <section className="k-panel board-panel" aria-labelledby="board-waiting">
      <h2 id="board-waiting" className="board-panel-title">{t('workshop.unplaced', { count: lines.length })}</h2>
      {lines.length === 0 ? <p className="k-quiet-text board-panel-empty">{t('workshop.unplaced-none')}</p> : null}
      <ul className="board-panel-list">
        {lines.map((line) => (
          <li key={line.lineId}>
            <button type="button" className="board-card" disabled={!may} onClick={() => onOpen(line)} onPointerDown={(event) => { if (may) onGrip?.(event, line) }}>
              <span className="board-card-line"><Plate text={showPlate(line.plate)} /><PromiseLeft promisedAt={line.promisedAt} /></span>
              <span className="k-cut">{nameOf(line)}</span>
              <span className="board-card-line k-quiet-text"><span className="k-cut">{line.technicianName === '' ? t('workshop.job.none') : line.technicianName}</span><span>{span(line.minutes)}</span></span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const hours = (minutes: number): string => String(Math.round(minutes / 6) / 10)

/** How much of each person's day is planned. */
export function PeopleLoad({ people }: { people: WorkshopBoard['technicians'] }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  return (
    <section className="k-panel board-panel" aria-labelledby="board-people">
      <h2 id="board-people" className="board-panel-title">{t('workshop.people-load')}</h2>
      <ul className="board-panel-list" tabIndex={0} aria-labelledby="board-people">
        {people.map(({ id, name, away, plannedMinutes, openMinutes }) => {
          const share = openMinutes === 0 ? (plannedMinutes > 0 && away !== null ? 2 : 0) : plannedMinutes / openMinutes
          return (
            <li key={id} className="board-person">
              <span className={away === null ? 'k-cut' : 'k-cut k-quiet-text'}>{name}</span>
              <span className="board-bar" data-over={share > 1 ? '' : undefined}><span style={{ width: `${String(Math.min(100, share * 100))}%` }} /></span>
              <span className={share > 1 ? 'k-number board-load-over' : 'k-number'}>{away === null ? t('workshop.hours-of', { planned: hours(plannedMinutes), open: hours(openMinutes) }) : away.untilDay === null ? t('workshop.day-off') : t('workshop.absent-until', { day: away.untilDay.slice(5) })}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
