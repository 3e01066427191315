import { useState } from 'react'
import { Refusal } from '../../../kernel/refusal.ts'
import { fromWallTime, wallTime } from '../../../kernel/time.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { bookCourtesyCar, offerCourtesyCars } from '../contract.ts'
import { courtesyCarTexts } from './texts.ts'

export type Borrower = { customerName: string; phone: string; appointmentId: string | null; /** As moments. */ fromAt: string; untilAt: string }

/** For whom and when; cars that cannot be lent then stand there with the reason. */
export function BookLoanDialog({ borrower, onClose }: { borrower: Borrower; onClose: () => void }) {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const toast = useToast()
  const { store: { timeZone } } = useSession()
  const [customer, setCustomer] = useState({ customerName: borrower.customerName, phone: borrower.phone })
  const [from, setFrom] = useState(wallTime(new Date(borrower.fromAt), timeZone))
  const [until, setUntil] = useState(wallTime(new Date(borrower.untilAt), timeZone))
  const [carId, setCarId] = useState<string | null>(null)
  const [fromAt, untilAt] = [fromWallTime(from, timeZone)?.toISOString() ?? null, fromWallTime(until, timeZone)?.toISOString() ?? null]
  const offered = useReading(offerCourtesyCars, { query: { fromAt: fromAt ?? '', untilAt: untilAt ?? '' } }, { enabled: fromAt !== null && untilAt !== null })
  const cars = offered.data?.rows ?? []
  const chosen = cars.find(({ id, whyNot }) => id === carId && whyNot === null)
  const deed = useDeed(bookCourtesyCar, ({ number }) => { onClose(); toast({ text: t('courtesy-cars.booked', { number }) }) })
  const whyNot = chosen === undefined || customer.customerName.trim() === '' || customer.phone.trim() === '' || fromAt === null || untilAt === null ? t('courtesy-cars.fill-in') : null
  const submit = () => { if (chosen !== undefined && fromAt !== null && untilAt !== null && whyNot === null) deed.run({ body: { ...customer, carId: chosen.id, fromAt, untilAt, appointmentId: borrower.appointmentId } }) }
  return (
    <Dialog title={t('courtesy-cars.book')} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('courtesy-cars.book')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="loan-fields">
          <TextField label={t('courtesy-cars.customer')} name="customer" value={customer.customerName} onChange={(customerName) => setCustomer({ ...customer, customerName })} required maxLength={60} />
          <TextField label={t('courtesy-cars.phone')} name="phone" type="tel" value={customer.phone} onChange={(phone) => setCustomer({ ...customer, phone })} required maxLength={20} />
          <DateTimeField label={t('courtesy-cars.from')} kind="datetime" name="from" value={from} onChange={setFrom} required />
          <DateTimeField label={t('courtesy-cars.until')} kind="datetime" name="until" value={until} onChange={setUntil} required />
        </div>
        <SelectField label={t('courtesy-cars.car')} name="car" value={chosen?.id ?? null} onChange={setCarId} required hint={offered.data?.rows.length === 0 ? t('courtesy-cars.no-cars') : undefined}
          choices={cars.map(({ id, plate, modelName, whyNot: reason }) => ({ value: id, text: [showPlate(plate), modelName, reason === null ? '' : t.refusal(new Refusal(reason.code, reason.facts)) ?? ''].filter((part) => part !== '').join(' · '), disabled: reason !== null }))} />
      </div>
    </Dialog>
  )
}
