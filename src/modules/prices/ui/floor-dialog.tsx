import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PercentField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { setFloor, type FloorRow } from '../contract.ts'
import { whyNotSetFloor, type FlooredPayer } from '../domain/floor.ts'
import { priceTexts } from './texts.ts'

export function FloorDialog({ payer, floor, onClose }: { payer: FlooredPayer; floor: FloorRow | undefined; onClose: () => void }) {
  const t = useTexts(priceTexts.zh, priceTexts.en)
  const toast = useToast()
  const [{ percent, reason }, set] = useWish<{ percent: number | null; reason: string }>({ percent: floor?.percent ?? null, reason: '' })
  const deed = useDeed(setFloor, () => { onClose(); toast({ text: t('prices.floor-set') }) })
  const whyNot = t.refusal(whyNotSetFloor(floor?.percent, percent)) ?? (reason.trim() === '' ? t('prices.reason-missing') : null)
  return (
    <Dialog title={`${t('prices.set-floor')} · ${t(`prices.payer.${payer}`)}`} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { payer, edition: floor?.edition ?? 0, percent, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('prices.save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <PercentField label={t('prices.percent-field')} name="percent" value={percent} onChange={set('percent')} />
        <TextField label={t('prices.reason')} name="reason" value={reason} onChange={set('reason')} maxLength={300} required />
      </div>
    </Dialog>
  )
}
