import { Eye } from 'lucide-react'
import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { revealPhone } from '../contract.ts'
import { customerPermissions } from '../permissions.ts'
import { customerTexts } from './texts.ts'
import './customers.css'

type Phones = { readonly phone: string; readonly secondPhone: string | null }

/** Masked until somebody who may asks for it; the asking is on record. What was revealed is forgotten with the page. */
export function CustomerPhone({ customerId, phone, secondPhone }: Phones & { customerId: string }) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const may = useMay()
  const [revealed, setRevealed] = useState<Phones | null>(null)
  const deed = useDeed(revealPhone, setRevealed)
  const shown = revealed ?? { phone, secondPhone }
  const masked = shown.phone.includes('*')
  return (
    <span className="customer-phone">
      <span>{shown.phone}{shown.secondPhone === null ? '' : ` / ${shown.secondPhone}`}</span>
      {masked && may(customerPermissions.revealPhone)
        ? <Button size="desk" kind="quiet" icon={Eye} busy={deed.busy} onPress={() => deed.run({ params: { customerId } })}>{t('customers.reveal')}</Button> : null}
      {masked && may(customerPermissions.revealPhone) ? <span className="k-quiet-text">{t('customers.reveal-hint')}</span> : null}
      {deed.error === null ? null : <span role="alert">{deed.error}</span>}
    </span>
  )
}
