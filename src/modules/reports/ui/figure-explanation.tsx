import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, NumberField, PercentField } from '../../../ui-kit/number-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { setTarget } from '../contract.ts'
import { figureOf, whyNotTarget } from '../domain/figures.ts'
import { showFigure, showValue } from '../domain/show.ts'
import { reportPermissions } from '../permissions.ts'
import type { OneFigure } from './group-name.ts'
import { reportTexts } from './texts.ts'

/** How it is counted and from what: nobody has to take a number on trust. Who may says what the store wants of it. */
export function FigureExplanation({ figure, onClose }: { figure: OneFigure; onClose: () => void }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const may = useMay()
  const { code, total } = figure
  const { target, unit, behind, denominator, rest } = figureOf(code)
  const plain = unit !== 'minutes' && code !== 'efficiency' && denominator !== undefined
  const sum = (value: number): string => showValue(unit === 'fen' && value === total.numerator ? 'fen' : 'count', value)
  return (
    <Dialog title={t(`reports.figure.${code}`)} size="small" onClose={onClose}>
      <div className="k-stack">
        <Facts layout="columns" facts={[
          { id: 'how', label: t('reports.how'), value: t(`reports.formula.${code}`), wide: true },
          ...(plain ? [{ id: 'parts', label: t('reports.this-period'), value: total.denominator === 0 ? t('reports.of-nothing') : `${rest === true ? '1 − ' : ''}${sum(total.numerator)} ÷ ${sum(total.denominator ?? 0)} = ${showFigure(code, total.value)}`, wide: true }] : []),
          { id: 'source', label: t('reports.source'), value: t('reports.source-text', { list: t(`reports.list.${behind}`) }), wide: true },
          ...(target === undefined ? [] : [{ id: 'target', label: t('reports.manual-target'), value: showValue(unit, target) }]),
        ]} />
        {may(reportPermissions.setTarget) && whyNotTarget(code) === null ? <TargetForm figure={figure} onDone={onClose} /> : null}
      </div>
    </Dialog>
  )
}

const fields = { percent: PercentField, fen: MoneyField, count: NumberField, minutes: NumberField } as const

function TargetForm({ figure: { code, target, targetVersion }, onDone }: { figure: OneFigure; onDone: () => void }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const toast = useToast()
  const [value, setValue] = useState(target)
  const { unit } = figureOf(code)
  const deed = useDeed(setTarget, () => { onDone(); toast({ text: t('reports.target-set') }) })
  const Amount = fields[unit]
  return (
    <form className="reports-narrow" noValidate onSubmit={(event) => { event.preventDefault(); deed.run({ params: { figure: code }, body: { version: targetVersion, value } }) }}>
      <Amount label={t(unit === 'minutes' ? 'reports.own-target-minutes' : 'reports.own-target')} name="target" value={value} onChange={setValue} hint={t('reports.own-target-hint')} />
      <Button submit busy={deed.busy}>{t('reports.set-target')}</Button>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </form>
  )
}
