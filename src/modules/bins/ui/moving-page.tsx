import { Link } from '@tanstack/react-router'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { linkButtonClass, Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TimeLeft } from '../../../ui-kit/tag.tsx'
import { listMoves, listWaiting, type Waiting } from '../contract.ts'
import { binPermissions } from '../permissions.ts'
import { MoveBox } from './move-box.tsx'
import { MoveList } from './move-list.tsx'
import { binTexts } from './texts.ts'
import { useScan } from './use-scan.ts'
import './bins.css'

/** In the aisle, by scan: what goes where; what is not put away yet; what was moved. */
export function MovingPage() {
  const t = useTexts(binTexts.zh, binTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const scanning = useScan()
  const moves = usePages(listMoves, { limit: 20 })
  return (
    <PageFrame title={t('bins.moving')}>
      <div className="bin-moving">
        {may(binPermissions.move) ? <MoveBox scanning={scanning} /> : null}
        <NotPutAway onMove={may(binPermissions.move) ? scanning.scan : null} />
        <Section title={t('bins.last-moves')} panel>
          <MoveList moves={moves.rows} />
          {moves.more === null ? null : <Button kind="quiet" onPress={moves.more}>{w('web.more', { count: 20 })}</Button>}
        </Section>
      </div>
    </PageFrame>
  )
}

const hour = 60

/** PTS-11.2: the oldest first, with how long it has been waiting. */
function NotPutAway({ onMove }: { onMove: ((code: string) => void) | null }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(listWaiting, {}, { refetchInterval: 60_000 })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return (
    <Section title={t('bins.waiting')} panel>
      {data.rows.length === 0 ? <EmptyState>{t('bins.none-waiting')}</EmptyState> : <ul className="bin-lots">{data.rows.map((row) => <OneWaiting key={`${row.subjectId} ${row.number} ${row.since}`} row={row} onMove={onMove} />)}</ul>}
    </Section>
  )
}

function OneWaiting({ row, onMove }: { row: Waiting; onMove: ((code: string) => void) | null }) {
  const t = useTexts(binTexts.zh, binTexts.en)
  const english = useLanguage() === 'en'
  const { minutes } = row
  const age = minutes < hour ? t('bins.waiting-minutes', { minutes }) : minutes < 48 * hour ? t('bins.waiting-hours', { hours: Math.floor(minutes / hour) }) : t('bins.waiting-days', { days: Math.floor(minutes / (24 * hour)) })
  return (
    <li className="bin-lot">
      <div className="bin-line">
        <strong>{english ? row.nameEn : row.nameZh}</strong><span className="k-quiet-text">{row.number}</span><TimeLeft tone={minutes < 2 * hour ? 'calm' : minutes < 24 * hour ? 'soon' : 'late'}>{age}</TimeLeft>
        <span className="bin-end">
          {row.kind === 'receipt' ? <Link className={linkButtonClass} to={`/receiving/${row.subjectId}`}>{t('bins.waiting-receipt')}</Link>
            : onMove === null ? t('bins.waiting-staged', { bin: row.bin }) : <Button kind="quiet" onPress={() => onMove(row.number)}>{t('bins.move')}</Button>}
        </span>
      </div>
      {row.kind === 'staged' ? <div className="k-quiet-text">{t('bins.waiting-staged', { bin: row.bin })}</div> : null}
    </li>
  )
}
