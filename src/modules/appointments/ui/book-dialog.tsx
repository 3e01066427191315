import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { CarCampaigns } from '../../campaigns/ui/public.tsx'
import { purposes, type Purpose } from '../../repair-orders/domain/life.ts'
import { normalPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import { book } from '../contract.ts'
import { usual, workKinds, type WorkKind } from '../domain/slots.ts'
import { SlotField } from './slot-field.tsx'
import { appointmentTexts } from './texts.ts'
import { WishedParts, type WishedLine } from './wished-parts.tsx'

const lengths = ['30', '60', '90', '120', '180', '240'] as const

export type BookDialogProps = { day: string; plate?: string; customerName?: string; onClose: () => void; onBooked?: () => void }

/** Purpose first: it says whose bay and how long; the free times follow. */
export function BookDialog({ day: first, plate: known = '', customerName: called = '', onClose, onBooked }: BookDialogProps) {
  const t = useTexts(appointmentTexts.zh, appointmentTexts.en)
  const toast = useToast()
  const today = useToday()
  const [day, setDay] = useState(first)
  const [at, setAt] = useState<string | null>(null)
  const [wish, setWish] = useState({ plate: known, customerName: called, phone: '', purpose: 'maintenance' as Purpose, kind: 'maintenance' as WorkKind, minutes: 60, concern: '', wishedParts: '', courtesyCar: false })
  const [parts, setParts] = useState<readonly WishedLine[]>([])
  const put = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }))
  const deed = useDeed(book, ({ number }) => { onClose(); onBooked?.(); toast({ text: t('appointments.booked', { number }) }) })
  const notPlate = wish.plate === '' ? null : t.refusal(whyNotPlate(normalPlate(wish.plate)))
  const missing = wish.plate === '' || wish.customerName.trim() === '' || wish.phone.trim() === '' || at === null || parts.some(({ quantityThousandths }) => quantityThousandths === null)
  const whyNot = notPlate ?? (missing ? t('appointments.fill-in') : null)
  const length = lengths.find((known_) => Number(known_) === wish.minutes) ?? null
  return (
    <Dialog title={t('appointments.book')} onClose={onClose} onSubmit={() => { if (whyNot === null && at !== null) deed.run({ body: { ...wish, at, parts: parts.flatMap(({ partId, quantityThousandths }) => (quantityThousandths === null ? [] : [{ partId, quantityThousandths }])) } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('appointments.book')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('appointments.plate')} name="plate" value={wish.plate} onChange={(plate) => put({ plate })} required autoFocus maxLength={20} error={notPlate} />
        <CarCampaigns plate={wish.plate} openOnly />
        <div className="slot-field">
          <TextField label={t('appointments.customer')} name="customer" value={wish.customerName} onChange={(customerName) => put({ customerName })} required maxLength={60} />
          <TextField label={t('appointments.phone')} name="phone" type="tel" value={wish.phone} onChange={(phone) => put({ phone })} required maxLength={20} />
        </div>
        <ChoiceField label={t('appointments.purpose')} value={wish.purpose} onChange={(purpose) => { put({ purpose, ...usual[purpose] }); setAt(null) }} wide choices={purposes.map((value) => ({ value, text: t(`appointments.purpose.${value}`) }))} />
        <ChoiceField label={t('appointments.work-kind')} value={wish.kind} onChange={(kind) => put({ kind })} wide choices={workKinds.map((value) => ({ value, text: t(`appointments.kind.${value}`) }))} />
        <ChoiceField label={t('appointments.minutes')} value={length} onChange={(minutes) => put({ minutes: Number(minutes) })} wide choices={lengths.map((value) => ({ value, text: value }))} />
        <SlotField day={day} onDay={setDay} kind={wish.kind} minutes={wish.minutes} value={at} onChange={setAt} today={today} />
        <TextField label={t('appointments.concern')} name="concern" value={wish.concern} onChange={(concern) => put({ concern })} maxLength={500} />
        <WishedParts lines={parts} onChange={setParts} />
        <TextField label={t('appointments.wished-words')} name="wished-parts" value={wish.wishedParts} onChange={(wishedParts) => put({ wishedParts })} maxLength={200} />
        <CheckField label={t('appointments.courtesy-car')} checked={wish.courtesyCar} onChange={(courtesyCar) => put({ courtesyCar })} />
      </div>
    </Dialog>
  )
}
