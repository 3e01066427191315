import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextAreaField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { normalPlate, showPlate, whyNotPlate } from '../../vehicles/domain/plate.ts'
import { registerArrival } from '../contract.ts'
import { purposes, type Purpose } from '../domain/life.ts'
import { repairOrderTexts } from './texts.ts'

export type ArrivalDialogProps = { onClose: () => void; onArrived: (orderId: string) => void }

export function ArrivalDialog({ onClose, onArrived }: ArrivalDialogProps) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const toast = useToast()
  const [plate, setPlate] = useState('')
  const [left, setLeft] = useState(false)
  const [purpose, setPurpose] = useState<Purpose>('maintenance')
  const [concern, setConcern] = useState('')
  const deed = useDeed(registerArrival, ({ id, number }) => {
    toast({ text: t('repair-orders.registered', { plate: showPlate(normalPlate(plate)), number }) })
    onArrived(id)
  })
  const whyNot = t.refusal(whyNotPlate(normalPlate(plate)))
  return (
    <Dialog title={t('repair-orders.arrive-title')} onClose={onClose} size="small"
      onSubmit={() => { setLeft(true); if (whyNot === null) deed.run({ body: { plate, purpose, concern } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={left ? whyNot : null}>{t('repair-orders.register')}</Button>}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <TextField label={t('repair-orders.plate')} name="plate" value={plate} onChange={setPlate} onBlur={() => setLeft(plate !== '')} required autoFocus maxLength={20}
        hint={t('repair-orders.plate-hint')} error={left ? whyNot : null} autoComplete="off" />
      <ChoiceField label={t('repair-orders.purpose')} value={purpose} onChange={setPurpose} wide
        choices={purposes.map((value) => ({ value, text: t(`repair-orders.purpose.${value}`) }))} />
      <TextAreaField label={t('repair-orders.concern')} name="concern" value={concern} onChange={setConcern} maxLength={1_000} />
    </Dialog>
  )
}
