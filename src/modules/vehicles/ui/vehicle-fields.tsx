import { call } from '../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField, TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listModels } from '../../catalogue/contract.ts'
import { energies, type Energy } from '../../catalogue/domain/kinds.ts'
import type { VehicleView } from '../contract.ts'
import { hasValidCheckDigit, normalVin, whyNotVin } from '../domain/vin.ts'
import { vehicleTexts } from './texts.ts'

export type VehicleWish = {
  vin: string; model: TypeaheadOption | null; colour: string; engineNumber: string; energy: Energy | null; firstRegistered: string; saleDate: string
  warrantyUntil: string; warrantyKm: number | null; note: string
}

export const wishOf = (vehicle: VehicleView | null): VehicleWish => ({
  vin: vehicle?.vin ?? '', model: vehicle === null || vehicle.modelName === '' ? null : { id: vehicle.modelId ?? '', primary: vehicle.modelName, text: vehicle.modelName },
  colour: vehicle?.colour ?? '', engineNumber: vehicle?.engineNumber ?? '', energy: vehicle?.energy ?? null, firstRegistered: vehicle?.firstRegistered ?? '',
  saleDate: vehicle?.saleDate ?? '', warrantyUntil: vehicle?.warrantyUntil ?? '', warrantyKm: vehicle?.warrantyKm ?? null, note: vehicle?.note ?? '',
})

/** As the contract wants it: an empty text of a day is null, a model without an id is one that was written. */
export function factsOf({ vin, model, firstRegistered, saleDate, warrantyUntil, ...rest }: VehicleWish) {
  const dayOf = (text: string): string | null => (text === '' ? null : text)
  return {
    ...rest, vin: normalVin(vin), modelId: model === null || model.id === '' ? null : model.id, modelName: model?.text ?? '',
    firstRegistered: dayOf(firstRegistered), saleDate: dayOf(saleDate), warrantyUntil: dayOf(warrantyUntil),
  }
}

export const vinIsWrong = (vin: string): boolean => vin !== '' && whyNotVin(normalVin(vin)) !== null

type Setter = <Key extends keyof VehicleWish>(key: Key) => (value: VehicleWish[Key]) => void

export function VehicleFieldset({ wish, set, tried }: { wish: VehicleWish; set: Setter; tried: boolean }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const vin = normalVin(wish.vin)
  const whyNot = vin === '' || (!tried && vin.length < 17) ? null : t.refusal(whyNotVin(vin))
  const hint = vin.length === 17 && whyNot === null && !hasValidCheckDigit(vin) ? t('vehicles.vin-check-digit') : t('vehicles.vin-hint')
  return (
    <div className="k-form">
      <TextField label={t('vehicles.vin')} value={wish.vin} onChange={set('vin')} maxLength={20} autoComplete="off" error={whyNot} hint={hint} />
      <ModelField model={wish.model} onPick={set('model')} />
      <TextField label={t('vehicles.colour')} value={wish.colour} onChange={set('colour')} maxLength={30} />
      <SelectField<Energy> label={t('vehicles.energy')} value={wish.energy} onChange={set('energy')} placeholder="–" choices={energies.map((value) => ({ value, text: t(`vehicles.energy.${value}`) }))} />
      <TextField label={t('vehicles.engine-number')} value={wish.engineNumber} onChange={set('engineNumber')} maxLength={30} autoComplete="off" />
      <DateTimeField label={t('vehicles.first-registered')} kind="date" value={wish.firstRegistered} onChange={set('firstRegistered')} />
      <DateTimeField label={t('vehicles.sale-date')} kind="date" value={wish.saleDate} onChange={set('saleDate')} />
      <DateTimeField label={t('vehicles.warranty-until')} kind="date" value={wish.warrantyUntil} onChange={set('warrantyUntil')} />
      <NumberField label={t('vehicles.warranty-km')} value={wish.warrantyKm} onChange={set('warrantyKm')} unit="km" />
      <div className="k-form-whole"><TextAreaField label={t('vehicles.note')} value={wish.note} onChange={set('note')} rows={2} maxLength={500} /></div>
    </div>
  )
}

/** A model of the catalogue, or the words on the registration when the catalogue has none. */
function ModelField({ model, onPick }: { model: TypeaheadOption | null; onPick: (model: TypeaheadOption | null) => void }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const language = useLanguage()
  return (
    <Typeahead<TypeaheadOption> label={t('vehicles.model')} hint={t('vehicles.model-hint')} picked={model} onPick={onPick} onClear={() => onPick(null)} minimumLength={0}
      create={{ text: (name) => t('vehicles.use-model-name', { name }), onCreate: (name) => onPick({ id: '', primary: name.slice(0, 80), text: name.slice(0, 80) }) }}
      search={async (find, signal) => (await call(listModels, { query: { ...(find === '' ? {} : { find }), limit: 20 } }, { signal })).rows
        .map((row) => ({ id: row.id, primary: language === 'en' ? `${row.makeEn} ${row.nameEn}` : `${row.makeZh} ${row.nameZh}`, text: `${row.makeZh} ${row.nameZh}`, secondary: row.code }))} />
  )
}
