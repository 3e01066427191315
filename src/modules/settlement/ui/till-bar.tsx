import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { openTill, seeTill } from '../contract.ts'
import { CloseTill } from './close-till.tsx'
import { settlementTexts } from './texts.ts'

/** Whether today's till is open, and the button for the next step. */
export function TillBar() {
  const t = useTexts(settlementTexts.zh, settlementTexts.en)
  const till = useReading(seeTill, {})
  const [asking, setAsking] = useState(false)
  if (till.data === undefined) return null
  const { till: today, forgotten } = till.data
  const missed = forgotten === null ? null : <Link className="settlement-forgotten" to={`/tills/${forgotten}`}>{t('settlement.forgotten-till', { day: forgotten })}</Link>
  if (today !== null && today.closedAt !== null) return <>{missed}<StatusTag tone="done" text={t('settlement.till-is-closed')} /></>
  return (
    <>
      {missed}
      <StatusTag tone={today === null ? 'warn' : 'active'} text={today === null ? t('settlement.till-not-opened') : t('settlement.till-is-open')} />
      <Button onPress={() => setAsking(true)}>{today === null ? t('settlement.open-till') : t('settlement.close-till')}</Button>
      {!asking ? null : today === null ? <OpenTill onClose={() => setAsking(false)} /> : <CloseTill day={till.data.day} onClose={() => setAsking(false)} />}
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
