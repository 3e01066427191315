import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { CameraScan } from '../../../platform/web/camera-scan.tsx'
import { useTexts, type Translate } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { OrderView } from '../../repair-orders/contract.ts'
import { deliverCar, type SettlementView } from '../contract.ts'
import type { CallTime } from '../domain/call-time.ts'
import { whyNotDeliver } from '../domain/statement.ts'
import { CallTimeField } from './call-time-field.tsx'
import { settlementTexts } from './texts.ts'

/** Why this day: the model's plan, and how far the car goes. */
function planned(t: Translate<keyof typeof settlementTexts.zh>, next: SettlementView['nextService']): string {
  if (next === null) return t('settlement.no-plan')
  const plan = t('settlement.by-plan', { km: next.km, months: next.months })
  return next.pace === null ? plan : t('settlement.by-pace', { plan, daily: Math.round(next.pace.km / next.pace.days) })
}

/** The last minutes with the customer; whether the code is right, only the server knows. */
export function DeliveryForm({ order, next, customerDueFen }: { order: OrderView; next: SettlementView['nextService']; customerDueFen: number }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [pickUpCode, setCode] = useState('')
  const [identityReason, setIdentity] = useState('')
  const [accepted, setAccepted] = useState(false)
  const [oldPartsShown, setShown] = useState(false)
  const [setRemoved, setSetRemoved] = useState(false)
  const [nextServiceOn, setNextOn] = useState(next?.on ?? '')
  const [nextServiceKm, setNextKm] = useState<number | null>(next?.km ?? null)
  const [callTime, setCallTime] = useState<CallTime | null>(null)
  const [callNote, setCallNote] = useState('')
  const today = useToday()
  const deed = useDeed(deliverCar, () => toast({ text: t('settlement.delivered') }))
  const whyNot = t.refusal(whyNotDeliver({ status: order.status, customerDueFen, codeRight: pickUpCode.trim().length === 6, identityReason, accepted, oldPartsShown, setRemoved, callTime, today }))
  const submit = () => deed.run({
    params: { orderId: order.id },
    body: { version: order.version, pickUpCode, identityReason, accepted, oldPartsShown, setRemoved, nextServiceOn: nextServiceOn === '' ? null : nextServiceOn, nextServiceKm, callTime, callNote },
  })
  return (
    <Section title={t('settlement.deliver')}>
      <form className="k-stack" onSubmit={(event) => { event.preventDefault(); if (whyNot === null) submit() }}>
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="k-form">
          <div className="with-scan">
            <TextField label={t('settlement.pick-up-code')} name="pick-up-code" value={pickUpCode} onChange={(code) => setCode(code.toUpperCase())} maxLength={6} autoComplete="off" />
            <CameraScan onCode={(code) => setCode(code.trim().slice(-6).toUpperCase())} />
          </div>
          <TextField label={t('settlement.identity-reason')} name="identity-reason" value={identityReason} onChange={setIdentity} maxLength={300} hint={t('settlement.identity-hint')} />
          <CheckField label={t('settlement.accepted')} checked={accepted} onChange={setAccepted} />
          <CheckField label={t('settlement.old-parts-shown')} checked={oldPartsShown} onChange={setShown} />
          <CheckField label={t('settlement.set-removed')} checked={setRemoved} onChange={setSetRemoved} />
          <CallTimeField value={callTime} onChange={setCallTime} />
          <TextField label={t('settlement.call-note')} name="call-note" value={callNote} onChange={setCallNote} maxLength={60} placeholder={t('settlement.call-note-example')} />
          <DateTimeField kind="date" label={t('settlement.next-service-on')} name="next-service-on" value={nextServiceOn} onChange={setNextOn} hint={planned(t, next)} />
          <NumberField label={t('settlement.next-service-km')} name="next-service-km" unit="km" value={nextServiceKm} onChange={setNextKm} />
        </div>
        <Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('settlement.deliver')}</Button>
        {whyNot === null ? null : <p className="settlement-why" role="status">{whyNot}</p>}
      </form>
    </Section>
  )
}
