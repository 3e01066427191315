import { useState } from 'react'
import { fromWallTime, wallTime } from '../../../kernel/time.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { SignaturePad } from '../../../ui-kit/signature-pad.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { decideAddedWork, type AddedWorkView, type OrderView } from '../contract.ts'
import { whyNotDecide } from '../domain/added-work.ts'
import { totalsByPayer } from '../domain/lines.ts'
import { SenderPhone } from './sender-phone.tsx'
import { repairOrderTexts } from './texts.ts'

/** At the desk; by link the customer answers himself. */
const deskWays = ['signature', 'call'] as const
type DeskWay = (typeof deskWays)[number]

/** The old promise and the added hours, not before they could be worked from now on. */
function laterPromise({ promisedAt }: OrderView, { lines }: AddedWorkView, timeZone: string): string {
  const hours = lines.filter(({ kind }) => kind === 'labour').reduce((sum, line) => sum + line.quantityThousandths, 0)
  return wallTime(new Date(Math.max(Date.parse(promisedAt ?? '') || 0, Date.now()) + hours * 3_600), timeZone)
}

/** Who answered, how, and what he said; a yes comes with the promise that holds from now on. */
export function DecideAddedWork({ order, work, onClose }: { order: OrderView; work: AddedWorkView; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const toast = useToast()
  const { store } = useSession()
  const [answer, setAnswer] = useState<'yes' | 'no'>('yes')
  const [way, setWay] = useState<DeskWay>('call')
  const [customerName, setCustomerName] = useState(order.reception?.senderName ?? order.ownerName)
  const [customerPhone, setCustomerPhone] = useState('')
  const [words, setWords] = useState('')
  const [signature, setSignature] = useState<string | null>(null)
  const [promised, setPromised] = useState(() => laterPromise(order, work, store.timeZone))
  const [openedAt] = useState(() => Date.now()) // the server asks the clock again
  const agreed = answer === 'yes'
  const deed = useDeed(decideAddedWork, ({ short }) => {
    onClose()
    toast({ text: !agreed ? t('repair-orders.added-said-refused') : short === 0 ? t('repair-orders.added-agreed') : t('repair-orders.added-agreed-short', { count: short }) })
  })
  const promisedAt = fromWallTime(promised, store.timeZone)?.getTime() ?? 0
  const whyNot = t.refusal(whyNotDecide({ order, work, agreed, way, customerName, customerPhone, words, signature, promisedAt, now: openedAt }))
  const submit = () => deed.run({ params: { addedWorkId: work.id }, body: { version: work.version, agreed, way, customerName, customerPhone, words, signature, promisedAt: new Date(promisedAt).toISOString() } })
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
          {agreed ? <DateTimeField kind="datetime" label={t('repair-orders.promised')} name="promised" value={promised} onChange={setPromised} required /> : null}
        </div>
        <TextField label={t('repair-orders.added-customer-words')} name="customer-words" value={words} onChange={setWords} required={way === 'call'} maxLength={200} />
        {way === 'signature' ? <SignaturePad label={t('repair-orders.customer-signature')} value={signature} onChange={setSignature} height={130} /> : null}
      </div>
    </Dialog>
  )
}
