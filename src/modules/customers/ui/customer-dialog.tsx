import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addCustomer, changeCustomer, type CustomerView } from '../contract.ts'
import { customerKinds, type CustomerKind } from '../domain/kinds.ts'
import { normalPhone, whyNotPhone } from '../domain/phone.ts'
import { customerTexts } from './texts.ts'
import { useWish } from '../../../platform/web/use-wish.ts'

const emptyCustomer = { kind: 'person' as CustomerKind, name: '', phone: '', secondPhone: null, address: '', taxNumber: null, contactName: '', note: '', active: true }

/** A phone that the person sees masked is left empty here: empty keeps it. */
export function CustomerDialog({ customer, onClose, onSaved }: { customer: CustomerView | null; onClose: () => void; onSaved: (id: string) => void }) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const toast = useToast()
  const from = customer ?? emptyCustomer
  const open = (phone: string) => (phone.includes('*') ? '' : phone)
  const [wish, set] = useWish({
    kind: from.kind, name: from.name, phone: open(from.phone), secondPhone: open(from.secondPhone ?? ''), address: from.address, taxNumber: from.taxNumber ?? '',
    contactName: from.contactName, note: from.note, active: from.active,
  })
  const [tried, setTried] = useState(false)
  const add = useDeed(addCustomer, ({ id }) => { toast({ text: t('customers.added', { name: wish.name }) }); onSaved(id) })
  const change = useDeed(changeCustomer, () => { toast({ text: t('customers.saved') }); onSaved(customer?.id ?? '') })
  const { busy, error } = customer === null ? add : change
  const keepsPhone = customer !== null && wish.phone === ''
  const keepsSecond = customer !== null && wish.secondPhone === '' && (customer.secondPhone ?? '').includes('*')
  const phoneError = keepsPhone ? null : wish.phone.trim() === '' ? t('customers.required') : t.refusal(whyNotPhone(normalPhone(wish.phone)))
  const secondError = wish.secondPhone === '' ? null : t.refusal(whyNotPhone(normalPhone(wish.secondPhone)))
  const submit = () => {
    setTried(true)
    if (wish.name.trim() === '' || phoneError !== null || secondError !== null) return
    const { kind, name, address, taxNumber, contactName, note, active, phone, secondPhone } = wish
    const body = { kind, name, address, taxNumber, contactName, note }
    if (customer === null) add.run({ body: { ...body, phone, secondPhone } })
    else change.run({ params: { customerId: customer.id }, body: { ...body, version: customer.version, active, ...(keepsPhone ? {} : { phone }), ...(keepsSecond ? {} : { secondPhone }) } })
  }
  return (
    <Dialog title={t(customer === null ? 'customers.add' : 'customers.edit')} onClose={onClose} onSubmit={submit}
      footer={<Button kind="primary" submit busy={busy}>{t(customer === null ? 'customers.add' : 'customers.save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <ChoiceField label={t('customers.kind')} value={wish.kind} onChange={set('kind')} wide choices={customerKinds.map((value) => ({ value, text: t(`customers.kind.${value}`) }))} />
        <div className="k-form">
          <TextField label={t(wish.kind === 'company' ? 'customers.company-name' : 'customers.name')} value={wish.name} onChange={set('name')} required autoFocus maxLength={60}
            error={tried && wish.name.trim() === '' ? t('customers.required') : null} />
          <TextField label={t('customers.phone')} value={wish.phone} onChange={set('phone')} type="tel" inputMode="tel" required={customer === null} maxLength={30} error={tried ? phoneError : null}
            hint={keepsPhone ? t('customers.phone-unchanged', { phone: customer.phone }) : t('customers.phone-hint')} />
          <TextField label={t('customers.second-phone')} value={wish.secondPhone} onChange={set('secondPhone')} type="tel" inputMode="tel" maxLength={30} error={tried ? secondError : null}
            hint={keepsSecond ? t('customers.phone-unchanged', { phone: customer.secondPhone ?? '' }) : undefined} />
          {wish.kind === 'company' ? <TextField label={t('customers.contact')} value={wish.contactName} onChange={set('contactName')} maxLength={60} /> : null}
          <TextField label={t('customers.tax-number')} value={wish.taxNumber} onChange={set('taxNumber')} maxLength={30} />
          <div className="k-form-whole"><TextField label={t('customers.address')} value={wish.address} onChange={set('address')} maxLength={200} /></div>
          <div className="k-form-whole"><TextAreaField label={t('customers.note')} value={wish.note} onChange={set('note')} rows={2} maxLength={500} /></div>
          {customer === null ? null : <CheckField label={t('customers.active')} checked={wish.active} onChange={set('active')} />}
        </div>
      </div>
    </Dialog>
  )
}
