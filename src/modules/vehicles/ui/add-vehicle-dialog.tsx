import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { addVehicle } from '../contract.ts'
import { normalPlate, showPlate, whyNotPlate } from '../domain/plate.ts'
import { noOwner, OwnerFieldset, ownerWishOf } from './owner-fields.tsx'
import { vehicleTexts } from './texts.ts'
import { factsOf, VehicleFieldset, vinIsWrong, wishOf } from './vehicle-fields.tsx'

/** Car and owner in one go: plate, owner, and what the registration says. */
export function AddVehicleDialog({ onClose, onAdded }: { onClose: () => void; onAdded: (id: string) => void }) {
  const t = useTexts(vehicleTexts.zh, vehicleTexts.en)
  const toast = useToast()
  const [plate, setPlate] = useState('')
  const [owner, setOwner] = useState(noOwner)
  const [wish, set] = useWish(wishOf(null))
  const [tried, setTried] = useState(false)
  const deed = useDeed(addVehicle, ({ id }) => { toast({ text: t('vehicles.added', { plate: showPlate(normalPlate(plate)) }) }); onAdded(id) })
  const plateError = plate.trim() === '' ? t('vehicles.required') : t.refusal(whyNotPlate(normalPlate(plate)))
  const submit = () => {
    setTried(true)
    const ownerWish = ownerWishOf(owner)
    if (plateError === null && ownerWish !== null && !vinIsWrong(wish.vin)) deed.run({ body: { ...factsOf(wish), plate, owner: ownerWish } })
  }
  return (
    <Dialog title={t('vehicles.add')} onClose={onClose} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy}>{t('vehicles.add')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('vehicles.plate')} name="plate" value={plate} onChange={setPlate} required autoFocus maxLength={20} autoComplete="off" hint={t('vehicles.plate-hint')} error={tried ? plateError : null} />
        <OwnerFieldset owner={owner} onChange={setOwner} tried={tried} />
        <Section title={t('vehicles.facts')}><VehicleFieldset wish={wish} set={set} tried={tried} /></Section>
      </div>
    </Dialog>
  )
}
