import { useState, type ReactNode } from 'react'
import { Refusal } from '../../../kernel/refusal.ts'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { seeTill } from '../contract.ts'
import { feeOf } from '../domain/fee.ts'
import { tillState, ways, type Money, type Way } from '../domain/till.ts'
import { settlementTexts } from './texts.ts'

export type Payment = Money & { readonly keepFen: number }
export type MoneyFacts = Money & { readonly till: 'none' | 'open' | 'closed' }
type Props = {
  title?: string
  /** What the form begins with; null: nothing. */
  firstFen: number | null
  /** How it is usually paid; WeChat Pay where nothing is said. */
  firstWay?: Way
  /** What may be above it can be kept for the customer; left out where nothing is kept. */
  keepAboveFen?: number
  busy: boolean; error: string | null; whyNotTake: (money: MoneyFacts) => Refusal | null; onPay: (payment: Payment) => void
  /** What else is asked at this amount, and what of it is still missing. */
  extra?: { readonly fields: (amountFen: number | null) => ReactNode; readonly whyNot: (amountFen: number) => string | null }
}

/** Several ways may pay what is owed. Cash: what was handed over gives the change; what is paid above otherwise is kept for the customer. */
export function PaymentForm({ title, firstFen, firstWay = 'wechat', keepAboveFen, busy, error, whyNotTake, onPay, extra }: Props) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const till = useReading(seeTill, {})
  const [way, setWay] = useState<Way>(firstWay)
  const [amount, setAmount] = useState<number | null>(firstFen)
  const [tendered, setTendered] = useState<number | null>(null)
  const [reference, setReference] = useState('')
  const [changedFee, setFee] = useState<{ way: Way; fen: number | null } | null>(null)
  const [asking, setAsking] = useState(false)
  const rates = till.data?.rates ?? []
  const rate = rates.find((one) => one.way === way)
  const fee = changedFee?.way === way ? changedFee.fen : feeOf(way, amount ?? 0, rates)
  const day = till.data?.till ?? null
  const state = tillState(day === null ? null : { openedAt: new Date(day.openedAt), closedAt: day.closedAt === null ? null : new Date(day.closedAt) })
  const keepFen = keepAboveFen !== undefined && way !== 'cash' && amount !== null && amount > keepAboveFen ? amount - keepAboveFen : 0
  const whyNot = amount === null || amount <= 0 ? t('settlement.amount-missing') : t.refusal(fee === null ? new Refusal('settlement.amount-missing') : whyNotTake({ amountFen: amount - keepFen, way, reference, feeFen: fee, till: state })) ?? extra?.whyNot(amount) ?? null
  const change = way === 'cash' && tendered !== null && amount !== null && tendered > amount ? tendered - amount : 0
  const pay = () => { if (amount !== null && fee !== null) onPay({ way, amountFen: amount - keepFen, reference, feeFen: fee, keepFen }) }
  const words = title ?? t('settlement.take-payment')
  return (
    <Section title={words}>
      <form className="k-stack" onSubmit={(event) => {
        event.preventDefault()
        if (whyNot !== null) return
        if (keepFen > 0) setAsking(true)
        else pay()
      }}>
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <ChoiceField label={t('settlement.way')} value={way} onChange={setWay} wide choices={ways.map((value) => ({ value, text: t(`settlement.way.${value}`) }))} />
        <div className="k-form">
          <MoneyField label={t('settlement.amount')} name="amount" value={amount} onChange={setAmount} required hint={keepFen > 0 ? t('settlement.keep-rest', { rest: formatFen(keepFen) }) : undefined} />
          {way === 'cash' ? <MoneyField label={t('settlement.tendered')} name="tendered" value={tendered} onChange={setTendered} hint={change > 0 ? t('settlement.change', { change: formatFen(change) }) : undefined} />
            : <TextField label={t('settlement.reference')} name="reference" value={reference} onChange={setReference} required maxLength={60} />}
          {rate === undefined ? null : <MoneyField label={t('settlement.fee')} name="fee" value={fee} onChange={(fen) => setFee({ way, fen })} hint={t('settlement.fee-hint', { percent: (rate.hundredths / 100).toFixed(2) })} />}
          {extra?.fields(amount)}
        </div>
        <Button kind="primary" submit busy={busy} whyNot={whyNot}>{words}</Button>
        {whyNot === null ? null : <p className="settlement-why" role="status">{whyNot}</p>}
      </form>
      {asking ? (
        <ConfirmDialog kind="primary" title={words} confirmText={words} busy={busy} error={error} onConfirm={() => { setAsking(false); pay() }} onClose={() => setAsking(false)}>
          {t('settlement.keep-question', { paid: formatFen(amount ?? 0), rest: formatFen(keepFen) })}
        </ConfirmDialog>
      ) : null}
    </Section>
  )
}

type Paid = { readonly number: string; readonly dueFen: number; readonly version?: number; readonly kept?: string | null }

/** After a payment the form begins anew (`key`) with what the answer says is left (`firstFen`); what may be paid is judged by what is due now. */
export function useAfterPayment(): { readonly key: number; readonly firstFen: number | null; /** The record's version as the answer says it: a second payment need not wait until the page has read anew. */ readonly version: number; paid(answer: Paid): void } {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [after, setAfter] = useState<{ key: number; firstFen: number | null; version: number }>({ key: 0, firstFen: null, version: 0 })
  return {
    ...after,
    paid: ({ number, dueFen, version = 0, kept }) => {
      toast({ text: t('settlement.payment-taken', { number }) })
      if (typeof kept === 'string') toast({ text: t('settlement.kept-rest', { number: kept }) })
      setAfter(({ key }) => ({ key: key + 1, firstFen: dueFen, version }))
    },
  }
}
