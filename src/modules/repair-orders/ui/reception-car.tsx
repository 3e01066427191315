import { useTexts } from '../../../platform/web/language.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import type { VehicleRow } from '../../vehicles/contract.ts'
import type { FormPart } from './reception-form.tsx'
import { repairOrderTexts } from './texts.ts'

const eighths = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const

/** Who brought which car, and how far it has run. A known car shows its owner instead of asking for him. */
export function ReceptionCar({ draft, change, known }: FormPart & { known: VehicleRow | null }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  return (
    <>
      <Section title={t('repair-orders.car-and-owner')}>
        {known === null ? <NewCar draft={draft} change={change} /> : (
          <Facts layout="columns" facts={[
            { id: 'model', label: t('repair-orders.model'), value: known.modelName },
            { id: 'vin', label: 'VIN', value: known.vin ?? '–' },
            { id: 'owner', label: t('repair-orders.owner'), value: `${known.ownerName} ${known.ownerPhone}` },
            { id: 'km', label: t('repair-orders.last-mileage'), value: known.lastKm === null ? '–' : `${known.lastKm.toLocaleString('en')} km` },
          ]} />
        )}
      </Section>
      <Section title={t('repair-orders.sender-and-state')}>
        <div className="k-form">
          <TextField label={t('repair-orders.sender')} name="sender-name" value={draft.senderName} onChange={(senderName) => change({ senderName })} required maxLength={60} />
          <TextField label={t('repair-orders.sender-phone')} name="sender-phone" type="tel" value={draft.senderPhone} onChange={(senderPhone) => change({ senderPhone })} required maxLength={20} />
          <NumberField label={t('repair-orders.mileage')} name="mileage" unit="km" value={draft.mileageKm} onChange={(mileageKm) => change({ mileageKm })} required />
          <TextField label={t('repair-orders.insurer')} name="insurer" value={draft.insurerName} onChange={(insurerName) => change({ insurerName })} maxLength={60} hint={t('repair-orders.insurer-hint')} />
          <div className="k-form-whole">
            <ChoiceField label={t('repair-orders.fuel')} value={String(draft.fuelEighths)} onChange={(value) => change({ fuelEighths: Number(value) })} wide
              choices={eighths.map((value) => ({ value, text: value === '0' ? 'E' : value === '8' ? 'F' : `${value}/8` }))} />
          </div>
        </div>
      </Section>
    </>
  )
}

function NewCar({ draft, change }: Pick<FormPart, 'draft' | 'change'>) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  return (
    <div className="k-form">
      <TextField label={t('repair-orders.model')} name="model" value={draft.modelName} onChange={(modelName) => change({ modelName })} required maxLength={80} />
      <TextField label="VIN" name="vin" value={draft.vin} onChange={(vin) => change({ vin: vin.toUpperCase() })} maxLength={17} hint={t('repair-orders.vin-hint')} />
      <TextField label={t('repair-orders.owner')} name="owner-name" value={draft.ownerName} onChange={(ownerName) => change({ ownerName })} required maxLength={60} />
      <TextField label={t('repair-orders.owner-phone')} name="owner-phone" type="tel" value={draft.ownerPhone} onChange={(ownerPhone) => change({ ownerPhone })} required maxLength={20} />
      <ChoiceField label={t('repair-orders.owner-kind')} value={draft.ownerKind} onChange={(ownerKind) => change({ ownerKind })}
        choices={[{ value: 'person', text: t('repair-orders.person') }, { value: 'company', text: t('repair-orders.company') }]} />
    </div>
  )
}
