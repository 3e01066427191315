import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { DateTimeField, TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { confirmOrder, type OrderDetail, type OrderLine } from '../contract.ts'
import { partsOrderTexts } from './texts.ts'

type Said = { confirmed: number | null; eta: string; answer: string }
const firstOf = ({ confirmedThousandths, thousandths, cancelledThousandths, eta, answer }: OrderLine): Said => ({ confirmed: confirmedThousandths ?? thousandths - cancelledThousandths, eta: eta ?? '', answer })

/** What the supplier said, line by line; as it is ordered and promised until somebody says otherwise. */
export function ConfirmOrderDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const open = order.lines.filter(({ openThousandths }) => openThousandths > 0)
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>(() => Object.fromEntries(open.map((line) => [line.id, firstOf(line)])))
  const deed = useDeed(confirmOrder, () => { onClose(); toast({ text: t('parts-orders.confirm-done') }) })
  const change = (line: OrderLine, part: Partial<Said>) => setSaid({ ...said, [line.id]: { ...firstOf(line), ...said[line.id], ...part } })
  const missing = open.some(({ id }) => said[id]?.confirmed === null)
  const confirm = () => deed.run({ params: { orderId: order.id }, body: { version: order.version, lines: open.map((line) => ({ lineId: line.id, confirmedThousandths: said[line.id]?.confirmed ?? 0, eta: said[line.id]?.eta === '' ? null : said[line.id]?.eta ?? null, answer: said[line.id]?.answer ?? '' })) } })
  return (
    <Dialog title={t('parts-orders.confirm-title')} size="wide" onClose={onClose} onSubmit={() => { if (!missing) confirm() }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('parts-orders.fill-in') : null}>{t('parts-orders.confirm')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {open.map((line) => (
          <div className="po-said" role="group" aria-label={line.partNumber} key={line.id}>
            <span className="po-line-part"><strong>{english ? line.nameEn : line.nameZh}</strong><span className="k-quiet-text">{line.partNumber}</span></span>
            <QuantityField label={t('parts-orders.confirmed')} name="confirmed" value={said[line.id]?.confirmed ?? null} onChange={(confirmed) => change(line, { confirmed })} unit={line.unit} required />
            <DateTimeField kind="date" label={t('parts-orders.eta')} name="eta" value={said[line.id]?.eta ?? ''} onChange={(eta) => change(line, { eta })} />
            <TextField label={t('parts-orders.confirm-answer')} name="answer" value={said[line.id]?.answer ?? ''} onChange={(answer) => change(line, { answer })} maxLength={200} />
          </div>
        ))}
      </div>
    </Dialog>
  )
}
