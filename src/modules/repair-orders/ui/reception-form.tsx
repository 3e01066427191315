import { useEffect } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { SignaturePad } from '../../../ui-kit/signature-pad.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { VehicleRow } from '../../vehicles/contract.ts'
import { receiveCar, type OrderView } from '../contract.ts'
import { emptySheet, type ReceptionSheet } from '../domain/reception-sheet.ts'
import { whyNotReceive } from '../domain/why-not-receive.ts'
import { ReceptionCar } from './reception-car.tsx'
import { ReceptionChecks } from './reception-checks.tsx'
import { repairOrderTexts } from './texts.ts'
import { useDraft } from '../../../platform/web/use-draft.ts'
import { useKnownCar } from './use-known-car.ts'
import { WalkAround } from './walk-around.tsx'

export type ReceptionDraft = {
  vin: string; modelName: string; ownerName: string; ownerPhone: string; ownerKind: 'person' | 'company'; senderName: string; senderPhone: string; insurerName: string
  mileageKm: number | null; fuelEighths: number; sheet: ReceptionSheet; signature: string | null; unsignedReason: string
}

/** A car that was quoted for brings along who asked. */
const emptyDraft = (order: OrderView): ReceptionDraft => ({
  vin: '', modelName: order.modelName, ownerName: '', ownerPhone: '', ownerKind: 'person', senderName: order.ownerName, senderPhone: order.quotedPhone, insurerName: order.insurerName, mileageKm: null, fuelEighths: 4,
  sheet: { ...emptySheet, consultation: { ...emptySheet.consultation, words: order.concern } }, signature: null, unsignedReason: '',
})

export type FormPart = { draft: ReceptionDraft; change: (part: Partial<ReceptionDraft>) => void; changeSheet: (part: Partial<ReceptionSheet>) => void }

/** The reception sheet: car and sender, walk-around, interior, consultation, signature. Whatever is missing stands beside the button. */
export function ReceptionForm({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const toast = useToast()
  const [draft, change, forget] = useDraft<ReceptionDraft>(`reception.${order.id}`, () => emptyDraft(order))
  const known = useKnownCar(order.plate)
  useTakeKnown(known, draft, change)
  const deed = useDeed(receiveCar, ({ warning }) => {
    forget()
    toast({ text: warning === null ? t('repair-orders.received') : t('repair-orders.received-with-warning') })
  })
  const part: FormPart = { draft, change, changeSheet: (sheet) => change({ sheet: { ...draft.sheet, ...sheet } }) }
  const whyNot = t.refusal(whyNotReceive({ ...draft, status: order.status, keyHangsOn: null }))
  const submit = () => deed.run({ params: { orderId: order.id }, body: { ...draft, version: order.version, vin: draft.vin === '' ? null : draft.vin } })
  return (
    <form className="reception" onSubmit={(event) => { event.preventDefault(); if (whyNot === null) submit() }}>
      <ReceptionCar {...part} known={known} />
      <WalkAround orderId={order.id} marks={draft.sheet.marks} onChange={(marks) => part.changeSheet({ marks })} />
      <ReceptionChecks {...part} />
      <Section title={t('repair-orders.signature')}>
        <div className="k-stack">
          <SignaturePad label={t('repair-orders.customer-signature')} value={draft.signature} onChange={(signature) => change({ signature })} height={140} />
          {draft.signature === null
            ? <TextField label={t('repair-orders.unsigned-reason')} name="unsigned-reason" value={draft.unsignedReason} onChange={(unsignedReason) => change({ unsignedReason })} maxLength={300} hint={t('repair-orders.unsigned-hint')} />
            : null}
        </div>
      </Section>
      <div className="reception-end">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <Button kind="primary" submit wide busy={deed.busy} whyNot={whyNot}>{t('repair-orders.receive')}</Button>
        {whyNot === null ? null : <p className="reception-missing" role="status">{whyNot}</p>}
      </div>
    </form>
  )
}

/** A car that was here before brings its own data along; what was typed already stays. */
function useTakeKnown(known: VehicleRow | null, draft: ReceptionDraft, change: (part: Partial<ReceptionDraft>) => void): void {
  useEffect(() => {
    if (known === null || draft.ownerName !== '') return
    change({ modelName: known.modelName, ownerName: known.ownerName, vin: known.vin ?? '', senderName: draft.senderName === '' ? known.ownerName : draft.senderName })
  }, [known, draft.ownerName, draft.senderName, change])
}
