import { Link } from '@tanstack/react-router'
import { ArrowRight, ClipboardCheck, PenLine } from 'lucide-react'
import { useState } from 'react'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useNow } from '../../../platform/web/use-now.ts'
import { Button, buttonClass } from '../../../ui-kit/button.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import type { InstanceRow } from '../contract.ts'
import { dutyPermissions } from '../permissions.ts'
import { ChecklistDialog } from './checklist-dialog.tsx'
import { toneOfStatus, useFigure, useNameOf, useProofWords } from './duty-words.ts'
import { ExplainDialog, RecordDialog } from './record-dialog.tsx'
import { dutyTexts } from './texts.ts'

/** One duty: what, till when, how far, and the button that does it. What data proves leads to the page where the work is. */
export function DutyCard({ row, main, upcoming = false }: { row: InstanceRow; main: boolean; /** It opens later, by the server's clock: a tablet's own may be wrong. */ upcoming?: boolean }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const nameOf = useNameOf()
  const words = useProofWords()
  const figure = useFigure()
  const { nameOf: positionOf } = usePositions()
  const now = useNow(30)
  const overdue = row.status === 'open' && Date.parse(row.dueAt) < now
  // Where a list is signed beside the data there is still that to do.
  const idle = row.figure?.nothing === true && row.checklist === null
  return (
    <li className="duty-card k-panel" data-duty={row.dutyId}>
      <div className="duty-head">
        <span className="duty-name">{nameOf(row)}</span>
        {row.status === 'open' ? null : <StatusTag tone={toneOfStatus[row.status]} text={t(`duties.status.${row.status}`)} />}
        {row.figure === null ? null : <StatusTag tone={idle ? 'done' : row.figure.met ? 'active' : 'warn'} text={idle ? t('duties.nothing-yet') : row.figure.met ? t(row.checklist === null ? 'duties.met' : 'duties.met-unsigned') : figure(row.figure)} />}
      </div>
      <p className="duty-facts">
        <span className={overdue ? 'duty-overdue' : undefined}>{t(overdue ? 'duties.was-due' : 'duties.due', { time: moments.time(row.dueAt) })}</span>
        {row.subjectName === '' ? null : <strong>{row.subjectName}</strong>}
        {row.standsInFor === null ? null : <strong>{row.standsInFor.length === 0 ? t('duties.falls-to-you', { position: positionOf(row.position) }) : t('duties.for-whom', { name: t.list(row.standsInFor), position: positionOf(row.position) })}</strong>}
        <span className="k-quiet-text">{row.dutyId} · {words(row.proof)}</span>
      </p>
      <Outcome row={row} />
      <DutyDeeds row={row} main={main} upcoming={upcoming} />
    </li>
  )
}

/** How it ended. */
function Outcome({ row }: { row: InstanceRow }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const nameOf = useNameOf()
  const figure = useFigure()
  if (row.status === 'open' || row.closedAt === null) return null
  const failed = row.evidence?.kind === 'check' ? row.evidence.points.filter(({ result }) => result === 'fail') : []
  return (
    <div className="k-quiet-text">
      {row.evidence === null ? null : <p>{t('duties.by', { name: row.closedByName === '' ? t('duties.by-data') : row.closedByName, time: moments.time(row.closedAt) })}
        {row.evidence.kind === 'auto' ? ` · ${figure(row.evidence)}` : row.evidence.kind === 'record' ? ` · ${row.evidence.words}` : ''}</p>}
      {failed.map((point) => <p key={point.point}>{t.named(t('duties.point.fail'), `${nameOf(point)} · ${point.note}`)}</p>)}
      {row.explanation === '' ? null : <p>{t.named(t('duties.explanation'), row.explanation)}</p>}
    </div>
  )
}

function DutyDeeds({ row, main, upcoming }: { row: InstanceRow; main: boolean; upcoming: boolean }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const may = useMay()
  const [asking, setAsking] = useState<'record' | 'check' | 'explain' | null>(null)
  const close = () => setAsking(null)
  const kind = main ? 'primary' : 'plain'
  const mayFile = may(dutyPermissions.file)
  // Where a list is signed beside the data, the data comes first: the server refuses the signature until it is met.
  if (row.status === 'open' && row.page !== null && (row.checklist === null || row.figure?.met !== true)) return row.figure?.met === true ? null : <div className="duty-deed"><Link to={row.page} className={buttonClass(kind)}><ArrowRight size={15} aria-hidden /><span className="k-button-text">{t('duties.go')}</span></Link></div>
  if (!mayFile || (row.status === 'open' && upcoming)) return null
  return (
    <div className="duty-deed">
      {row.status === 'open' && row.checklist !== null ? <Button kind={kind} icon={ClipboardCheck} onPress={() => setAsking('check')}>{t('duties.check')}</Button> : null}
      {row.status === 'open' && row.checklist === null ? <Button kind={kind} icon={PenLine} onPress={() => setAsking('record')}>{t('duties.file')}</Button> : null}
      {(row.status === 'missed' || row.status === 'late') && row.explanation === '' ? <Button icon={PenLine} onPress={() => setAsking('explain')}>{t('duties.explain')}</Button> : null}
      {asking === 'record' ? <RecordDialog row={row} onClose={close} /> : null}
      {asking === 'explain' ? <ExplainDialog row={row} onClose={close} /> : null}
      {asking === 'check' && row.checklist !== null ? <ChecklistDialog row={row} checklist={row.checklist} onClose={close} /> : null}
    </div>
  )
}
