import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { BarChart, ColumnChart } from '../../../ui-kit/charts.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { figureOf } from '../domain/figures.ts'
import { lastOfMonth, noTeam, works } from '../domain/period.ts'
import { showFigure, showValue } from '../domain/show.ts'
import { Behind, type BehindWish } from './behind.tsx'
import { useGroupName, type Figures, type OneFigure } from './group-name.ts'
import { reportTexts } from './texts.ts'

/** What of the period a group stands for. */
function wishOf({ by, from, to }: Figures, key: string): Omit<BehindWish, 'figure'> {
  if (by === 'day') return { from: key, to: key }
  if (by === 'advisor') return { from, to, advisor: key }
  if (by === 'team') return { from, to, team: key === '' ? noTeam : key }
  if (by === 'work') return { from, to, work: works.find((work) => work === key) }
  const [first, last] = [`${key}-01`, lastOfMonth(`${key}-01`)]
  return { from: first < from ? from : first, to: last > to ? to : last }
}

/** The figure over the period as a picture, and the records behind it; a pressed number narrows them to its group. */
export function FigureDialog({ figures, figure, group, onClose }: { figures: Figures; figure: OneFigure; /** The group that was pressed. */ group: string | null; onClose: () => void }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const nameOf = useGroupName(figures.by)
  const [key, setKey] = useState(group)
  const { code, target } = figure
  const { unit } = figureOf(code)
  const name = t(`reports.figure.${code}`)
  const points = figures.groups.map((group, index) => ({ key: group.key, label: nameOf(group), value: figure.values[index] ?? null }))
  const chosen = points.find((point) => point.key === key)
  const parts = {
    label: t('reports.chart', { figure: name, by: t(`reports.by.${figures.by}`) }), points, show: (value: number | null) => showFigure(code, value), target: target ?? undefined, targetLabel: t('reports.target', { value: showValue(unit, target) }),
    onOpen: (pressed: string) => setKey(pressed),
  }
  const whole = { from: figures.from, to: figures.to }
  return (
    <Dialog title={`${name} ${showFigure(code, figure.total.value)}`} size="wide" onClose={onClose}>
      <div className="k-stack">
        {figures.by === 'advisor' || figures.by === 'team' || figures.by === 'work' ? <BarChart {...parts} /> : <ColumnChart {...parts} tableTitle={t('reports.table')} groupTitle={t('reports.group')} />}
        <div className="reports-narrow">
          <strong>{chosen === undefined ? `${figures.from} – ${figures.to}` : `${chosen.label} · ${showFigure(code, chosen.value)}`}</strong>
          {chosen === undefined ? null : <Button kind="quiet" onPress={() => setKey(null)}>{`${figures.from} – ${figures.to}`}</Button>}
        </div>
        <Behind wish={{ figure: code, ...(key === null ? whole : wishOf(figures, key)) }} />
      </div>
    </Dialog>
  )
}
