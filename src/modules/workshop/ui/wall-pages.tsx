import { useSyncExternalStore } from 'react'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useNow } from '../../../platform/web/use-now.ts'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { seeReceptionWall, seeWorkshopWall, type WallCar } from '../contract.ts'
import { warningOf } from '../domain/plan.ts'
import { wallFits } from '../domain/wall.ts'
import { workshopTexts } from './texts.ts'
import { useClockMoment } from './use-clock-time.ts'
import { wallRefetchMilliseconds, WallFrame } from './wall-frame.tsx'

const onResize = (then: () => void): (() => void) => {
  window.addEventListener('resize', then)
  return () => window.removeEventListener('resize', then)
}
/** Of a screen too narrow for a wall, which is scrolled instead (wall.css), as much as of a usual one. */
const screenHeight = (): number => (window.innerWidth <= 1200 ? 1080 : window.innerHeight)

const toneOfState = { working: 'active', waiting: 'warn', 'to-begin': 'info', inspection: 'settle', ready: 'active' } as const
const figures = ['inShop', 'inWork', 'waiting', 'inInspection', 'ready', 'late'] as const

/** The workshop's wall: how many cars stand how, then car by car, the late ones first. */
export function WorkshopWallPage() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const wall = useReading(seeWorkshopWall, {}, { refetchInterval: wallRefetchMilliseconds })
  const cars = wall.data?.cars ?? []
  const fits = wallFits('workshop', useSyncExternalStore(onResize, screenHeight))
  return (
    <WallFrame title={t('workshop.wall-workshop')} updatedAt={wall.dataUpdatedAt}>
      <dl className="wall-figures">
        {figures.map((figure) => (
          <div key={figure} className={figure === 'late' && (wall.data?.counts.late ?? 0) > 0 ? 'wall-figure wall-figure-late' : 'wall-figure'}>
            <dt>{t(`workshop.wall-count.${figure}`)}</dt><dd>{wall.data?.counts[figure] ?? '–'}</dd>
          </div>
        ))}
      </dl>
      <ul className="wall-cars">{cars.slice(0, fits).map((car) => <WallCard key={car.orderId} car={car} />)}</ul>
      <More count={cars.length - fits} />
    </WallFrame>
  )
}

function WallCard({ car }: { car: WallCar }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const clock = useClockMoment()
  const warning = warningOf(car.risk, car.promisedAt, useNow(20))
  return (
    <li className={`wall-car wall-risk-${warning === 'over' ? 'late' : car.risk ?? 'none'}`}>
      <span className="wall-line"><span className="wall-plate" translate="no">{showPlate(car.plate)}</span><span className="wall-bay">{car.bay}</span></span>
      <span className="wall-line"><span className="k-cut">{car.people.length === 0 ? t('workshop.job.none') : t.list(car.people)}</span><StatusTag tone={toneOfState[car.state]} text={t(`workshop.wall-state.${car.state}`)} /></span>
      <span className="wall-line"><span className="k-cut">{car.promisedAt === null ? t('workshop.no-promise') : t('workshop.wall-promise', { time: clock(car.promisedAt) })}</span>{warning === null ? null : <strong>{t(`workshop.risk.${warning}`)}</strong>}</span>
    </li>
  )
}

/** The reception's wall, for those who wait: what is ready, and what comes next. */
export function ReceptionWallPage() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const clock = useClockMoment()
  const wall = useReading(seeReceptionWall, {}, { refetchInterval: wallRefetchMilliseconds })
  const cars = wall.data?.cars ?? []
  const fits = wallFits('reception', useSyncExternalStore(onResize, screenHeight))
  const parts = [['ready', cars.filter(({ state }) => state === 'ready')], ['next', cars.filter(({ state }) => state !== 'ready')]] as const
  return (
    <WallFrame title={t('workshop.wall-reception')} updatedAt={wall.dataUpdatedAt}>
      <div className="wall-halves">
        {parts.map(([part, rows]) => (
          <section key={part} className="wall-half" aria-labelledby={`wall-${part}`}>
            <h2 id={`wall-${part}`}>{t(`workshop.wall-part.${part}`)} <span>{rows.length}</span></h2>
            {wall.data !== undefined && rows.length === 0 ? <p>{t(`workshop.wall-none.${part}`)}</p> : null}
            <ul className="wall-rows">
              {rows.slice(0, fits).map((car) => (
                <li key={car.orderId} className="wall-row">
                  <span className="wall-plate" translate="no">{car.plate}</span>
                  <span className="k-cut">{car.modelName}</span>
                  <span className="k-cut">{car.advisorName}</span>
                  <StatusTag tone={toneOfState[car.state]} text={t(`workshop.wall-state.${car.state}`)} />
                  <span className="wall-time">{car.promisedAt === null ? '' : clock(car.promisedAt)}</span>
                </li>
              ))}
            </ul>
            <More count={rows.length - fits} />
          </section>
        ))}
      </div>
    </WallFrame>
  )
}

function More({ count }: { count: number }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  return count <= 0 ? null : <p className="wall-more">{t('workshop.wall-more', { count })}</p>
}
