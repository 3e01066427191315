import { Hand } from 'lucide-react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { greet, seeGreeting, type OrderView } from '../contract.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { repairOrderTexts } from './texts.ts'

const everyMinute = 60_000

/** The car has just come: how long its driver stands there, who has the duty, and one touch to say that he is met (SAD-4.1). */
export function GreetingBar({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const may = useMay()
  const toast = useToast()
  const waits = order.status === 'arrived'
  const { data } = useReading(seeGreeting, { params: { orderId: order.id } }, { enabled: waits, refetchInterval: everyMinute })
  const deed = useDeed(greet, ({ minutes }) => toast({ text: t('repair-orders.greeted-after', { minutes }) }))
  if (!waits || data === undefined) return null
  const { greeted, minutes, target, metByName, onDuty } = data
  const late = minutes > target
  if (greeted) return <Notice tone={late ? 'warn' : 'active'}>{t('repair-orders.met-by', { name: metByName ?? '', minutes, target })}</Notice>
  const button = may(repairOrderPermissions.greet) ? <Button icon={Hand} busy={deed.busy} onPress={() => deed.run({ params: { orderId: order.id }, body: {} })}>{t('repair-orders.greet')}</Button> : undefined
  return (
    <>
      <Notice tone={late ? 'danger' : 'info'} title={t('repair-orders.stands-there', { minutes, target })} action={button}>{onDuty === null ? t('repair-orders.nobody-on-duty') : t('repair-orders.on-duty', { name: onDuty.name })}</Notice>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
    </>
  )
}
