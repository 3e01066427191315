import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Money, Plate } from '../../../ui-kit/tag.tsx'
import { payers } from '../../catalogue/domain/payers.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { marginFile, seeMargin, type MarginRow } from '../contract.ts'
import { marginGroupings, type MarginGrouping } from '../domain/margin.ts'
import { showValue } from '../domain/show.ts'
import { PeriodBar, useWhyNotPeriod, type PeriodProps } from './period-bar.tsx'
import { reportTexts } from './texts.ts'

/** Payer or advisor whose orders are looked at. */
type Narrowed = { readonly payer?: (typeof payers)[number]; readonly advisor?: string; readonly name: string }

/** What was earned, the lowest margin first; a payer or an advisor opens his orders. */
export function MarginTab({ choice, onChoice }: PeriodProps) {
  const t = useTexts(reportTexts.zh, reportTexts.en)
  const sentence = useSentence()
  const [grouping, setGrouping] = useState<MarginGrouping>('payer')
  const [narrowed, setNarrowed] = useState<Narrowed | null>(null)
  const whyNot = useWhyNotPeriod(choice)
  const by = narrowed === null ? grouping : 'order'
  const period = { from: choice.from, to: choice.to }
  const { data, isError, error, isFetching, refetch } = useReading(seeMargin, { query: { ...period, by, payer: narrowed?.payer, advisor: narrowed?.advisor } }, { enabled: whyNot === null })
  const payerOf = (key: string) => payers.find((payer) => payer === key)
  const nameOf = ({ key, name }: MarginRow): string => { const payer = payerOf(key); return payer === undefined ? name : t(`catalogue.payer.${payer}`) }
  const narrow = (row: MarginRow) => { const payer = payerOf(row.key); setNarrowed({ name: nameOf(row), ...(payer === undefined ? { advisor: row.key } : { payer }) }) }
  const money = (id: 'revenue' | 'cost', fenOf: (row: MarginRow) => number): Column<MarginRow> => ({ id, header: t(`reports.margin.${id}`), align: 'end', width: 130, cell: (row) => <Money fen={fenOf(row)} /> })
  // What was earned stands beside the name, so that a phone shows it without scrolling.
  const columns: Column<MarginRow>[] = [
    by === 'order' ? { id: 'order', header: t('reports.margin.order'), width: 180, cell: ({ key, name }) => <Link to={`/repair-orders/${key}`}>{name}</Link> }
      : { id: 'name', header: t(`reports.margin.${by}`), width: 110, cell: (row) => <button type="button" className="reports-number" onClick={() => narrow(row)}>{nameOf(row)}</button> },
    { id: 'margin', header: t('reports.margin.margin'), align: 'end', width: 120, cell: ({ marginFen }) => <Money fen={marginFen} strong /> }, { id: 'share', header: t('reports.margin.share'), align: 'end', width: 80, cell: ({ share }) => showValue('percent', share) },
    money('revenue', ({ revenueFen }) => revenueFen), money('cost', ({ costFen }) => costFen),
    ...(by === 'order' ? [
      { id: 'plate', header: t('reports.column.plate'), width: 120, cell: ({ plate }: MarginRow) => <Plate text={showPlate(plate)} /> }, { id: 'advisor', header: t('reports.margin.advisor'), cell: ({ advisorName }: MarginRow) => advisorName },
    ] : [{ id: 'orders', header: t('reports.margin.orders'), align: 'end' as const, cell: ({ orders }: MarginRow) => orders }]),
  ]
  return (
    <div className="reports">
      <PeriodBar choice={choice} onChoice={onChoice} whyNot={whyNot} onExcel={() => saveFile(marginFile, { query: { ...period, by: grouping } })}>
        <ChoiceField label={t('reports.by')} hideLabel value={by} onChange={(value) => { setNarrowed(null); setGrouping(value) }} choices={marginGroupings.map((value) => ({ value, text: t(`reports.margin.by.${value}`) }))} />
      </PeriodBar>
      <p className="k-quiet-text">{t('reports.margin.formula')}</p>
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {narrowed === null ? null : <div className="reports-narrow"><strong>{narrowed.name}</strong><Button kind="quiet" onPress={() => setNarrowed(null)}>{t(`reports.margin.by.${grouping}`)}</Button></div>}
      {data === undefined ? null : (
        <div className="reports-total k-panel">
          <span>{t('reports.margin.revenue')} <strong><Money fen={data.total.revenueFen} /></strong></span><span>{t('reports.margin.cost')} <strong><Money fen={data.total.costFen} /></strong></span>
          <span>{t('reports.margin.margin')} <strong><Money fen={data.total.marginFen} /></strong></span><span>{t('reports.margin.share')} <strong>{showValue('percent', data.total.share)}</strong></span>
        </div>
      )}
      {data?.cut === true ? <Notice tone="info">{t('reports.margin.cut')}</Notice> : null}
      <DataTable label={t('reports.tab.margin')} columns={columns} rows={data?.rows ?? []} rowKey={({ key }) => key} state={isFetching ? 'loading' : 'ready'} minimumWidth={by === 'order' ? 860 : 660} empty={<EmptyState>{t('reports.none')}</EmptyState>} />
    </div>
  )
}
