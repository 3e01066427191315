import { useTexts } from '../../../platform/web/language.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import type { FigureCode } from '../domain/figures.ts'
import { showFigure } from '../domain/show.ts'
import { useGroupName, type Figures } from './group-name.ts'
import { reportTexts } from './texts.ts'

type Row = { readonly key: string; readonly name: string; readonly at: number }

/** Advisors, teams or kinds of work beside each other, figure by figure; each number opens its records. */
export function SideBySide({ figures, onOpen }: { figures: Figures; onOpen: (code: FigureCode, group: string) => void }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const nameOf = useGroupName(figures.by)
  const rows = figures.groups.map((group, at): Row => ({ key: group.key, name: nameOf(group), at }))
  const columns: Column<Row>[] = [
    { id: 'name', header: t('reports.group'), width: 110, cell: ({ name }) => name },
    ...figures.figures.map(({ code, values }): Column<Row> => ({
      id: code, header: t(`reports.figure.${code}`), align: 'end', width: 112,
      cell: ({ key, at }) => (key === '' && figures.by !== 'team' ? showFigure(code, values[at] ?? null) : <button type="button" className="reports-number" onClick={() => onOpen(code, key)}>{showFigure(code, values[at] ?? null)}</button>),
    })),
  ]
  return <DataTable label={t('reports.side-by-side')} columns={columns} rows={rows} rowKey={({ key }) => key} minimumWidth={110 + 112 * figures.figures.length} empty={<EmptyState>{t('reports.none')}</EmptyState>} />
}
