import { call } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listStock } from '../../stock/contract.ts'
import { stockHealthTexts } from './texts.ts'

export type PickedPart = { readonly partId: string; readonly number: string; readonly name: string }

/** A part that was ever here, by number, name or initials. */
export function PartField({ onPick }: { onPick: (part: PickedPart) => void }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const english = useLanguage() === 'en'
  const search = async (find: string, signal: AbortSignal): Promise<TypeaheadOption[]> => (await call(listStock, { query: { find, limit: 12 } }, { signal })).rows
    .map((row) => ({ id: row.partId, primary: english ? row.nameEn : row.nameZh, secondary: row.number, text: `${row.number} ${english ? row.nameEn : row.nameZh}` }))
  const pick = ({ id, text = '' }: TypeaheadOption) => onPick({ partId: id, number: text.slice(0, text.indexOf(' ')), name: text.slice(text.indexOf(' ') + 1) })
  return <Typeahead label={t('stock-health.add-part')} search={search} placeholder={t('stock-health.find')} onPick={pick} />
}
