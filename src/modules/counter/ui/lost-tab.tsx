import { useNavigate } from '@tanstack/react-router'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Quantity } from '../../../ui-kit/tag.tsx'
import { listLost, type LostRow } from '../contract.ts'
import { counterTexts } from './texts.ts'

/** What customers asked for and did not get, and why; a row opens its sale. */
export function LostTab() {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const w = useTexts(webZh, webEn)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const navigate = useNavigate()
  const { rows, state, more } = usePages(listLost, { limit: 40 })
  const columns: Column<LostRow>[] = [
    { id: 'part', header: t('counter.part'), width: 170, cell: (row) => <strong>{row.partNumber}</strong> },
    { id: 'name', header: t('counter.lines'), cell: (row) => (english ? row.nameEn : row.nameZh) },
    { id: 'quantity', header: t('counter.quantity'), align: 'end', width: 90, cell: (row) => <Quantity thousandths={row.thousandths} unit={row.unit} /> },
    { id: 'cause', header: t('counter.cause'), width: 200, cell: (row) => (row.words === '' ? t(`counter.cause.${row.cause}`) : t.named(t(`counter.cause.${row.cause}`), row.words)) },
    { id: 'slip', header: t('counter.numbers'), width: 190, cell: (row) => row.slipNumber },
    { id: 'who', header: t('counter.recorded'), width: 210, cell: (row) => `${row.personName} ${moments.full(row.at)}` },
  ]
  return (
    <div className="counter-tab">
      <DataTable label={t('counter.tab.lost')} columns={columns} rows={rows} rowKey={({ id }) => id} state={state} onOpen={({ slipId }) => { void navigate({ to: `/counter/${slipId}` }) }} minimumWidth={980}
        empty={<EmptyState>{t('counter.no-lost')}</EmptyState>} footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
    </div>
  )
}
