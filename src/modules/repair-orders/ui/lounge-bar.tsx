import { Armchair } from 'lucide-react'
import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { seeGreeting, takeBackLounge, takeToLounge, type OrderView } from '../contract.ts'
import { mayBeInLounge } from '../domain/greeting.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { repairOrderTexts } from './texts.ts'

/** The customer said that he waits: one touch to say that he was taken to the lounge, and who took him (SAD-1.6). */
export function LoungeBar({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const moments = useMoments()
  const may = useMay()
  const open = mayBeInLounge(order.status)
  const { data } = useReading(seeGreeting, { params: { orderId: order.id } }, { enabled: open })
  const deed = useDeed(takeToLounge)
  const lounge = data?.lounge ?? null
  if (!open || lounge === null) return null
  if (lounge.at !== null) return <Notice tone="active" action={may(repairOrderPermissions.greet) ? <TakeBack orderId={order.id} /> : undefined}>{t('repair-orders.lounge.taken', { name: lounge.byName ?? '', time: moments.time(lounge.at) })}</Notice>
  const button = may(repairOrderPermissions.greet) ? <Button icon={Armchair} busy={deed.busy} onPress={() => deed.run({ params: { orderId: order.id }, body: {} })}>{t('repair-orders.lounge.take')}</Button> : undefined
  return (
    <>
      <Notice tone="info" action={button}>{t('repair-orders.lounge.waits')}</Notice>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </>
  )
}

function TakeBack({ orderId }: { orderId: string }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(takeBackLounge, () => { setAsking(false); toast({ text: t('repair-orders.lounge.took-back') }) })
  return (
    <>
      <Button size="desk" kind="quiet" onPress={() => setAsking(true)}>{t('repair-orders.lounge.take-back')}</Button>
      {asking ? (
        <ConfirmDialog title={t('repair-orders.lounge.take-back-title')} confirmText={t('repair-orders.lounge.take-back')} busy={deed.busy} error={deed.error} onClose={() => setAsking(false)}
          reason={{ label: t('repair-orders.lounge.reason'), missing: t('repair-orders.lounge.reason-missing') }} onConfirm={(reason) => deed.run({ params: { orderId }, body: { reason } })}>
          {t('repair-orders.lounge.take-back-question')}
        </ConfirmDialog>
      ) : null}
    </>
  )
}
