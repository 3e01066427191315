import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { Column } from '../../../ui-kit/data-table.tsx'
import { stockHealthTexts } from './texts.ts'

type Named = { readonly number: string; readonly nameZh: string; readonly nameEn: string }

/** Number and name, the same in every list of parts. */
export function usePartColumns<Row extends Named>(): Column<Row>[] {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const english = useLanguage() === 'en'
  return [
    { id: 'number', header: t('stock-health.part'), width: 150, cell: (row) => <strong>{row.number}</strong> },
    { id: 'name', header: t('stock-health.name'), cell: (row) => (english ? row.nameEn : row.nameZh) },
  ]
}
