import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import type { TaskRow } from '../contract.ts'
import { taskTexts } from './texts.ts'
import { taskTones } from './tones.ts'
import './tasks.css'

/** One task in a list: what, whose, by when. */
export function TaskCard({ row, onOpen }: { row: TaskRow; onOpen: (id: string) => void }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  return (
    <li className="task-card k-panel" aria-label={row.number}>
      <TaskHead row={row} />
      <p className="task-words">{row.words === '' ? t('tasks.photo-only') : row.words}</p>
      <TaskFacts row={row} />
      <div className="task-deed"><Button onPress={() => onOpen(row.id)}>{t('tasks.open')}</Button></div>
    </li>
  )
}

export function TaskHead({ row }: { row: TaskRow }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const late = row.doneAt !== null && row.doneAt > row.dueAt
  return (
    <div className="task-head">
      <StatusTag tone={taskTones[row.status]} text={t(`tasks.status.${row.status}`)} />
      {row.overdue ? <StatusTag tone="danger" text={t('tasks.overdue')} /> : null}{late ? <StatusTag tone="warn" text={t('tasks.done-late')} /> : null}
      {row.returns === 0 ? null : <StatusTag tone="danger" text={t('tasks.returns', { count: row.returns })} />}
      <span>{t(`tasks.kind.${row.kind}`)}{row.area === null ? '' : ` · ${t(`tasks.area.${row.area}`)}`}</span><span className="k-quiet-text">{row.number}</span>
    </div>
  )
}

export function TaskFacts({ row }: { row: TaskRow }) {
  const t = useTexts(taskTexts.zh, taskTexts.en)
  const moments = useMoments()
  const { nameOf } = usePositions()
  return (
    <p className="task-facts">
      <span>{nameOf(row.position)}{row.ownerName === '' ? '' : ` · ${row.ownerName}`}</span><span className={row.overdue ? 'task-late' : ''}>{t('tasks.due-at', { time: moments.full(row.dueAt) })}</span>
      <span className="k-quiet-text">{t('tasks.from', { name: row.givenByName, time: moments.full(row.givenAt) })}</span>{row.sourceName === '' ? null : <span className="k-quiet-text">{t('tasks.source', { name: row.sourceName })}</span>}
    </p>
  )
}
