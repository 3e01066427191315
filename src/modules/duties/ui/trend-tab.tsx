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
import { areaCodes, type Area } from '../domain/areas.ts'
import { passedPercent, trendGroups, trendSpans, type TrendGroup } from '../domain/trend.ts'
import { useNameOf } from './duty-words.ts'
import { dutyTexts } from './texts.ts'

type Group = AnswerOf<typeof seeTrend>['groups'][number]
type Point = Group['points'][number]
type Open = { readonly checklist: string; readonly point: string; readonly area: Area | undefined; readonly title: string }
/** Null is the group as a whole, on top of its points. */
type Line = Pick<Point, 'passed' | 'failed' | 'weeks'> & { readonly of: Point | null }

const shareOf = ({ passed, failed }: { passed: number; failed: number }): string => (passed + failed === 0 ? '–' : `${String(passedPercent({ passed, failed }))} %`)

/** Where the house is weak: every part of it, or every list, its points with the worst first, week by week; a touch shows the failures and what became of them. */
export function TrendTab() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const [weeks, setWeeks] = useState<(typeof trendSpans)[number]>(8)
  const [by, setBy] = useState<TrendGroup>('area')
  const [open, setOpen] = useState<Open | null>(null)
  const { data, isError, error, isFetching, refetch } = useReading(seeTrend, { query: { weeks, by } })
  return (
    <div className="k-stack">
      <div className="duty-board-bar">
        <ChoiceField label={t('duties.trend.by')} hideLabel value={by} onChange={(value) => setBy(trendGroups.find((group) => group === value) ?? 'area')} choices={trendGroups.map((group) => ({ value: group, text: t(`duties.trend.by.${group}`) }))} />
        <ChoiceField label={t('duties.board.span')} hideLabel value={String(weeks)} onChange={(value) => setWeeks(trendSpans.find((span) => String(span) === value) ?? 8)} choices={trendSpans.map((count) => ({ value: String(count), text: t('duties.trend.weeks', { count }) }))} />
        <Button icon={Download} onPress={() => saveFile(trendFile, { query: { weeks } })}>{t('duties.trend.excel')}</Button>
      </div>
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {data === undefined ? <Skeleton kind="list" lines={8} /> : null}
      {data?.groups.length === 0 ? <EmptyState>{t('duties.trend.none')}</EmptyState> : null}
      {data?.groups.map((group) => <GroupTrend key={group.code} by={by} group={group} weeks={data.weeks} onOpen={setOpen} />)}
      {open === null ? null : <Failures open={open} weeks={weeks} onClose={() => setOpen(null)} />}
    </div>
  )
}

function GroupTrend({ by, group, weeks, onOpen }: { by: TrendGroup; group: Group; weeks: readonly string[]; onOpen: (open: Open) => void }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  const area = by === 'area' ? areaCodes.find((code) => code === group.code) : undefined
  const columns: Column<Line>[] = [
    { id: 'point', header: t('duties.audit-point'), cell: ({ of }) => <PointName of={of} withList={area !== undefined} /> },
    { id: 'rate', header: t('duties.trend.share'), align: 'end', width: 70, cell: shareOf },
    { id: 'failed', header: t('duties.point.fail'), align: 'end', width: 84, cell: ({ failed }) => failed },
    ...weeks.map((week, at): Column<Line> => ({ id: week, header: week.slice(5), align: 'end', width: 58, cell: ({ weeks: each }) => <WeekCell week={each[at]} /> })),
  ]
  const rows: Line[] = [{ ...group, of: null }, ...group.points.map((point) => ({ ...point, of: point }))]
  return (
    <Section title={<>{nameOf(group)} <span className="k-quiet-text">{t('duties.trend.rate', { rate: shareOf(group) })}</span></>} panel>
      <DataTable label={nameOf(group)} columns={columns} rows={rows} rowKey={({ of }) => (of === null ? '' : `${of.checklist} ${of.point}`)} minimumWidth={380 + 58 * weeks.length}
        onOpen={({ of }) => { if (of !== null) onOpen({ checklist: of.checklist, point: of.point, area, title: nameOf(of) }) }} />
    </Section>
  )
}

/** In a part of the house several lists ask for the floor: the list stands beside its point. */
function PointName({ of, withList }: { of: Point | null; withList: boolean }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  if (of === null) return <strong>{t('duties.trend.all-points')}</strong>
  return <>{nameOf(of)}{withList ? <span className="k-quiet-text"> · {nameOf({ zh: of.listZh, en: of.listEn })}</span> : null}</>
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
  const list = usePages(listFailures, { weeks, checklist: open.checklist, point: open.point, ...(open.area === undefined ? {} : { area: open.area }), limit: 40 })
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
