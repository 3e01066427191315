import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useDeed, useOpening } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PercentField } from '../../../ui-kit/number-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { keepFeeRate, seeTill } from '../contract.ts'
import { settlementTexts } from './texts.ts'

/** What each channel keeps, as the store's contract with it says. */
export function RatesDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const { data } = useOpening(seeTill, {})
  return (
    <Dialog title={t('settlement.rates')} onClose={onClose}>
      <div className="k-stack">
        <p className="k-quiet-text">{t('settlement.rates-hint')}</p>
        {data === undefined ? <LoadBar busy /> : data.rates.map((rate) => <RateForm key={rate.way} rate={rate} />)}
      </div>
    </Dialog>
  )
}

function RateForm({ rate }: { rate: AnswerOf<typeof seeTill>['rates'][number] }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [hundredths, setHundredths] = useState<number | null>(rate.hundredths)
  const [comesBack, setComesBack] = useState(rate.comesBack)
  const deed = useDeed(keepFeeRate, () => toast({ text: t('settlement.rate-kept') }))
  const whyNot = hundredths === null || hundredths > 1_000 ? t('settlement.rate-missing') : null
  return (
    <form className="settlement-rate" aria-label={t(`settlement.way.${rate.way}`)} onSubmit={(event) => {
      event.preventDefault()
      if (hundredths !== null && whyNot === null) deed.run({ params: { way: rate.way }, body: { hundredths, comesBack, version: rate.version } })
    }}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <PercentField label={t(`settlement.way.${rate.way}`)} name={`rate-${rate.way}`} required value={hundredths} onChange={setHundredths} />
      <CheckField label={t('settlement.comes-back')} checked={comesBack} onChange={setComesBack} />
      <Button submit busy={deed.busy} whyNot={whyNot}>{t('settlement.save')}</Button>
    </form>
  )
}
