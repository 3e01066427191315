import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { saveFile } from '../../../platform/web/api.ts'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Money, Plate } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { discountsFile, listDiscounts, seeDiscounts } from '../contract.ts'
import { lastOfMonth } from '../domain/period.ts'
import { PeriodBar, useWhyNotPeriod, type PeriodProps } from './period-bar.tsx'
import { reportTexts } from './texts.ts'

type Sum = AnswerOf<typeof seeDiscounts>['rows'][number]
type Line = AnswerOf<typeof listDiscounts>['rows'][number]

/** Who gave how much: by person, month and kind; the amount opens the lines. */
export function DiscountsTab({ choice, onChoice }: PeriodProps) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const sentence = useSentence()
  const [open, setOpen] = useState<Sum | null>(null)
  const whyNot = useWhyNotPeriod(choice)
  const query = { from: choice.from, to: choice.to }
  const { data, isError, error, isFetching, refetch } = useReading(seeDiscounts, { query }, { enabled: whyNot === null })
  const columns: Column<Sum>[] = [
    { id: 'month', header: t('reports.gift.month'), width: 90, cell: ({ month }) => month }, { id: 'person', header: t('reports.gift.person'), cell: ({ personName }) => personName },
    { id: 'kind', header: t('reports.gift.kind'), width: 150, cell: ({ kind }) => t(`reports.gift.${kind}`) }, { id: 'count', header: t('reports.gift.count'), align: 'end', width: 70, cell: ({ count }) => count },
    { id: 'fen', header: t('reports.gift.fen'), align: 'end', width: 130, cell: (row) => <button type="button" className="reports-number" onClick={() => setOpen(row)}><Money fen={row.fen} /></button> },
  ]
  return (
    <div className="reports">
      <PeriodBar choice={choice} onChoice={onChoice} whyNot={whyNot} onExcel={() => saveFile(discountsFile, { query })} />
      <p className="k-quiet-text">{t('reports.gift.hint')}</p>
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      <DataTable label={t('reports.tab.discounts')} columns={columns} rows={data?.rows ?? []} rowKey={({ month, personId, kind }) => `${month} ${personId} ${kind}`} state={isFetching ? 'loading' : 'ready'} minimumWidth={560} empty={<EmptyState>{t('reports.gift.none')}</EmptyState>} />
      {open === null ? null : <Lines sum={open} period={query} onClose={() => setOpen(null)} />}
    </div>
  )
}

function Lines({ sum, period, onClose }: { sum: Sum; period: { from: string; to: string }; onClose: () => void }) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const w = useTexts(webZh, webEn)
  const language = useLanguage()
  const [first, last] = [`${sum.month}-01`, lastOfMonth(`${sum.month}-01`)]
  const { rows, state, more } = usePages(listDiscounts, { from: first < period.from ? period.from : first, to: last > period.to ? period.to : last, person: sum.personId, kind: sum.kind, limit: 40 })
  const columns: Column<Line>[] = [
    { id: 'order', header: t('reports.margin.order'), width: 180, cell: ({ orderId, number }) => <Link to={`/repair-orders/${orderId}`}>{number}</Link> }, { id: 'plate', header: t('reports.column.plate'), width: 110, cell: ({ plate }) => <Plate text={showPlate(plate)} /> },
    { id: 'day', header: t('reports.day'), width: 100, cell: ({ day }) => day }, { id: 'fen', header: t('reports.gift.fen'), align: 'end', width: 110, cell: ({ fen }) => <Money fen={fen} /> }, { id: 'note', header: t('reports.column.note'), cell: ({ note, noteEn }) => (language === 'en' ? noteEn ?? note : note) },
  ]
  return (
    <Dialog title={t('reports.gift.lines', { name: sum.personName, kind: t(`reports.gift.${sum.kind}`) })} size="wide" onClose={onClose}>
      <DataTable label={t(`reports.gift.${sum.kind}`)} columns={columns} rows={rows} rowKey={({ id }) => id} state={state} minimumWidth={680} empty={<EmptyState>{t('reports.none')}</EmptyState>} footer={more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
    </Dialog>
  )
}
