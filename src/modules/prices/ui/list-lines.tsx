import { useState, type ReactNode } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import type { PriceKind } from '../../catalogue/domain/payers.ts'
import { stockPermissions } from '../../stock/permissions.ts'
import { lineSorts, listFile, listLines, touchings, type ListLine, type ListView } from '../contract.ts'
import { changes, type Change } from '../domain/list.ts'
import { priceTexts } from './texts.ts'
import { changeTones, percentText } from './tones.ts'

/** Thousands of lines: what is asked for is cut out by the server, page by page. */
export function ListLines({ list, kind }: { list: ListView; kind: PriceKind }) {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const w = useTexts(webZh, webEn)
  const language = useLanguage()
  const seesCost = useMay()(stockPermissions.seeCost)
  const [find, setFind] = useState('')
  const [change, setChange] = useState<Change | 'all'>('all')
  const [touching, setTouching] = useState<(typeof touchings)[number]>('changed')
  const [sort, setSort] = useState<(typeof lineSorts)[number]>('dearest')
  const query = { kind, touching, sort, ...(change === 'all' ? {} : { change }), ...(find.trim() === '' ? {} : { find: find.trim() }) }
  const { rows, state, more } = usePages(listLines, { ...query, limit: 60 }, { listId: list.id })
  return (
    <Section title={t('prices.lines')} actions={<Button size="desk" onPress={() => saveFile(listFile, { params: { listId: list.id }, query: { ...query, language } })}>{t('prices.save-file')}</Button>}>
      <div className="pr-filters">
        <TextField label={t('prices.find')} type="search" name="find" value={find} onChange={setFind} maxLength={40} />
        <SelectField label={t('prices.touching')} name="touching" value={touching} onChange={setTouching} choices={touchings.filter((value) => seesCost || value !== 'below').map((value) => ({ value, text: t(`prices.touching.${value}`) }))} />
        <SelectField label={t('prices.change')} name="change" value={change} onChange={setChange} choices={[{ value: 'all', text: t('prices.all-changes') }, ...changes.map((value) => ({ value, text: t(`prices.change.${value}`) }))]} />
        <SelectField label={t('prices.sort')} name="sort" value={sort} onChange={setSort} choices={lineSorts.map((value) => ({ value, text: t(`prices.sort.${value}`) }))} />
      </div>
      <LineTable rows={rows} state={state} seesCost={seesCost} footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 60 })}</Button>} />
    </Section>
  )
}

function LineTable({ rows, state, seesCost, footer }: { rows: readonly ListLine[]; state: ReturnType<typeof usePages>['state']; seesCost: boolean; footer: ReactNode }) {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const english = useLanguage() === 'en'
  const columns: Column<ListLine>[] = [
    { id: 'part', header: t('prices.part'), cell: (row) => <span className="pr-cell"><strong>{row.partNumber}</strong><span className="k-quiet-text">{english ? row.nameEn : row.nameZh}</span></span> },
    { id: 'delta', header: t('prices.delta'), align: 'end', width: 96, cell: (row) => (row.deltaFen === 0 ? <StatusTag tone={changeTones[row.change]} text={t(`prices.change.${row.change}`)} /> : <span className="pr-pair"><Money fen={row.deltaFen} /><span className="k-quiet-text">{percentText(row.percent, true)}</span></span>) },
    { id: 'before', header: t('prices.before'), align: 'end', width: 92, cell: (row) => <Money fen={row.beforeFen} /> },
    { id: 'after', header: t('prices.after'), align: 'end', width: 92, cell: (row) => <Money fen={row.priceFen} strong /> },
    { id: 'here', header: t('prices.here'), align: 'end', width: 76, cell: (row) => (row.here === 0 ? '–' : <Quantity thousandths={row.here} unit={row.unit} />) },
    ...(seesCost ? [{ id: 'margin', header: t('prices.margin'), align: 'end' as const, width: 92, cell: (row: ListLine) => (row.unitCostFen === null ? '–' : <span className="pr-pair"><span>{percentText(row.margin)}</span><span className="k-quiet-text"><Money fen={row.unitCostFen} /></span></span>) }] : []),
    { id: 'estimates', header: t('prices.estimates'), align: 'end', width: 104, cell: (row) => (row.estimates === 0 ? '–' : row.estimates) },
  ]
  return <DataTable label={t('prices.lines')} columns={columns} rows={rows} rowKey={(row) => row.partId} state={state} minimumWidth={seesCost ? 680 : 590} empty={<EmptyState>{t('prices.none-found')}</EmptyState>} footer={footer} />
}
