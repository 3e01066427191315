import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { figuresFile, seeFigures } from '../contract.ts'
import type { FigureCode } from '../domain/figures.ts'
import { groupings, type Grouping } from '../domain/period.ts'
import { FigureCard } from './figure-card.tsx'
import { FigureDialog } from './figure-dialog.tsx'
import { PeriodBar, useWhyNotPeriod, type PeriodProps } from './period-bar.tsx'
import { SideBySide } from './side-by-side.tsx'
import { reportTexts } from './texts.ts'

/** A figure a card; the number opens what stands behind it. */
export function FiguresTab({ choice, onChoice }: PeriodProps) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const sentence = useSentence()
  const [wanted, setWanted] = useState<Grouping>('day')
  const [open, setOpen] = useState<{ readonly code: FigureCode; readonly group: string | null } | null>(null)
  const close = () => setOpen(null)
  // Days of a whole year are too many to look at: it is read by month.
  const by: Grouping = choice.kind === 'year' && wanted === 'day' ? 'month' : wanted
  const whyNot = useWhyNotPeriod(choice, by)
  const query = { from: choice.from, to: choice.to, by }
  const { data, isError, error, isFetching, refetch } = useReading(seeFigures, { query }, { enabled: whyNot === null })
  const opened = data?.figures.find(({ code }) => code === open?.code)
  return (
    <div className="reports">
      <PeriodBar choice={choice} onChoice={onChoice} whyNot={whyNot} onExcel={() => saveFile(figuresFile, { query })}>
        <ChoiceField label={t('reports.by')} hideLabel value={by} onChange={setWanted} choices={groupings.map((value) => ({ value, text: t(`reports.by.${value}`), disabled: value === 'day' && choice.kind === 'year' }))} />
      </PeriodBar>
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {data === undefined ? (isFetching ? <Skeleton kind="list" lines={8} /> : null) : (
        <>
          <p className="k-quiet-text">{t('reports.compared', data.before)}</p>
          {data.by === 'team' ? <p className="k-quiet-text">{t('reports.team-hint')}</p> : null}
          {data.by === 'advisor' || data.by === 'team' || data.by === 'work' ? <SideBySide figures={data} onOpen={(code, group) => setOpen({ code, group })} /> : null}
          <ul className="figures">{data.figures.map((figure) => <FigureCard key={figure.code} figure={figure} line={data.by === 'day' || data.by === 'month'} onOpen={() => setOpen({ code: figure.code, group: null })} />)}</ul>
          {opened === undefined ? null : <FigureDialog figures={data} figure={opened} group={open?.group ?? null} onClose={close} />}
        </>
      )}
    </div>
  )
}
