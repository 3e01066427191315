import type { AnswerOf } from '../../../platform/contract.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { seeScores } from '../contract.ts'
import { careTexts } from './texts.ts'

type Row = AnswerOf<typeof seeScores>['rows'][number]

/** Who received and who worked on the cars of those who were called. */
export function Scores() {
  const t = useTexts(careTexts.zh, careTexts.en)
  const { data } = useReading(seeScores, {})
  if (data === undefined) return <LoadBar busy />
  const columns: Column<Row>[] = [
    { id: 'role', header: '', headerLabel: t('care.name'), width: 100, cell: ({ role }) => t(`care.role.${role}`) },
    { id: 'name', header: t('care.name'), cell: ({ name }) => name },
    { id: 'calls', header: t('care.calls'), align: 'end', width: 70, cell: ({ calls }) => calls },
    { id: 'rate', header: t('care.rate'), align: 'end', width: 84, cell: ({ satisfied, calls }) => (calls === 0 ? '–' : `${((100 * satisfied) / calls).toFixed(0)} %`) },
    { id: 'score', header: t('care.score'), align: 'end', width: 70, cell: ({ score }) => (score === null ? '–' : (score / 10).toFixed(1)) },
  ]
  return (
    <div className="k-stack">
      <p className="k-quiet-text">{t('care.scores-from', { from: data.from })}</p>
      <DataTable label={t('care.tab.scores')} columns={columns} rows={data.rows} rowKey={({ role, name }) => `${role} ${name}`} minimumWidth={420} empty={<EmptyState>{t('care.no-scores')}</EmptyState>} />
    </div>
  )
}
