import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listStaff } from '../../organisation/contract.ts'
import { passOn, type OrderView } from '../contract.ts'
import { whyNotPassOn } from '../domain/why-not-pass-on.ts'
import { repairOrderTexts } from './texts.ts'

/** Who looks after the car from now on, and why. */
export function PassOnDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const toast = useToast()
  const staff = useReading(listStaff, { query: {} })
  const [advisorId, setAdvisorId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const others = (staff.data?.rows ?? []).filter((colleague) => whyNotPassOn({ status: order.status, advisorId: order.advisorId, colleague, reason: '-' }) === null)
  const colleague = others.find(({ id }) => id === advisorId) ?? null
  const deed = useDeed(passOn, () => { toast({ text: t('repair-orders.passed-on', { name: colleague?.name ?? '' }) }); onClose() })
  const whyNot = colleague === null ? t('repair-orders.choose-colleague') : t.refusal(whyNotPassOn({ status: order.status, advisorId: order.advisorId, colleague, reason }))
  return (
    <Dialog title={t('repair-orders.pass-on')} size="small" onClose={onClose} onSubmit={() => { if (whyNot === null && advisorId !== null) deed.run({ params: { orderId: order.id }, body: { version: order.version, advisorId, reason } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('repair-orders.pass-on')}</Button>}>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <div className="k-stack">
        <SelectField label={t('repair-orders.colleague')} name="colleague" value={advisorId} onChange={setAdvisorId} placeholder={t('repair-orders.choose-colleague')} required choices={others.map(({ id, name }) => ({ value: id, text: name }))} />
        <TextField label={t('repair-orders.pass-on-reason')} name="reason" value={reason} onChange={setReason} required maxLength={300} />
      </div>
    </Dialog>
  )
}
