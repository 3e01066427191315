import { useState } from 'react'
import { Refusal } from '../../../kernel/refusal.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { normalPlate, showPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import { addCourtesyCar, changeCourtesyCar, listCourtesyCars, type CourtesyCar } from '../contract.ts'
import { courtesyCarPermissions } from '../permissions.ts'
import { FuelField } from './fuel-field.tsx'
import { courtesyCarTexts } from './texts.ts'

/** The cars of the house: who has them, and why one cannot be lent. */
export function Fleet() {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const sentence = useSentence()
  const may = useMay()
  const cars = useReading(listCourtesyCars, {})
  const [adding, setAdding] = useState(false)
  return (
    <div className="k-stack">
      <LoadBar busy={cars.isFetching} />
      {cars.isError ? <LoadError state={{ error: sentence(cars.error), onRetry: () => { void cars.refetch() } }} /> : null}
      {may(courtesyCarPermissions.maintain) ? <div><Button onPress={() => setAdding(true)}>{t('courtesy-cars.add')}</Button></div> : null}
      {cars.data?.rows.length === 0 ? <EmptyState>{t('courtesy-cars.no-cars')}</EmptyState> : null}
      <ul className="loan-list">{(cars.data?.rows ?? []).map((car) => <OneCar key={car.id} car={car} />)}</ul>
      {adding ? <CarDialog car={null} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

function OneCar({ car }: { car: CourtesyCar }) {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const moments = useMoments()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const { whyNot, out } = car
  return (
    <li className="loan-card k-panel" aria-label={showPlate(car.plate)}>
      <div className="loan-head">
        <Plate text={showPlate(car.plate)} /><strong>{car.modelName}</strong>
        {car.active ? <StatusTag tone={out === null ? 'info' : out.overdue ? 'danger' : 'active'} text={out === null ? t('courtesy-cars.here') : t('courtesy-cars.with', { name: out.customerName, time: moments.full(out.untilAt) })} /> : <StatusTag tone="neutral" text={t('courtesy-cars.retired')} />}
        {car.bookings === 0 ? null : <span className="k-quiet-text">{t('courtesy-cars.bookings', { count: car.bookings })}</span>}
      </div>
      <p className="loan-facts k-quiet-text"><span>{t('courtesy-cars.reading', { km: car.km, fuel: car.fuelEighths })}</span><span>{t('courtesy-cars.insured', { day: car.insuredUntil })}</span></p>
      {whyNot === null || !car.active ? null : <p>{t.refusal(new Refusal(whyNot.code, whyNot.facts))}</p>}
      {out === null && may(courtesyCarPermissions.maintain) ? <div className="loan-deed"><Button kind="quiet" onPress={() => setChanging(true)}>{t('courtesy-cars.change')}</Button></div> : null}
      {changing ? <CarDialog car={car} onClose={() => setChanging(false)} /> : null}
    </li>
  )
}

function CarDialog({ car, onClose }: { car: CourtesyCar | null; onClose: () => void }) {
  const t = useTexts(courtesyCarTexts.zh, courtesyCarTexts.en)
  const toast = useToast()
  const today = useToday()
  const [wish, setWish] = useState({ modelName: car?.modelName ?? '', insuredUntil: car?.insuredUntil ?? '', km: car?.km ?? null, fuelEighths: car?.fuelEighths ?? 4, outOfService: car?.outOfService ?? '' })
  const [plate, setPlate] = useState('')
  const [active, setActive] = useState(car?.active ?? true)
  const put = (part: Partial<typeof wish>) => setWish((before) => ({ ...before, ...part }))
  const saved = () => { onClose(); toast({ text: t('courtesy-cars.saved') }) }
  const [add, change] = [useDeed(addCourtesyCar, saved), useDeed(changeCourtesyCar, saved)]
  const { busy, error } = car === null ? add : change
  const notPlate = car === null && plate !== '' ? t.refusal(whyNotPlate(normalPlate(plate))) : null
  const missing = (car === null && plate === '') || wish.modelName.trim() === '' || wish.insuredUntil === '' || wish.km === null
  const whyNot = notPlate ?? (missing ? t('courtesy-cars.fill-in') : null)
  const submit = () => {
    if (whyNot !== null || wish.km === null) return
    const body = { ...wish, km: wish.km }
    if (car === null) add.run({ body: { ...body, plate } })
    else change.run({ params: { carId: car.id }, body: { ...body, active, version: car.version } })
  }
  return (
    <Dialog title={car === null ? t('courtesy-cars.add') : t('courtesy-cars.change')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={busy} whyNot={whyNot}>{car === null ? t('courtesy-cars.add') : t('courtesy-cars.change')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        {car === null ? <TextField label={t('courtesy-cars.plate')} name="plate" value={plate} onChange={setPlate} required autoFocus maxLength={20} error={notPlate} /> : null}
        <TextField label={t('courtesy-cars.model')} name="model" value={wish.modelName} onChange={(modelName) => put({ modelName })} required maxLength={80} />
        <DateTimeField label={t('courtesy-cars.insured-until')} kind="date" name="insured-until" value={wish.insuredUntil} min={car === null ? today : undefined} onChange={(insuredUntil) => put({ insuredUntil })} required />
        <NumberField label={t('courtesy-cars.km')} name="km" unit="km" value={wish.km} onChange={(km) => put({ km })} required />
        <FuelField label={t('courtesy-cars.fuel')} value={wish.fuelEighths} onChange={(fuelEighths) => put({ fuelEighths })} />
        <TextField label={t('courtesy-cars.out-of-service-reason')} name="out-of-service" value={wish.outOfService} onChange={(outOfService) => put({ outOfService })} maxLength={200} />
        {car === null ? null : <CheckField label={t('courtesy-cars.active')} checked={active} onChange={setActive} />}
      </div>
    </Dialog>
  )
}
