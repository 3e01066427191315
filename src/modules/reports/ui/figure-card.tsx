import { Info } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { IconButton } from '../../../ui-kit/button.tsx'
import { Sparkline } from '../../../ui-kit/charts.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { figureOf, standing, trend } from '../domain/figures.ts'
import { showFigure, showValue } from '../domain/show.ts'
import { FigureExplanation } from './figure-explanation.tsx'
import type { OneFigure } from './group-name.ts'
import { reportTexts } from './texts.ts'

const tones = { met: 'active', missed: 'danger', none: 'neutral' } as const
const arrows = { better: '▲', worse: '▼', same: '' } as const

export function FigureCard({ figure, line, onOpen }: { figure: OneFigure; /** The groups are days or months: their values make a line. */ line: boolean; onOpen: () => void }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const [explaining, setExplaining] = useState(false)
  const { code, total: { value }, before, values, target } = figure
  const { unit } = figureOf(code)
  const name = t(`reports.figure.${code}`)
  const stands = standing(code, value, target)
  const turn = trend(code, value, before)
  return (
    <li className="figure k-panel" data-figure={code}>
      <div className="figure-head"><span>{name}</span><IconButton icon={Info} aria-label={t('reports.explain', { figure: name })} onPress={() => setExplaining(true)} /></div>
      <button type="button" className="figure-value" aria-label={`${t('reports.open', { figure: name })} ${showFigure(code, value)}`} onClick={onOpen}>{showFigure(code, value)}</button>
      <div className="figure-notes">
        {target === null ? null : <StatusTag tone={tones[stands]} text={t('reports.target', { value: showValue(unit, target) })} />}
        <span className={`figure-turn-${turn}`}><span aria-hidden>{arrows[turn]}</span>{turn === 'same' ? null : <span className="k-unseen">{t(`reports.trend.${turn}`)}</span>} {t('reports.before', { value: showFigure(code, before) })}</span>
      </div>
      {line ? <Sparkline label={name} values={values} /> : null}
      {explaining ? <FigureExplanation figure={figure} onClose={() => setExplaining(false)} /> : null}
    </li>
  )
}
