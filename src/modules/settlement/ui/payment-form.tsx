import { useState } from 'react'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { Payer } from '../../catalogue/domain/payers.ts'
import { seeTill } from '../contract.ts'
import { whyNotPay } from '../domain/statement.ts'
import { ways, type Way } from '../domain/till.ts'
import { settlementTexts } from './texts.ts'

export type Owed = { readonly payer: Payer; readonly dueFen: number; readonly reversed: boolean }
export type Payment = { readonly way: Way; readonly amountFen: number; readonly reference: string }
type Props = { owed: Owed; /** What the form begins with; null: all that is due. */ firstFen: number | null; busy: boolean; error: string | null; onPay: (payment: Payment) => void }

/** Several ways may pay what is owed. Cash: what was handed over gives the change. */
export function PaymentForm({ owed, firstFen, busy, error, onPay }: Props) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const till = useReading(seeTill, {})
  const [way, setWay] = useState<Way>('wechat')
  const [amount, setAmount] = useState<number | null>(firstFen ?? owed.dueFen)
  const [tendered, setTendered] = useState<number | null>(null)
  const [reference, setReference] = useState('')
  const state = till.data === undefined || till.data.till === null ? 'none' as const : till.data.till.closedAt === null ? 'open' as const : 'closed' as const
  const whyNot = amount === null || amount <= 0 ? t('settlement.amount-missing') : t.refusal(whyNotPay({ ...owed, amountFen: amount, way, reference, till: state }))
  const change = way === 'cash' && tendered !== null && amount !== null && tendered > amount ? tendered - amount : 0
  return (
    <Section title={t('settlement.take-payment')}>
      <form className="k-stack" onSubmit={(event) => {
        event.preventDefault()
        if (whyNot === null && amount !== null) onPay({ way, amountFen: amount, reference })
      }}>
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <ChoiceField label={t('settlement.way')} value={way} onChange={setWay} wide choices={ways.map((value) => ({ value, text: t(`settlement.way.${value}`) }))} />
        <div className="k-form">
          <MoneyField label={t('settlement.amount')} name="amount" value={amount} onChange={setAmount} required />
          {way === 'cash' ? <MoneyField label={t('settlement.tendered')} name="tendered" value={tendered} onChange={setTendered} hint={change > 0 ? t('settlement.change', { change: formatFen(change) }) : undefined} />
            : <TextField label={t('settlement.reference')} name="reference" value={reference} onChange={setReference} required maxLength={60} />}
        </div>
        <Button kind="primary" submit busy={busy} whyNot={whyNot}>{t('settlement.take-payment')}</Button>
        {whyNot === null ? null : <p className="settlement-why" role="status">{whyNot}</p>}
      </form>
    </Section>
  )
}

/** After a payment the form begins anew (`key`) with what the answer says is left (`firstFen`); what may be paid is judged by what is due now. */
export function useAfterPayment(): { readonly key: number; readonly firstFen: number | null; paid(answer: { readonly number: string; readonly dueFen: number }): void } {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [after, setAfter] = useState<{ key: number; firstFen: number | null }>({ key: 0, firstFen: null })
  return {
    ...after,
    paid: ({ number, dueFen }) => {
      toast({ text: t('settlement.payment-taken', { number }) })
      setAfter(({ key }) => ({ key: key + 1, firstFen: dueFen }))
    },
  }
}
