import { Download } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import { saveFile } from '../../../platform/web/api.ts'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField } from '../../../ui-kit/text-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { weekdayOf } from '../../organisation/domain/opening.ts'
import { usePositions } from '../../organisation/ui/public.tsx'
import { boardFile, listBoard, seeBoard } from '../contract.ts'
import { boardGroupings, whyNotBoard, type BoardGrouping } from '../domain/board.ts'
import { toneOfStatus } from './duty-words.ts'
import { dutyTexts } from './texts.ts'
import './duties.css'

const spans = ['week', 'last-week', 'month', 'last-month', 'free'] as const
/** The last line; no key of a grouping looks so. */
const wholeStore = '*'
type Span = (typeof spans)[number]
type Row = AnswerOf<typeof seeBoard>['rows'][number]

function daysOf(span: Exclude<Span, 'free'>, today: string): { from: string; to: string } {
  const monday = addDays(today, 1 - weekdayOf(today))
  const first = `${today.slice(0, 7)}-01`
  if (span === 'week') return { from: monday, to: today }
  if (span === 'last-week') return { from: addDays(monday, -7), to: addDays(monday, -1) }
  return span === 'month' ? { from: first, to: today } : { from: `${addDays(first, -1).slice(0, 7)}-01`, to: addDays(first, -1) }
}

/** How the duties of the house ended: for the Tuesday meeting and the month's appraisal (STM-4.12). */
export function BoardPage() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const [span, setSpan] = useState<Span>('week')
  const [by, setBy] = useState<BoardGrouping>('position')
  const [open, setOpen] = useState<Row | null>(null)
  const today = useToday()
  const [free, setFree] = useState(() => daysOf('month', today))
  const period = span === 'free' ? free : daysOf(span, today)
  const query = { ...period, by }
  const whyNot = period.from === '' || period.to === '' ? t('duties.board.days-missing') : t.refusal(whyNotBoard(period))
  const nameOf = useNameOfRow(by)
  const { data, isError, error, isFetching, refetch } = useReading(seeBoard, { query }, { enabled: whyNot === null })
  return (
    <PageFrame title={t('duties.board')} note={`${query.from} – ${query.to}`} actions={<Button icon={Download} whyNot={whyNot} onPress={() => saveFile(boardFile, { query })}>{t('duties.board.excel')}</Button>}>
      <div className="k-stack">
        <div className="duty-board-bar">
          <ChoiceField label={t('duties.board.span')} hideLabel value={span} onChange={setSpan} choices={spans.map((value) => ({ value, text: t(`duties.board.span.${value}`) }))} />
          {span !== 'free' ? null : (
            <>
              <DateTimeField kind="date" label={t('duties.board.from')} hideLabel name="from" value={free.from} max={free.to} onChange={(from) => setFree((before) => ({ ...before, from }))} />
              <DateTimeField kind="date" label={t('duties.board.to')} hideLabel name="to" value={free.to} min={free.from} onChange={(to) => setFree((before) => ({ ...before, to }))} />
            </>
          )}
          <ChoiceField label={t('duties.board.by')} hideLabel value={by} onChange={setBy} choices={boardGroupings.map((value) => ({ value, text: t(`duties.board.by.${value}`) }))} />
        </div>
        <LoadBar busy={isFetching && data !== undefined} />
        {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
        {whyNot === null ? null : <Notice tone="warn">{whyNot}</Notice>}
        {whyNot !== null ? null : data === undefined ? <Skeleton kind="list" lines={8} /> : <BoardTable rows={data.rows.length === 0 ? [] : [...data.rows, { key: wholeStore, position: '', nameZh: '', nameEn: '', doers: [], ...data.total }]} by={data.by} nameOf={nameOf} onOpen={setOpen} />}
        {open === null ? null : <Behind query={{ ...query, ...(open.key === wholeStore ? {} : { key: open.key }) }} title={nameOf(open)} onClose={() => setOpen(null)} />}
      </div>
    </PageFrame>
  )
}

