import { useState } from 'react'
import { Refusal } from '../../../kernel/refusal.ts'
import { localDay } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay, useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { ConfirmDialog, Dialog } from '../../../ui-kit/dialog.tsx'
import { formatWhole } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { NumberField } from '../../../ui-kit/number-fields.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { changeMeter, recordMileage, voidReading, type ReadingView, type VehicleView } from '../contract.ts'
import { vehiclePermissions } from '../permissions.ts'
import { vehicleTexts } from './texts.ts'
import './vehicles.css'

/** Every reading of the car, newest first; voided ones stay and say why. */
export function Readings({ vehicle }: { vehicle: VehicleView }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const { store } = useSession()
  const mayVoid = useMay()(vehiclePermissions.voidMileage)
  const [voiding, setVoiding] = useState<ReadingView | null>(null)
  if (vehicle.readings.length === 0) return <p className="k-quiet-text">{t('vehicles.no-readings')}</p>
  return (
    <>
      <table className="vehicle-readings">
        <tbody>
          {vehicle.readings.map((reading) => (
            <tr key={reading.id} className={reading.voidedAt === null ? undefined : 'vehicle-voided'}>
              <td className="vehicle-day">{localDay(new Date(reading.at), store.timeZone)}</td>
              <td className="vehicle-km">{formatWhole(reading.km)} km</td>
              <td>{[t(`vehicles.source.${reading.source}`), reading.oldKm === null ? '' : t('vehicles.old-meter-showed', { km: formatWhole(reading.oldKm) }), reading.personName, reading.note].filter((part) => part !== '').join(' · ')}</td>
              <td>{reading.voidedAt === null
                ? mayVoid && reading.source !== 'meter-change' ? <Button size="desk" kind="quiet" onPress={() => setVoiding(reading)}>{t('vehicles.void')}</Button> : null
                : <><StatusTag tone="done" text={t('vehicles.voided')} /> <span className="k-quiet-text">{reading.voidReason}</span></>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {voiding === null ? null : <VoidDialog vehicleId={vehicle.id} reading={voiding} onClose={() => setVoiding(null)} />}
    </>
  )
}

function VoidDialog({ vehicleId, reading, onClose }: { vehicleId: string; reading: ReadingView; onClose: () => void }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const toast = useToast()
  const deed = useDeed(voidReading, () => { toast({ text: t('vehicles.voided') }); onClose() })
  return (
    <ConfirmDialog title={t('vehicles.void-reading')} confirmText={t('vehicles.void-reading')} busy={deed.busy} error={deed.error} onClose={onClose}
      reason={{ label: t('vehicles.void-reason'), missing: t('vehicles.void-reason-missing') }}
      onConfirm={(reason) => deed.run({ params: { vehicleId, readingId: reading.id }, body: { reason } })}>
      {t('vehicles.void-question', { km: formatWhole(reading.km) })}
    </ConfirmDialog>
  )
}

/** A great jump is recorded all the same; its warning comes with the success. */
export function MileageDialog({ vehicle, onClose }: { vehicle: VehicleView; onClose: () => void }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const toast = useToast()
  const mayReceive = useMay()(vehiclePermissions.maintain)
  const [km, setKm] = useState<number | null>(null)
  const [source, setSource] = useState<'reception' | 'workshop'>(mayReceive ? 'reception' : 'workshop')
  const [tried, setTried] = useState(false)
  const deed = useDeed(recordMileage, ({ warning }) => {
    const words = warning === null ? null : t.refusal(new Refusal(warning.code, warning.facts))
    toast({ text: words === null ? t('vehicles.mileage-recorded') : `${t('vehicles.mileage-recorded')} · ${words}` })
    onClose()
  })
  return (
    <Dialog title={t('vehicles.record-mileage')} size="small" onClose={onClose} footer={<Button kind="primary" submit busy={deed.busy}>{t('vehicles.record-mileage')}</Button>}
      onSubmit={() => { setTried(true); if (km !== null) deed.run({ params: { vehicleId: vehicle.id }, body: { km, source } }) }}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <NumberField label={t('vehicles.mileage')} value={km} onChange={setKm} unit="km" required autoFocus error={tried && km === null ? t('vehicles.required') : null}
          hint={vehicle.lastKm === null ? undefined : `${t('vehicles.last-km')} ${formatWhole(vehicle.lastKm)} km`} />
        <ChoiceField label={t('vehicles.read-at')} value={source} onChange={setSource} wide choices={(['reception', 'workshop'] as const).map((value) => ({ value, text: t(`vehicles.source.${value}`) }))} />
      </div>
    </Dialog>
  )
}

export function MeterDialog({ vehicle, onClose }: { vehicle: VehicleView; onClose: () => void }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const toast = useToast()
  const [wish, set] = useWish<{ oldKm: number | null; newKm: number | null; note: string }>({ oldKm: null, newKm: 0, note: '' })
  const [tried, setTried] = useState(false)
  const deed = useDeed(changeMeter, () => { toast({ text: t('vehicles.saved') }); onClose() })
  const missing = (km: number | null) => (tried && km === null ? t('vehicles.required') : null)
  const submit = () => {
    setTried(true)
    const { oldKm, newKm, note } = wish
    if (oldKm !== null && newKm !== null) deed.run({ params: { vehicleId: vehicle.id }, body: { oldKm, newKm, note } })
  }
  return (
    <Dialog title={t('vehicles.change-meter')} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('vehicles.change-meter')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <NumberField label={t('vehicles.old-km')} value={wish.oldKm} onChange={set('oldKm')} unit="km" required autoFocus error={missing(wish.oldKm)} />
        <NumberField label={t('vehicles.new-km')} value={wish.newKm} onChange={set('newKm')} unit="km" required error={missing(wish.newKm)} />
        <TextField label={t('vehicles.note')} value={wish.note} onChange={set('note')} maxLength={200} />
      </div>
    </Dialog>
  )
}
