import { useState } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatThousandths, parseThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { addPart, changePart, listParts, type PartView } from '../contract.ts'
import { partCategories, partUnits, type PartCategory } from '../domain/kinds.ts'
import { normalPartNumber, whyNotPartNumber } from '../domain/part-number.ts'
import { catalogueTexts } from './texts.ts'
import { useOwnName } from './use-own-name.ts'
import { useWish } from '../../../platform/web/use-wish.ts'

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

/** '桶=200' → 1 桶 holds 200 of the part's unit. Null when a line is something else. */
function unitsOf(text: string): { unit: string; factorThousandths: number }[] | null {
  const units = linesOf(text).map((line) => {
    const [unit = '', factor = ''] = line.split(/[=＝]/).map((side) => side.trim())
    return { unit, factorThousandths: parseThousandths(factor) ?? 0 }
  })
  return units.every(({ unit, factorThousandths }) => unit !== '' && unit.length <= 10 && factorThousandths > 0) ? units : null
}

const emptyPart = { number: '', nameZh: '', nameEn: '', unit: '个', packThousandths: 1_000, category: 'consumable' as PartCategory, barcodes: [], units: [], active: true, successors: [], version: 1 }

function useSave(part: PartView | null, onSaved: (id: string) => void) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const toast = useToast()
  const add = useDeed(addPart, ({ id }) => onSaved(id))
  const change = useDeed(changePart, () => { toast({ text: t('catalogue.saved') }); onSaved(part?.id ?? '') })
  return part === null ? { ...add, change: null, add: add.run } : { ...change, change: change.run, add: null }
}

type PartWish = Pick<PartView, 'number' | 'nameZh' | 'nameEn' | 'unit' | 'category' | 'active'>
  & { packThousandths: number | null; barcodes: string; units: string; successor: TypeaheadOption | null }

export function PartDialog({ part, onClose, onSaved }: { part: PartView | null; onClose: () => void; onSaved: (id: string) => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const own = useOwnName()
  const from = part ?? emptyPart
  const next = from.successors[0]
  const [wish, set] = useWish<PartWish>({
    number: from.number, nameZh: from.nameZh, nameEn: from.nameEn, unit: from.unit, packThousandths: from.packThousandths, category: from.category,
    barcodes: from.barcodes.join('\n'), units: from.units.map(({ unit, factorThousandths }) => `${unit}=${formatThousandths(factorThousandths)}`).join('\n'), active: from.active,
    successor: next === undefined ? null : { id: next.id, primary: next.number, secondary: own(next) },
  })
  const [tried, setTried] = useState(false)
  const save = useSave(part, onSaved)
  const units = unitsOf(wish.units)
  const missing = (text: string) => (tried && text.trim() === '' ? t('catalogue.required') : null)
  const numberError = part === null ? t.refusal(whyNotPartNumber(normalPartNumber(wish.number))) : null
  const submit = () => {
    setTried(true)
    if (numberError !== null || units === null || wish.packThousandths === null || wish.nameZh.trim() === '' || wish.nameEn.trim() === '') return
    const { nameZh, nameEn, unit, packThousandths, category } = wish
    const body = { nameZh, nameEn, unit, packThousandths, category, supersededBy: wish.successor?.id ?? null, barcodes: linesOf(wish.barcodes), units }
    if (part === null) save.add?.({ body: { ...body, number: wish.number } })
    else save.change?.({ params: { partId: part.id }, body: { ...body, version: part.version, active: wish.active } })
  }
  return (
    <Dialog title={part === null ? t('catalogue.add-part') : `${t('catalogue.edit-part')} · ${part.number}`} onClose={onClose} onSubmit={submit}
      footer={<Button kind="primary" submit busy={save.busy}>{part === null ? t('catalogue.add-part') : t('catalogue.save')}</Button>}>
      <div className="k-stack">
        {save.error === null ? null : <Notice tone="danger">{save.error}</Notice>}
        <div className="k-form">
          {part === null ? <TextField label={t('catalogue.number')} value={wish.number} onChange={set('number')} required autoFocus maxLength={40} error={missing(wish.number) ?? (tried ? numberError : null)} /> : null}
          <TextField label={t('catalogue.name-zh')} value={wish.nameZh} onChange={set('nameZh')} required autoFocus={part !== null} maxLength={100} error={missing(wish.nameZh)} />
          <TextField label={t('catalogue.name-en')} value={wish.nameEn} onChange={set('nameEn')} required maxLength={120} error={missing(wish.nameEn)} />
          <SelectField label={t('catalogue.category')} value={wish.category} onChange={set('category')} choices={partCategories.map((value) => ({ value, text: t(`catalogue.category.${value}`) }))} />
          <SelectField<string> label={t('catalogue.unit')} value={wish.unit} onChange={set('unit')} choices={[...new Set([...partUnits, wish.unit])].map((value) => ({ value, text: t.unit(value) }))} />
          <QuantityField label={t('catalogue.pack')} value={wish.packThousandths} onChange={set('packThousandths')} unit={wish.unit} required error={tried && wish.packThousandths === null ? t('catalogue.required') : null} />
          <TextAreaField label={t('catalogue.barcodes')} value={wish.barcodes} onChange={set('barcodes')} rows={2} hint={t('catalogue.barcodes-hint')} />
          <TextAreaField label={t('catalogue.units')} value={wish.units} onChange={set('units')} rows={2} hint={t('catalogue.units-hint')} error={units === null ? t('catalogue.units-wrong') : null} />
          <div className="k-form-whole">
            <Typeahead<TypeaheadOption> label={t('catalogue.superseded-by')} placeholder={t('catalogue.pick-successor')} picked={wish.successor} onPick={set('successor')} onClear={() => set('successor')(null)}
              search={async (find, signal) => (await call(listParts, { query: { find, limit: 20 } }, { signal })).rows.filter(({ id }) => id !== part?.id)
                .map((row) => ({ id: row.id, primary: row.number, secondary: own(row) }))} />
          </div>
          {part === null ? null : <CheckField label={t('catalogue.active')} checked={wish.active} onChange={set('active')} />}
        </div>
      </div>
    </Dialog>
  )
}