function useNameOfRow(by: BoardGrouping): (row: Row) => string {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const english = useLanguage() === 'en'
  const { nameOf: positionOf } = usePositions()
  return ({ key, position, nameZh, nameEn, doers }) => {
    if (key === wholeStore) return t('duties.board.total')
    if (by === 'position') return positionOf(key)
    if (by === 'week') return t('duties.board.week-of', { day: key })
    if (by === 'team') return key === '' ? t('duties.board.no-team') : english ? nameEn : nameZh
    if (by === 'duty') return `${key} ${english ? nameEn : nameZh}`
    return nameZh === '' ? t(doers.length === 0 ? 'duties.board.shared' : 'duties.board.shared-by', { position: positionOf(position), names: doers }) : nameZh
  }
}

function BoardTable({ rows, by, nameOf, onOpen }: { rows: readonly Row[]; by: BoardGrouping; nameOf: (row: Row) => string; onOpen: (row: Row) => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const { nameOf: positionOf } = usePositions()
  const number = (id: 'done' | 'late' | 'missed' | 'excused' | 'overdue', width: number): Column<Row> => ({ id, header: t(`duties.score.${id}`), align: 'end', width, cell: (row) => row[id] })
  const columns: Column<Row>[] = [
    { id: 'name', header: t(`duties.board.by.${by}`), cell: (row) => (row.key === wholeStore ? <strong>{nameOf(row)}</strong> : nameOf(row)) },
    ...(by === 'person' || by === 'duty' ? [{ id: 'position', header: t('duties.position'), width: 150, cell: ({ position }: Row) => (position === '' ? '' : positionOf(position)) }] : []),
    { id: 'rate', header: t('duties.score.rate'), align: 'end', width: 90, cell: ({ rate }) => (rate === null ? '–' : `${(rate / 100).toFixed(1)} %`) },
    number('overdue', 90), number('done', 70), number('late', 70), number('missed', 80), number('excused', 80),
    { id: 'data', header: t('duties.score.by-data'), align: 'end', width: 90, cell: ({ byData }) => byData },
  ]
  return <div className="k-panel"><DataTable label={t('duties.board')} columns={columns} rows={rows} rowKey={({ key }) => key} minimumWidth={by === 'person' || by === 'duty' ? 960 : 800} onOpen={onOpen} empty={<EmptyState>{t('duties.board.nothing')}</EmptyState>} /></div>
}

/** The duties behind a line; what went wrong first of all. */
function Behind({ query, title, onClose }: { query: { from: string; to: string; by: BoardGrouping; key?: string }; title: string; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  const english = useLanguage() === 'en'
  const [onlyFaults, setOnlyFaults] = useState(true)
  const list = usePages(listBoard, { ...query, faults: onlyFaults ? 'yes' : 'no', limit: 40 })
  type Instance = AnswerOf<typeof listBoard>['rows'][number]
  const columns: Column<Instance>[] = [
    { id: 'due', header: t('duties.board.due'), width: 120, cell: ({ dueAt }) => moments.full(dueAt) },
    { id: 'duty', header: t('duties.board.by.duty'), cell: (row) => `${row.dutyId} ${english ? row.en : row.zh}${row.subjectName === '' ? '' : ` · ${row.subjectName}`}` },
    { id: 'person', header: t('duties.board.by.person'), width: 90, cell: ({ personName }) => (personName === '' ? '–' : personName) },
    { id: 'status', header: t('duties.board.status'), width: 112, cell: ({ status }) => <StatusTag tone={toneOfStatus[status]} text={status === 'open' ? t('duties.score.overdue') : t(`duties.status.${status}`)} /> },
    { id: 'why', header: t('duties.explanation'), width: 160, cell: ({ explanation, excused }) => [explanation, excused === null ? '' : t('duties.excused-by', { name: excused.personName, time: moments.full(excused.at), note: excused.note })].filter((part) => part !== '').join(' · ') },
  ]
  return (
    <Dialog title={title} size="wide" onClose={onClose}>
      <div className="k-stack">
        <CheckField label={t('duties.board.only-faults')} checked={onlyFaults} onChange={setOnlyFaults} />
        <DataTable label={title} columns={columns} rows={list.rows} rowKey={({ id }) => id} state={list.state} minimumWidth={720} empty={<EmptyState>{t('duties.board.no-faults')}</EmptyState>}
          footer={list.more === null ? null : <Button onPress={list.more}>{w('web.more', { count: 40 })}</Button>} />
      </div>
    </Dialog>
  )
}
