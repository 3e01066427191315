import { useEffect, useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { SignaturePad } from '../../../ui-kit/signature-pad.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { decideAddedWork, type AddedWorkView, type OrderView } from '../contract.ts'
import { whyNotDecide } from '../domain/added-work.ts'
import { totalsByPayer } from '../domain/lines.ts'
import { whyNotPromise } from '../domain/outlook.ts'
import { PromiseField, useLaterPromise, type PromiseWish } from './promise-field.tsx'
import { SenderPhone } from './sender-phone.tsx'
import { repairOrderTexts } from './texts.ts'

/** At the desk; by link the customer answers himself. */
const deskWays = ['signature', 'call'] as const
type DeskWay = (typeof deskWays)[number]

/** Who answered, how, and what he said; a yes comes with the promise that holds from now on. */
export function DecideAddedWork({ order, work, onClose }: { order: OrderView; work: AddedWorkView; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const toast = useToast()
  const [answer, setAnswer] = useState<'yes' | 'no'>('yes')
  const [way, setWay] = useState<DeskWay>('call')
  const [customerName, setCustomerName] = useState(order.reception?.senderName ?? order.ownerName)
  const [customerPhone, setCustomerPhone] = useState('')
  const [words, setWords] = useState('')
  const [signature, setSignature] = useState<string | null>(null)
  const [wish, setWish] = useState<PromiseWish>({ typed: null, earlyReason: '' })
  const promise = useLaterPromise(order, work.id, wish)
  const [openedAt] = useState(() => Date.now()) // the server asks the clock again
  const agreed = answer === 'yes'
  const deed = useDeed(decideAddedWork, ({ short }) => {
    onClose()
    toast({ text: !agreed ? t('repair-orders.added-said-refused') : short === 0 ? t('repair-orders.added-agreed') : t('repair-orders.added-agreed-short', { count: short }) })
  })
  const { promisedAt, earliest, outlook } = promise
  const { refetch } = outlook
  const moved = deed.code === 'repair-orders.promise-moved'
  useEffect(() => { if (moved) void refetch() }, [moved, refetch])
  const { earlyReason } = wish
  const whyNot = t.refusal(whyNotDecide({ order, work, agreed, way, customerName, customerPhone, words, signature, promisedAt, now: openedAt })
    ?? (agreed ? whyNotPromise({ promisedAt, earliest: earliest === null ? null : Date.parse(earliest), earlyReason }) : null))
  const submit = () => deed.run({ params: { addedWorkId: work.id }, body: { version: work.version, agreed, way, customerName, customerPhone, words, signature, promisedAt: new Date(promisedAt).toISOString(), ...(agreed && earliest !== null ? { earliest, lookedAt: outlook.data?.lookedAt, earlyReason } : {}) } })
  return (
    <Dialog title={t('repair-orders.added-decide-title')} onClose={onClose} onSubmit={() => { if (whyNot === null) submit() }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('repair-orders.added-record')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p>{work.findings}</p>
        <Facts layout="columns" facts={[
          ...totalsByPayer(work.lines).map(({ payer, totalFen }) => ({ id: payer, label: t(`repair-orders.payer.${payer}`), value: <Money fen={totalFen} strong /> })),
          { id: 'phone', label: t('repair-orders.sender-phone'), value: <SenderPhone order={order} />, wide: true },
        ]} />
        <div className="k-form">
          <ChoiceField label={t('repair-orders.added-answer-is')} value={answer} onChange={setAnswer} choices={[{ value: 'yes', text: t('repair-orders.added-yes') }, { value: 'no', text: t('repair-orders.added-no') }]} />
          <ChoiceField label={t('repair-orders.added-way')} value={way} onChange={setWay} choices={deskWays.map((value) => ({ value, text: t(`repair-orders.added-way.${value}`) }))} />
          <TextField label={t('repair-orders.added-who')} name="customer-name" value={customerName} onChange={setCustomerName} required maxLength={60} />
          {way === 'call' ? <TextField label={t('repair-orders.added-who-phone')} name="customer-phone" type="tel" value={customerPhone} onChange={setCustomerPhone} required maxLength={20} /> : null}
          {agreed ? <PromiseField promise={promise} onChange={(change) => setWish((before) => ({ ...before, ...change }))} /> : null}
        </div>
        <TextField label={t('repair-orders.added-customer-words')} name="customer-words" value={words} onChange={setWords} required={way === 'call'} maxLength={200} />
        {way === 'signature' ? <SignaturePad label={t('repair-orders.customer-signature')} value={signature} onChange={setSignature} height={130} /> : null}
      </div>
    </Dialog>
  )
}
