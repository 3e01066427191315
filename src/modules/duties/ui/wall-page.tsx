import { useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { WallFrame, wallRefetchMilliseconds } from '../../workshop/ui/public.tsx'
import { seeWall, type Wall } from '../contract.ts'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'
import './duties.css'

const figures = ['open', 'late', 'done', 'missed'] as const
/** As many as fit on 1920 by 1080 beside the positions. */
const lateFits = 14

/** Today's duties on the wall: how many stand how, position by position, and what is late. */
export function DutyWallPage() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const nameOf = useNameOf()
  const { nameOf: positionOf } = usePositions()
  const wall = useReading(seeWall, {}, { refetchInterval: wallRefetchMilliseconds })
  const { rows, late }: Wall = wall.data ?? { rows: [], late: [] }
  const total = (figure: (typeof figures)[number]): number => rows.reduce((sum, row) => sum + row[figure], 0)
  return (
    <WallFrame title={t('duties.wall')} updatedAt={wall.dataUpdatedAt}>
      <dl className="wall-figures">
        {figures.map((figure) => <div key={figure} className={figure === 'late' && total('late') > 0 ? 'wall-figure wall-figure-late' : 'wall-figure'}><dt>{t(`duties.wall.${figure}`)}</dt><dd>{wall.data === undefined ? '–' : total(figure)}</dd></div>)}
      </dl>
      <div className="wall-halves">
        <section className="wall-half" aria-label={t('duties.position')}>
          <ul className="duty-wall-positions">
            {rows.map((row) => (
              <li key={row.position} className={row.late > 0 ? 'duty-wall-position duty-wall-late' : 'duty-wall-position'}>
                <strong className="k-cut">{positionOf(row.position)}</strong>
                <span>{t('duties.wall.stands', { open: row.open, done: row.done })}</span>
                <span>{row.late + row.missed === 0 ? t('duties.wall.on-time') : t('duties.wall.owes', { late: row.late, missed: row.missed })}</span>
              </li>
            ))}
          </ul>
        </section>
        <section className="wall-half" aria-labelledby="duty-wall-late">
          <h2 id="duty-wall-late">{t('duties.wall.late')} <span>{total('late')}</span></h2>
          {wall.data !== undefined && late.length === 0 ? <p className="wall-more">{t('duties.wall.none-late')}</p> : null}
          <ul className="wall-rows duty-wall-rows">
            {late.slice(0, lateFits).map((row) => <li key={row.id} className="wall-row duty-wall-row"><strong className="k-cut">{positionOf(row.position)}</strong><span className="k-cut">{nameOf(row)}</span><span className="k-cut">{row.holderName}</span><span className="wall-time">{moments.time(row.dueAt)}</span></li>)}
          </ul>
        </section>
      </div>
    </WallFrame>
  )
}
