import { call } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listParts } from '../../catalogue/contract.ts'
import { partsPlanTexts } from './texts.ts'

/** Any part of the catalogue, by number, name or initials. */
export function PartField({ onPick }: { onPick: (part: { partId: string; name: string }) => void }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const english = useLanguage() === 'en'
  const search = async (find: string, signal: AbortSignal): Promise<TypeaheadOption[]> => (await call(listParts, { query: { find, limit: 12 } }, { signal })).rows
    .map((row) => ({ id: row.id, primary: english ? row.nameEn : row.nameZh, secondary: row.number, text: `${english ? row.nameEn : row.nameZh} ${row.number}` }))
  return <Typeahead label={t('parts-plan.add-part')} search={search} placeholder={t('parts-plan.find')} onPick={({ id, text = '' }) => onPick({ partId: id, name: text })} />
}
