import { useTexts } from '../../../platform/web/language.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import type { TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { customerKinds, type CustomerKind } from '../../customers/domain/kinds.ts'
import { normalPhone, whyNotPhone } from '../../customers/domain/phone.ts'
import { CustomerPick, customerTexts } from '../../customers/ui/public.tsx'
import { vehicleTexts } from './texts.ts'

export type OwnerFields = { readonly way: 'new' | 'known'; readonly picked: TypeaheadOption | null; readonly kind: CustomerKind; readonly name: string; readonly phone: string }

export const noOwner: OwnerFields = { way: 'new', picked: null, kind: 'person', name: '', phone: '' }

/** What the server wants, or null while something is missing. */
export function ownerWishOf({ way, picked, kind, name, phone }: OwnerFields): { customerId: string } | { name: string; phone: string; kind: CustomerKind } | null {
  if (way === 'known') return picked === null ? null : { customerId: picked.id }
  return name.trim() === '' || whyNotPhone(normalPhone(phone)) !== null ? null : { name, phone, kind }
}

/** The owner is either a customer of the store or a new one, in the same dialog. */
export function OwnerFieldset({ owner, onChange, tried }: { owner: OwnerFields; onChange: (owner: OwnerFields) => void; tried: boolean }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const c = useTexts(customerTexts.zh, customerTexts.en)
  return (
    <div className="k-stack">
      <ChoiceField<'new' | 'known'> label={t('vehicles.owner')} value={owner.way} onChange={(way) => onChange({ ...owner, way })} wide
        choices={[{ value: 'new', text: t('vehicles.new-customer') }, { value: 'known', text: t('vehicles.known-customer') }]} />
      {owner.way === 'known' ? (
        <CustomerPick label={t('vehicles.pick-customer')} picked={owner.picked} onPick={(picked) => onChange({ ...owner, picked })} error={tried && owner.picked === null ? t('vehicles.owner-missing') : null} />
      ) : (
        <div className="k-form">
          <TextField label={c(owner.kind === 'company' ? 'customers.company-name' : 'customers.name')} value={owner.name} onChange={(name) => onChange({ ...owner, name })} required maxLength={60}
            error={tried && owner.name.trim() === '' ? t('vehicles.required') : null} />
          <TextField label={c('customers.phone')} value={owner.phone} onChange={(phone) => onChange({ ...owner, phone })} type="tel" inputMode="tel" required maxLength={30}
            hint={c('customers.phone-hint')} error={!tried ? null : owner.phone.trim() === '' ? t('vehicles.required') : c.refusal(whyNotPhone(normalPhone(owner.phone)))} />
          <div className="k-form-whole">
            <ChoiceField label={c('customers.kind')} value={owner.kind} onChange={(kind) => onChange({ ...owner, kind })} wide choices={customerKinds.map((value) => ({ value, text: c(`customers.kind.${value}`) }))} />
          </div>
        </div>
      )}
    </div>
  )
}
