import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { changeOwner, changePlate, changeVehicle, type VehicleView } from '../contract.ts'
import { normalPlate, showPlate, whyNotPlate } from '../domain/plate.ts'
import { noOwner, OwnerFieldset, ownerWishOf } from './owner-fields.tsx'
import { vehicleTexts } from './texts.ts'
import { factsOf, VehicleFieldset, vinIsWrong, wishOf } from './vehicle-fields.tsx'

type ChangeProps = { vehicle: VehicleView; onClose: () => void }

function useSaved(onClose: () => void): () => void {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const toast = useToast()
  return () => {
    toast({ text: t('vehicles.saved') })
    onClose()
  }
}

export function EditVehicleDialog({ vehicle, onClose }: ChangeProps) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const [wish, set] = useWish(wishOf(vehicle))
  const [active, setActive] = useState(vehicle.active)
  const [tried, setTried] = useState(false)
  const deed = useDeed(changeVehicle, useSaved(onClose))
  const submit = () => {
    setTried(true)
    if (!vinIsWrong(wish.vin)) deed.run({ params: { vehicleId: vehicle.id }, body: { ...factsOf(wish), version: vehicle.version, active } })
  }
  return (
    <Dialog title={`${t('vehicles.edit')} · ${showPlate(vehicle.plate)}`} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('vehicles.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <VehicleFieldset wish={wish} set={set} tried={tried} />
        <CheckField label={t('vehicles.active')} checked={active} onChange={setActive} />
      </div>
    </Dialog>
  )
}

export function OwnerDialog({ vehicle, onClose }: ChangeProps) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const [owner, setOwner] = useState(noOwner)
  const [tried, setTried] = useState(false)
  const deed = useDeed(changeOwner, useSaved(onClose))
  const submit = () => {
    setTried(true)
    const wish = ownerWishOf(owner)
    if (wish !== null) deed.run({ params: { vehicleId: vehicle.id }, body: { version: vehicle.version, owner: wish } })
  }
  return (
    <Dialog title={`${t('vehicles.change-owner')} · ${showPlate(vehicle.plate)}`} size="small" onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('vehicles.change-owner')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <OwnerFieldset owner={owner} onChange={setOwner} tried={tried} />
      </div>
    </Dialog>
  )
}

export function PlateDialog({ vehicle, onClose }: ChangeProps) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const [plate, setPlate] = useState('')
  const [tried, setTried] = useState(false)
  const deed = useDeed(changePlate, useSaved(onClose))
  const whyNot = plate.trim() === '' ? t('vehicles.required') : t.refusal(whyNotPlate(normalPlate(plate)))
  return (
    <Dialog title={`${t('vehicles.change-plate')} · ${showPlate(vehicle.plate)}`} size="small" onClose={onClose} footer={<Button kind="primary" submit busy={deed.busy}>{t('vehicles.change-plate')}</Button>}
      onSubmit={() => { setTried(true); if (whyNot === null) deed.run({ params: { vehicleId: vehicle.id }, body: { version: vehicle.version, plate } }) }}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('vehicles.new-plate')} value={plate} onChange={setPlate} required autoFocus maxLength={20} autoComplete="off" hint={t('vehicles.plate-hint')} error={tried ? whyNot : null} />
      </div>
    </Dialog>
  )
}
