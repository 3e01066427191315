import { Info } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { IconButton } from '../../../ui-kit/button.tsx'
import { Sparkline } from '../../../ui-kit/charts.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { figureOf, standing, trend } from '../domain/figures.ts'
import { showFigure, showValue } from '../domain/show.ts'
import type { Figures } from './group-name.ts'
import { reportTexts } from './texts.ts'

export type OneFigure = Figures['figures'][number]

const tones = { met: 'active', missed: 'danger', none: 'neutral' } as const
const arrows = { better: '▲', worse: '▼', same: '' } as const

export function FigureCard({ figure, line, onOpen }: { figure: OneFigure; /** The groups are days or months: their values make a line. */ line: boolean; onOpen: () => void }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const [explaining, setExplaining] = useState(false)
  const { code, total: { value }, before, values } = figure
  const { target, unit } = figureOf(code)
  const name = t(`reports.figure.${code}`)
  const stands = standing(code, value)
  const turn = trend(code, value, before)
  return (
    <li className="figure k-panel" data-figure={code}>
      <div className="figure-head"><span>{name}</span><IconButton icon={Info} aria-label={t('reports.explain', { figure: name })} onPress={() => setExplaining(true)} /></div>
      <button type="button" className="figure-value" aria-label={`${t('reports.open', { figure: name })} ${showFigure(code, value)}`} onClick={onOpen}>{showFigure(code, value)}</button>
      <div className="figure-notes">
        {target === undefined ? null : <StatusTag tone={tones[stands]} text={t('reports.target', { value: showValue(unit, target) })} />}
        <span className={`figure-turn-${turn}`}><span aria-hidden>{arrows[turn]}</span>{turn === 'same' ? null : <span className="k-unseen">{t(`reports.trend.${turn}`)}</span>} {t('reports.before', { value: showFigure(code, before) })}</span>
      </div>
      {line ? <Sparkline label={name} values={values} /> : null}
      {explaining ? <Explanation figure={figure} onClose={() => setExplaining(false)} /> : null}
    </li>
  )
}

/** How it is counted and from what: nobody has to take a number on trust. */
function Explanation({ figure: { code, total }, onClose }: { figure: OneFigure; onClose: () => void }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const { target, unit, behind, denominator, rest } = figureOf(code)
  const plain = unit !== 'minutes' && code !== 'efficiency' && denominator !== undefined
  const sum = (value: number): string => showValue(unit === 'fen' && value === total.numerator ? 'fen' : 'count', value)
  return (
    <Dialog title={t(`reports.figure.${code}`)} size="small" onClose={onClose}>
      <Facts layout="columns" facts={[
        { id: 'how', label: t('reports.how'), value: t(`reports.formula.${code}`), wide: true },
        ...(plain ? [{ id: 'parts', label: t('reports.this-period'), value: total.denominator === 0 ? t('reports.of-nothing') : `${rest === true ? '1 − ' : ''}${sum(total.numerator)} ÷ ${sum(total.denominator ?? 0)} = ${showFigure(code, total.value)}`, wide: true }] : []),
        { id: 'source', label: t('reports.source'), value: t('reports.source-text', { list: t(`reports.list.${behind}`) }), wide: true },
        ...(target === undefined ? [] : [{ id: 'target', label: t('reports.target', { value: '' }), value: showValue(unit, target) }]),
      ]} />
    </Dialog>
  )
}
