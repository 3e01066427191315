import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useWish } from '../../../platform/web/use-wish.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { handOver, type SlipView } from '../contract.ts'
import { handWays, whyNotHand, type HandWay } from '../domain/slip.ts'
import { counterTexts } from './texts.ts'

type Shipment = { way: HandWay; cod: boolean; carrier: string; waybill: string; address: string }

/** The customer takes the goods along, or a carrier does under its waybill, or the house's driver; these may collect what is due. */
export function HandDialog({ slip, onClose }: { slip: SlipView; onClose: () => void }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const toast = useToast()
  const [wish, set] = useWish<Shipment>({ way: slip.dueFen > 0 ? 'carrier' : 'pick-up', cod: slip.dueFen > 0, carrier: '', waybill: '', address: '' })
  const deed = useDeed(handOver, () => { onClose(); toast({ text: t('counter.handed') }) })
  const shipment = { ...wish, cod: wish.cod && slip.dueFen > 0 } // it may have been paid since the dialog opened
  const whyNot = t.refusal(whyNotHand({ ...slip, ...shipment }))
  return (
    <Dialog title={t('counter.hand-over')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { slipId: slip.id }, body: { version: slip.version, ...shipment } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('counter.hand-over')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('counter.way')} value={wish.way} onChange={set('way')} wide choices={handWays.map((value) => ({ value, text: t(`counter.way.${value}`) }))} />
        {wish.way === 'pick-up' ? null : (
          <>
            <TextField label={t(wish.way === 'driver' ? 'counter.driver' : 'counter.carrier')} name="carrier" suggestions={slip.carriers.filter(({ way }) => way === wish.way).map(({ carrier }) => carrier)} value={wish.carrier} onChange={set('carrier')} maxLength={60} required />
            <TextField label={t('counter.waybill')} name="waybill" value={wish.waybill} onChange={set('waybill')} maxLength={60} required={wish.way === 'carrier'} />
            <TextField label={t('counter.address')} name="address" value={wish.address} onChange={set('address')} maxLength={200} required />
            {slip.dueFen > 0 ? <CheckField label={t('counter.collect', { amount: formatFen(slip.dueFen) })} checked={wish.cod} onChange={set('cod')} /> : null}
          </>
        )}
      </div>
    </Dialog>
  )
}
