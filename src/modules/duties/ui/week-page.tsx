import { Printer } from 'lucide-react'
import { useState } from 'react'
import { addDays } from '../../../kernel/time.ts'
import type { AnswerOf } from '../../../platform/contract.ts'
import { fileAddress } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { printManagersWeek, seeManagersWeek } from '../contract.ts'
import { lastWeek } from '../domain/week.ts'
import { dutyTexts } from './texts.ts'
import './duties.css'

type Week = AnswerOf<typeof seeManagersWeek>
const spans = ['last', 'before'] as const
type Span = (typeof spans)[number]

/** The Tuesday meeting's page of a manager: his people's week, who owes what, what recurs, and his own debt. */
export function WeekPage() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const [span, setSpan] = useState<Span>('last')
  const { from } = lastWeek(useToday())
  const query = { day: span === 'last' ? from : addDays(from, -7) }
  const { data, isError, error, isFetching, refetch } = useReading(seeManagersWeek, { query })
  return (
    <PageFrame title={t('duties.week')} note={data === undefined ? undefined : t('duties.week.span', { from: data.from, to: data.to })}
      actions={<Button kind="primary" icon={Printer} onPress={() => { window.open(fileAddress(printManagersWeek, { query }), '_blank', 'noopener') }}>{t('duties.week.print')}</Button>}>
      <div className="k-stack duty-week">
        <ChoiceField label={t('duties.board.span')} hideLabel value={span} onChange={setSpan} choices={spans.map((value) => ({ value, text: t(`duties.week.${value}`) }))} />
        <LoadBar busy={isFetching && data !== undefined} />
        {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
        {data === undefined ? <Skeleton kind="list" lines={8} /> : <><Totals week={data} /><People week={data} /><Misses week={data} /><Owed week={data} /></>}
      </div>
    </PageFrame>
  )
}

const share = (rate: number | null): string => (rate === null ? '–' : `${(rate / 100).toFixed(1)} %`)

function Totals({ week }: { week: Week }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  return (
    <p className="duty-facts">
      <strong>{t('duties.score.rate')} {share(week.rate)}</strong>
      {(['done', 'late', 'missed', 'excused'] as const).map((count) => <span key={count}>{t(`duties.score.${count}`)} {week[count]}</span>)}
      <StatusTag tone={week.debt === 0 ? 'active' : 'danger'} text={t('duties.week.debt', { count: week.debt })} />
    </p>
  )
}

function People({ week }: { week: Week }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const { nameOf: positionOf } = usePositions()
  type Row = Week['people'][number]
  const number = (id: 'done' | 'late' | 'missed' | 'excused'): Column<Row> => ({ id, header: t(`duties.score.${id}`), align: 'end', width: 76, cell: (row) => row[id] })
  const columns: Column<Row>[] = [
    { id: 'name', header: t('duties.board.by.person'), cell: ({ name, position }) => (name === '' ? positionOf(position) : name) },
    { id: 'rate', header: t('duties.score.rate'), align: 'end', width: 84, cell: ({ rate }) => share(rate) }, number('missed'), number('late'), number('done'), number('excused'),
    { id: 'position', header: t('duties.position'), width: 170, cell: ({ position }) => positionOf(position) },
  ]
  return <Section title={t('duties.week.people')} panel><DataTable label={t('duties.week.people')} columns={columns} rows={week.people} rowKey={({ key }) => key} minimumWidth={640} empty={<EmptyState>{t('duties.week.nobody')}</EmptyState>} /></Section>
}

function Misses({ week }: { week: Week }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const english = useLanguage() === 'en'
  const { nameOf: positionOf } = usePositions()
  type Row = Week['misses'][number]
  const columns: Column<Row>[] = [
    { id: 'duty', header: t('duties.board.by.duty'), cell: ({ dutyId, zh, en }) => `${dutyId} ${english ? en : zh}` },
    { id: 'position', header: t('duties.position'), width: 150, cell: ({ position }) => positionOf(position) },
    { id: 'late', header: t('duties.score.late'), align: 'end', width: 76, cell: ({ late }) => late },
    { id: 'missed', header: t('duties.score.missed'), align: 'end', width: 76, cell: ({ missed }) => missed },
  ]
  return <Section title={t('duties.week.misses')} panel><DataTable label={t('duties.week.misses')} columns={columns} rows={week.misses} rowKey={({ dutyId }) => dutyId} minimumWidth={560} empty={<EmptyState>{t('duties.week.no-misses')}</EmptyState>} /></Section>
}

function Owed({ week }: { week: Week }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const { nameOf: positionOf } = usePositions()
  type Row = Week['owed'][number]
  const columns: Column<Row>[] = [
    { id: 'duty', header: t('duties.board.by.duty'), cell: ({ dutyId, zh, en, subjectName }) => `${dutyId} ${english ? en : zh}${subjectName === '' ? '' : ` · ${subjectName}`}` },
    { id: 'person', header: t('duties.board.by.person'), width: 130, cell: ({ personName, position }) => (personName === '' ? positionOf(position) : personName) },
    { id: 'due', header: t('duties.board.due'), width: 110, cell: ({ dueAt }) => moments.full(dueAt) },
    { id: 'level', header: '', headerLabel: t('duties.board.status'), width: 110, cell: ({ level }) => (level === 0 ? null : <StatusTag tone="danger" text={t('duties.level', { level })} />) },
  ]
  return (
    <Section title={t('duties.week.owed')} panel>
      <DataTable label={t('duties.week.owed')} columns={columns} rows={week.owed} rowKey={({ id }) => id} minimumWidth={560} empty={<EmptyState>{t('duties.week.nothing-owed')}</EmptyState>}
        footer={week.owedInAll > week.owed.length ? <span className="k-quiet-text">{t('duties.week.owed-more', { count: week.owedInAll, shown: week.owed.length })}</span> : null} />
    </Section>
  )
}
