import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { SignaturePad } from '../../../ui-kit/signature-pad.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PhotoStrip } from '../../photos/ui/public.tsx'
import type { Mark } from '../../repair-orders/domain/reception-sheet.ts'
import { CarOutline } from '../../repair-orders/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { handOut, takeBack, type LoanRow } from '../contract.ts'
import { whyNotTakeBack } from '../domain/loan.ts'
import { FuelField } from './fuel-field.tsx'
import { courtesyCarTexts } from './texts.ts'

type Agreed = { driverName: string; licence: string; kmOut: number | null; fuelOut: number; marks: readonly Mark[]; signature: string | null }

/** Driver, reading and damage, then the customer's signature under the terms. */
export function HandOutDialog({ loan, onClose }: { loan: LoanRow; onClose: () => void }) {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const toast = useToast()
  const [wish, setWish] = useState<Agreed>({ driverName: loan.customerName, licence: '', kmOut: loan.carKm, fuelOut: loan.carFuel, marks: [], signature: null })
  const put = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }))
  const deed = useDeed(handOut, () => { onClose(); toast({ text: t('courtesy-cars.handed-out') }) })
  const whyNot = wish.driverName.trim() === '' ? t('courtesy-cars.driver-missing') : wish.licence.trim() === '' ? t('courtesy-cars.licence-missing')
    : wish.kmOut === null || wish.kmOut < loan.carKm ? t('courtesy-cars.km-too-low', { km: loan.carKm }) : wish.signature === null ? t('courtesy-cars.unsigned') : null
  return (
    <Dialog title={t('courtesy-cars.hand-out-title', { plate: showPlate(loan.plate) })} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { loanId: loan.id }, body: { ...wish, version: loan.version } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('courtesy-cars.hand-out')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="loan-fields">
          <TextField label={t('courtesy-cars.driver')} name="driver" value={wish.driverName} onChange={(driverName) => put({ driverName })} required maxLength={60} />
          <TextField label={t('courtesy-cars.licence')} name="licence" value={wish.licence} onChange={(licence) => put({ licence })} required maxLength={30} />
          <NumberField label={t('courtesy-cars.km-out')} name="km-out" unit="km" value={wish.kmOut} onChange={(kmOut) => put({ kmOut })} required />
        </div>
        <FuelField label={t('courtesy-cars.fuel')} value={wish.fuelOut} onChange={(fuelOut) => put({ fuelOut })} />
        <Section title={t('courtesy-cars.damage-marks')}>
          <div className="k-stack">
            <CarOutline marks={wish.marks} onChange={(marks) => put({ marks })} />
            <PhotoStrip subject="courtesy-loan" subjectId={loan.id} occasion="handed-out" open />
          </div>
        </Section>
        <p className="k-quiet-text">{t('courtesy-cars.terms')}</p>
        <SignaturePad label={t('courtesy-cars.signature')} value={wish.signature} onChange={(signature) => put({ signature })} height={140} />
      </div>
    </Dialog>
  )
}

/** What the car looks like when it is back, and what that costs, in words. */
export function TakeBackDialog({ loan, onClose }: { loan: LoanRow; onClose: () => void }) {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const toast = useToast()
  const [wish, setWish] = useState<{ kmIn: number | null; fuelIn: number; damage: string; fees: string }>({ kmIn: null, fuelIn: loan.fuelOut ?? 0, damage: '', fees: '' })
  const put = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }))
  const deed = useDeed(takeBack, () => { onClose(); toast({ text: t('courtesy-cars.taken-back') }) })
  const [now] = useState(() => new Date()) // the server asks the clock again
  const whyNot = t.refusal(whyNotTakeBack({ ...loan, kmIn: wish.kmIn, outAt: loan.outAt === null ? null : new Date(loan.outAt), now }))
  return (
    <Dialog title={t('courtesy-cars.take-back-title', { plate: showPlate(loan.plate) })} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { loanId: loan.id }, body: { ...wish, version: loan.version } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('courtesy-cars.take-back')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <NumberField label={t('courtesy-cars.km-in')} name="km-in" unit="km" value={wish.kmIn} onChange={(kmIn) => put({ kmIn })} required hint={t('courtesy-cars.reading', { km: loan.kmOut ?? 0, fuel: loan.fuelOut ?? 0 })} />
        <FuelField label={t('courtesy-cars.fuel')} value={wish.fuelIn} onChange={(fuelIn) => put({ fuelIn })} />
        <TextField label={t('courtesy-cars.damage')} name="damage" value={wish.damage} onChange={(damage) => put({ damage })} maxLength={500} />
        <PhotoStrip subject="courtesy-loan" subjectId={loan.id} occasion="taken-back" open />
        <TextField label={t('courtesy-cars.fees')} name="fees" value={wish.fees} onChange={(fees) => put({ fees })} maxLength={300} />
      </div>
    </Dialog>
  )
}
