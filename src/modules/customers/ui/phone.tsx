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

/** A number as the server gave it; while it is masked, who may asks for it, and the asking is on record. */
export function MaskedPhone({ shown, busy, error, onReveal }: { shown: string; busy: boolean; error: string | null; onReveal: () => void }) {
  const t = useTexts(customerTexts.zh, customerTexts.en)
  const mayReveal = useMay()(customerPermissions.revealPhone) && shown.includes('*')
  return (
    <span className="customer-phone">
      <span>{shown}</span>
      {mayReveal ? <Button size="desk" kind="quiet" icon={Eye} busy={busy} onPress={onReveal}>{t('customers.reveal')}</Button> : null}
      {mayReveal ? <span className="k-quiet-text">{t('customers.reveal-hint')}</span> : null}
      {error === null ? null : <span role="alert">{error}</span>}
    </span>
  )
}

/** Masked until somebody who may asks for it. What was revealed is forgotten with the page. */
export function CustomerPhone({ customerId, phone, secondPhone }: Phones & { customerId: string }) {
  const [revealed, setRevealed] = useState<Phones | null>(null)
  const deed = useDeed(revealPhone, setRevealed)
  const shown = revealed ?? { phone, secondPhone }
  return <MaskedPhone shown={`${shown.phone}${shown.secondPhone === null ? '' : ` / ${shown.secondPhone}`}`} busy={deed.busy} error={deed.error} onReveal={() => deed.run({ params: { customerId } })} />
}
