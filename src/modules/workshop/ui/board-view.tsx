import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { KeyCap } from '../../../ui-kit/key-cap.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Plate } from '../../../ui-kit/tag.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import type { WorkshopBoard } from '../contract.ts'
import { workshopPermissions } from '../permissions.ts'
import { PeopleLoad, WaitingLines } from './board-aside.tsx'
import { BoardGrid } from './board-grid.tsx'
import { BoardPhone } from './board-phone.tsx'
import { boardWindow, spanOf, type Moved, type Spot } from './board-place.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { workshopTexts } from './texts.ts'
import { useBoardDrag, type Drag } from './use-board-drag.ts'
import { useBoardMove } from './use-board-move.ts'

const minutesOf = (moved: Moved): number => {
  if (moved.kind === 'unplaced') return moved.line.minutes
  const { from, until } = spanOf(moved.job.shown)
  return (until - from) / 60_000
}

/** A day of the board: what waits for a place on the left, bays and hours beside it; on a phone one list. */
export function BoardView({ board }: { board: WorkshopBoard }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const may = useMay()(workshopPermissions.plan)
  const phone = useMedia('(max-width: 700px)')
  const [opened, setOpened] = useState<{ moved: Moved; spot: Spot | null } | null>(null)
  const moves = useBoardMove(board)
  const { drag, begin } = useBoardDrag(boardWindow(board), (moved, spot) => {
    if (moved.kind === 'job') moves.move(moved.job, spot)
    else setOpened({ moved, spot })
  })
  if (board.bays.length === 0) return <EmptyState>{t('workshop.no-bays')}</EmptyState>
  const waiting = <WaitingLines lines={board.unplaced} may={may} onOpen={(line) => setOpened({ moved: { kind: 'unplaced', line }, spot: null })} onGrip={(event, line) => begin(event, { kind: 'unplaced', line }, null)} />
  const people = <PeopleLoad people={board.technicians} />
  const close = () => setOpened(null)
  const spot = drag?.spot ?? null
  return (
    <div className="board-page">
      {board.open === null ? <Notice tone="warn">{t('workshop.closed-day')}</Notice> : null}
      {phone ? <>{waiting}<BoardPhone board={board} onOpen={(job) => setOpened({ moved: { kind: 'job', job }, spot: null })} />{people}</> : (
        <>
          <Legend />
          <div className="board-columns" onPointerDown={moves.release}>
            <div className="board-aside">{waiting}{people}</div>
            <BoardGrid board={board} may={may} moves={moves} target={drag === null || spot === null ? null : { spot, minutes: minutesOf(drag.moved) }}
              onOpen={(job) => setOpened({ moved: { kind: 'job', job }, spot: null })} onGrip={(event, job) => begin(event, { kind: 'job', job }, spanOf(job.shown).from)} />
          </div>
        </>
      )}
      {drag === null ? null : <Ghost drag={drag} />}
      <div className="k-unseen" role="status" aria-live="assertive">{moves.spoken}</div>
      {opened === null ? null : <PlaceDialog board={board} {...opened} onClose={close} />}
    </div>
  )
}

function Ghost({ drag }: { drag: Drag }) {
  const plate = drag.moved.kind === 'job' ? drag.moved.job.plate : drag.moved.line.plate
  return <div className="board-ghost" aria-hidden style={{ left: `${String(drag.x)}px`, top: `${String(drag.y)}px` }}><Plate text={showPlate(plate)} /></div>
}

function Legend() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  return (
    <p className="board-legend k-quiet-text">
      <span><span className="board-key-promise" aria-hidden />{t('workshop.legend-promise')}</span>
      <span><span className="board-key-late" aria-hidden />{t('workshop.legend-late')}</span>
      <span><span className="board-key-now" aria-hidden />{t('workshop.legend-now')}</span>
      <span><span className="board-key-days" aria-hidden />{t('workshop.legend-days')}</span>
      <span className="board-legend-keys"><KeyCap keys="Alt" /> <KeyCap keys="←↑↓→" /> {t('workshop.legend-keys')}</span>
    </p>
  )
}
