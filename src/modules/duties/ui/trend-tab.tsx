import { Download } from 'lucide-react'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { saveFile } from '../../../platform/web/api.ts'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { listFailures, seeTrend, trendFile } from '../contract.ts'
import { trendSpans } from '../domain/trend.ts'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

type List = AnswerOf<typeof seeTrend>['lists'][number]
type Point = List['points'][number]
type Open = { readonly checklist: string; readonly point: string; readonly title: string }

const shareOf = ({ passed, failed }: { passed: number; failed: number }): string => (passed + failed === 0 ? '–' : `${((100 * passed) / (passed + failed)).toFixed(0)} %`)

/** Where the house is weak: every list, its points with the worst first, week by week; a touch shows the failures and what became of them. */
export function TrendTab() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const [weeks, setWeeks] = useState<(typeof trendSpans)[number]>(8)
  const [open, setOpen] = useState<Open | null>(null)
  const { data, isError, error, isFetching, refetch } = useReading(seeTrend, { query: { weeks } })
  return (
    <div className="k-stack">
      <div className="duty-board-bar">
        <ChoiceField label={t('duties.board.span')} hideLabel value={String(weeks)} onChange={(value) => setWeeks(trendSpans.find((span) => String(span) === value) ?? 8)} choices={trendSpans.map((count) => ({ value: String(count), text: t('duties.trend.weeks', { count }) }))} />
        <Button icon={Download} onPress={() => saveFile(trendFile, { query: { weeks } })}>{t('duties.trend.excel')}</Button>
      </div>
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {data === undefined ? <Skeleton kind="list" lines={8} /> : null}
      {data?.lists.length === 0 ? <EmptyState>{t('duties.trend.none')}</EmptyState> : null}
      {data?.lists.map((list) => <ListTrend key={list.code} list={list} weeks={data.weeks} onOpen={setOpen} />)}
      {open === null ? null : <Failures open={open} weeks={weeks} onClose={() => setOpen(null)} />}
    </div>
  )
}

function ListTrend({ list, weeks, onOpen }: { list: List; weeks: readonly string[]; onOpen: (open: Open) => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  const columns: Column<Point>[] = [
    { id: 'point', header: t('duties.audit-point'), cell: (row) => nameOf(row) },
    { id: 'rate', header: t('duties.trend.share'), align: 'end', width: 70, cell: shareOf },
    { id: 'failed', header: t('duties.point.fail'), align: 'end', width: 84, cell: ({ failed }) => failed },
    ...weeks.map((week, at): Column<Point> => ({ id: week, header: week.slice(5), align: 'end', width: 58, cell: ({ weeks: each }) => <WeekCell week={each[at]} /> })),
  ]
  return (
    <Section title={<>{nameOf(list)} <span className="k-quiet-text">{t('duties.trend.rate', { rate: shareOf(list) })}</span></>} panel>
      <DataTable label={nameOf(list)} columns={columns} rows={list.points} rowKey={({ point }) => point} minimumWidth={380 + 58 * weeks.length} onOpen={(row) => onOpen({ checklist: list.code, point: row.point, title: nameOf(row) })} />
    </Section>
  )
}

/** Failures of all in the week; nothing where the point was not asked. */
function WeekCell({ week }: { week: Point['weeks'][number] | undefined }) {
  if (week === undefined || week.passed + week.failed === 0) return <span className="k-quiet-text">–</span>
  return <span className={week.failed > 0 ? 'duty-overdue' : undefined}>{week.failed}/{week.passed + week.failed}</span>
}

function Failures({ open, weeks, onClose }: { open: Open; weeks: number; onClose: () => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const w = useTexts(webZh, webEn)
  const moments = useMoments()
  const { nameOf: positionOf } = usePositions()
  const list = usePages(listFailures, { weeks, checklist: open.checklist, point: open.point, limit: 40 })
  type Failure = (typeof list.rows)[number]
  const columns: Column<Failure>[] = [
    { id: 'at', header: t('duties.report-at'), width: 120, cell: ({ at }) => moments.full(at) },
    { id: 'who', header: t('duties.board.by.person'), width: 130, cell: ({ personName, position }) => `${personName} ${positionOf(position)}` },
    { id: 'note', header: t('duties.note'), cell: ({ note, subjectName }) => [subjectName, note].filter((part) => part !== '').join(' · ') },
    { id: 'task', header: t('duties.trend.task'), width: 190, cell: ({ taskClosedAt, taskClosedByName }) => (taskClosedAt === null ? <StatusTag tone="danger" text={t('duties.trend.task-open')} /> : t('duties.trend.task-closed', { name: taskClosedByName ?? '', time: moments.full(taskClosedAt) })) },
  ]
  return (
    <Dialog title={t('duties.trend.failures', { point: open.title })} size="wide" onClose={onClose}>
      <DataTable label={t('duties.point.fail')} columns={columns} rows={list.rows} rowKey={({ id }) => id} state={list.state} minimumWidth={600} empty={<EmptyState>{t('duties.trend.no-failures')}</EmptyState>}
        footer={list.more === null ? null : <Button onPress={list.more}>{w('web.more', { count: 40 })}</Button>} />
    </Dialog>
  )
}
