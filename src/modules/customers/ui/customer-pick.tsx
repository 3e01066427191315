import { call } from '../../../platform/web/api.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listCustomers } from '../contract.ts'
import { customerTexts } from './texts.ts'

export type CustomerPickProps = {
  label: string
  picked: TypeaheadOption | null
  onPick: (customer: TypeaheadOption | null) => void
  error?: string | null | undefined
  /** One that must not be offered. */
  notThis?: string | undefined
}

/** Finds a customer of the store by name, initials or phone; the phone tells two of one name apart, also once one is picked. */
export function CustomerPick({ label, picked, onPick, error, notThis }: CustomerPickProps) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  return (
    <Typeahead<TypeaheadOption> label={label} required placeholder={t('customers.find')} picked={picked} onPick={onPick} onClear={() => onPick(null)} error={error}
      search={async (find, signal) => (await call(listCustomers, { query: { find, limit: 20 } }, { signal })).rows.filter(({ id }) => id !== notThis)
                .map(({ id, name, phone }) => ({ id, primary: name, secondary: phone, text: `${name} ${phone}` }))} />
  )
}
