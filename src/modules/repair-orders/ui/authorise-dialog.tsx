import { useEffect, useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { SignaturePad } from '../../../ui-kit/signature-pad.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { authoriseWork, type OrderView } from '../contract.ts'
import { totalsByPayer, whyNotAuthorise } from '../domain/lines.ts'
import { whyNotPromise } from '../domain/outlook.ts'
import { whyNotSure } from '../domain/part-number.ts'
import { PromiseField, usePromise, type PromiseWish } from './promise-field.tsx'
import { SenderPhone } from './sender-phone.tsx'
import { repairOrderTexts } from './texts.ts'

/** What was explained, the promise, and the customer's yes. */
export function AuthoriseDialog({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const toast = useToast()
  const hours = order.lines.filter(({ kind }) => kind === 'labour').reduce((sum, line) => sum + line.quantityThousandths, 0)
  const [openedAt] = useState(() => Date.now()) // the server asks the clock again
  const [phoneChecked, setPhoneChecked] = useState(false)
  const [oldParts, setOldParts] = useState<'take' | 'leave'>('leave')
  const [wash, setWash] = useState(true)
  const [wish, setWish] = useState<PromiseWish>({ typed: null, earlyReason: '' })
  const promise = usePromise(order.id, wash, wish)
  const [roadTest, setRoadTest] = useState(false)
  const [signature, setSignature] = useState<string | null>(null)
  const [unsignedReason, setUnsignedReason] = useState('')
  const deed = useDeed(authoriseWork, ({ pickUpCode, short }) => {
    onClose()
    toast({ text: short.length === 0 ? t('repair-orders.authorised', { code: pickUpCode }) : t('repair-orders.authorised-short', { code: pickUpCode, count: short.length }) })
  })
  const { promisedAt, earliest, outlook } = promise
  const { refetch } = outlook
  const moved = deed.code === 'repair-orders.promise-moved'
  useEffect(() => { if (moved) void refetch() }, [moved, refetch])
  const { earlyReason } = wish
  const whyNot = t.refusal(whyNotAuthorise({ status: order.status, lines: order.lines, promisedAt, now: openedAt, phoneChecked, signature, unsignedReason })
    ?? whyNotSure(order.lines) ?? whyNotPromise({ promisedAt, earliest: earliest === null ? null : Date.parse(earliest), earlyReason }))
  const submit = () => deed.run({
    params: { orderId: order.id },
    body: { version: order.version, promisedAt: new Date(promisedAt).toISOString(), phoneChecked, choices: { oldParts, wash, roadTest, waits: order.reception?.sheet.waits ?? false }, signature, unsignedReason, ...(earliest === null ? {} : { earliest, lookedAt: outlook.data?.lookedAt, earlyReason }) },
  })
  return (
    <Dialog title={t('repair-orders.authorise-title')} onClose={onClose} onSubmit={() => { if (whyNot === null) submit() }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('repair-orders.authorise')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <Facts layout="columns" facts={[
          ...totalsByPayer(order.lines).map(({ payer, totalFen }) => ({ id: payer, label: t(`repair-orders.payer.${payer}`), value: <Money fen={totalFen} strong /> })),
          { id: 'hours', label: t('repair-orders.hours'), value: `${String(hours / 1_000)} h` },
          { id: 'phone', label: t('repair-orders.sender-phone'), value: <SenderPhone order={order} />, wide: true },
        ]} />
        <div className="k-form">
          <PromiseField promise={promise} onChange={(change) => setWish((before) => ({ ...before, ...change }))} />
          <ChoiceField label={t('repair-orders.old-parts')} value={oldParts} onChange={setOldParts} choices={[{ value: 'leave', text: t('repair-orders.old-parts-leave') }, { value: 'take', text: t('repair-orders.old-parts-take') }]} />
          <CheckField label={t('repair-orders.wash')} checked={wash} onChange={setWash} />
          <CheckField label={t('repair-orders.road-test')} checked={roadTest} onChange={setRoadTest} />
          <div className="k-form-whole"><CheckField label={t('repair-orders.phone-checked')} checked={phoneChecked} onChange={setPhoneChecked} /></div>
        </div>
        <SignaturePad label={t('repair-orders.customer-signature')} value={signature} onChange={setSignature} height={130} />
        {signature === null ? <TextField label={t('repair-orders.unsigned-reason')} name="unsigned-reason" value={unsignedReason} onChange={setUnsignedReason} maxLength={300} hint={t('repair-orders.unsigned-hint')} /> : null}
      </div>
    </Dialog>
  )
}
