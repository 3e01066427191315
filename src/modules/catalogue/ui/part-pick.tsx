import { call } from '../../../platform/web/api.ts'
import { useLanguage } from '../../../platform/web/language.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listParts } from '../contract.ts'

export type PickedPart = { readonly partId: string; readonly number: string; readonly name: string; readonly unit: string; /** What a customer pays: the cap, else the retail list. */ readonly priceFen: number | null }
type Option = TypeaheadOption & { readonly part: PickedPart }

/** Finds a part of the catalogue by number, name, initials or barcode; empties itself for the next one. */
export function PartPick({ label, placeholder, onPick }: { label: string; placeholder: string; onPick: (part: PickedPart) => void }) {
  const english = useLanguage() === 'en'
  const search = async (find: string, signal: AbortSignal): Promise<Option[]> => (await call(listParts, { query: { find, limit: 12 } }, { signal })).rows.map((row) => {
    const name = english ? row.nameEn : row.nameZh
    return { id: row.id, primary: name, secondary: row.number, part: { partId: row.id, number: row.number, name, unit: row.unit, priceFen: row.capFen ?? row.retailFen } }
  })
  return <Typeahead<Option> label={label} placeholder={placeholder} search={search} onPick={({ part }) => onPick(part)} />
}
