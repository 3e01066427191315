import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import type { AnswerOf } from '../../../platform/contract.ts'
import { closeTill, openTill, seeTill } from '../contract.ts'
import { settlementTexts } from './texts.ts'

type Till = AnswerOf<typeof seeTill>

/** Whether today's till is open, and the button for the next step. */
export function TillBar() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const till = useReading(seeTill, {})
  const [asking, setAsking] = useState(false)
  if (till.data === undefined) return null
  const { till: today } = till.data
  if (today !== null && today.closedAt !== null) return <StatusTag tone="done" text={t('settlement.till-is-closed')} />
  return (
    <>
      <StatusTag tone={today === null ? 'warn' : 'active'} text={today === null ? t('settlement.till-not-opened') : t('settlement.till-is-open')} />
      <Button onPress={() => setAsking(true)}>{today === null ? t('settlement.open-till') : t('settlement.close-till')}</Button>
      {!asking ? null : today === null ? <OpenTill onClose={() => setAsking(false)} /> : <CloseTill till={till.data} onClose={() => setAsking(false)} />}
    </>
  )
}

function OpenTill({ onClose }: { onClose: () => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const [floatFen, setFloat] = useState<number | null>(null)
  const deed = useDeed(openTill, onClose)
  return (
    <Dialog title={t('settlement.open-till')} size="small" onClose={onClose} onSubmit={() => { if (floatFen !== null) deed.run({ body: { floatFen } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={floatFen === null ? t('settlement.amount-missing') : null}>{t('settlement.open-till')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <MoneyField label={t('settlement.float')} name="float" value={floatFen} onChange={setFloat} required />
      </div>
    </Dialog>
  )
}

function CloseTill({ till, onClose }: { till: Till; onClose: () => void }) {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const toast = useToast()
  const [countedFen, setCounted] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const deed = useDeed(closeTill, () => { toast({ text: t('settlement.till-is-closed') }); onClose() })
  const differs = countedFen !== null && countedFen !== till.expectedFen
  const whyNot = countedFen === null ? t('settlement.amount-missing') : differs && reason.trim() === '' ? t('settlement.till-difference', { difference: (countedFen - till.expectedFen) / 100 }) : null
  return (
    <Dialog title={t('settlement.close-till')} size="small" onClose={onClose} onSubmit={() => { if (countedFen !== null && whyNot === null) deed.run({ body: { countedFen, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('settlement.close-till')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <Facts facts={[
          ...till.sums.map(({ way, amountFen }) => ({ id: way, label: t(`settlement.way.${way}`), value: <Money fen={amountFen} /> })),
          { id: 'float', label: t('settlement.float'), value: <Money fen={till.till?.floatFen ?? 0} /> }, { id: 'expected', label: t('settlement.expected-cash'), value: <Money fen={till.expectedFen} strong /> },
        ]} />
        <MoneyField label={t('settlement.counted')} name="counted" value={countedFen} onChange={setCounted} required />
        {differs ? <TextField label={t('settlement.difference-reason')} name="difference-reason" value={reason} onChange={setReason} required maxLength={300} /> : null}
        <p className="k-quiet-text">{t('settlement.close-till-hint')}</p>
      </div>
    </Dialog>
  )
}
