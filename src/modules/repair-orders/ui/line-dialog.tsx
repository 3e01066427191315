import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { payers } from '../../catalogue/domain/payers.ts'
import { changeLine, removeLine, type OrderLine, type OrderView } from '../contract.ts'
import { readDeviation } from '../domain/floor-reason.ts'
import { amountOf, whyNotDiscount } from '../domain/lines.ts'
import { whyNotShare, type Share } from '../domain/shares.ts'
import { AskNumber } from './ask-number.tsx'
import { ShareFields } from './share-fields.tsx'
import { repairOrderTexts } from './texts.ts'

/** The floor's fact is no word of his. */
const typedWords = (reason: string): string => {
  const said = readDeviation(reason)
  return 'words' in said ? said.words : ''
}

/** Payer, quantity, discount or a price off its rule; the server prices the line anew. */
export function LineDialog({ order, line, onClose }: { order: OrderView; line: OrderLine; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const [payer, setPayer] = useState(line.payer)
  const [quantity, setQuantity] = useState<number | null>(line.quantityThousandths)
  const [discount, setDiscount] = useState<number | null>(line.discountFen)
  const [price, setPrice] = useState<number | null>(line.priceRule === 'manual' ? line.unitPriceFen : null)
  const [reason, setReason] = useState(typedWords(line.deviationReason ?? ''))
  const [shares, setShares] = useState<readonly Share[]>(line.shares)
  const params = { orderId: order.id, lineId: line.id }
  const change = useDeed(changeLine, onClose)
  const remove = useDeed(removeLine, onClose)
  const whyNot = quantity === null || quantity <= 0 ? t('repair-orders.quantity-missing')
    : t.refusal(whyNotDiscount({ ...line, quantityThousandths: quantity }, discount ?? 0) ?? (shares.length === 0 ? null : whyNotShare({ payer, shares, amountFen: amountOf(price ?? line.unitPriceFen, quantity, discount ?? 0) })))
  const manual = price === null ? {} : { manual: { priceFen: price, reason } }
  const error = change.error ?? remove.error
  return (
    <Dialog title={english ? line.nameEn : line.nameZh} size="small" onClose={onClose}
      onSubmit={() => { if (whyNot === null && quantity !== null) change.run({ params, body: { version: order.version, payer, quantityThousandths: quantity, discountFen: discount ?? 0, shares: [...shares], ...manual } }) }}
      footer={<>
        <Button kind="danger" icon={Trash2} busy={remove.busy} onPress={() => remove.run({ params, body: { version: order.version } })}>{t('repair-orders.remove-line')}</Button>
        <Button kind="primary" submit busy={change.busy} whyNot={whyNot}>{t('repair-orders.save-line')}</Button>
      </>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <SelectField label={t('repair-orders.payer')} value={payer} onChange={setPayer} choices={payers.map((value) => ({ value, text: t(`repair-orders.payer.${value}`) }))} />
        <QuantityField label={line.kind === 'labour' ? t('repair-orders.hours') : t('repair-orders.quantity')} name="quantity" value={quantity} onChange={setQuantity} unit={line.kind === 'labour' ? 'h' : line.unit} required autoFocus />
        {line.kind === 'labour' ? <MoneyField label={t('repair-orders.discount')} name="discount" value={discount} onChange={setDiscount} /> : null}
        {line.kind === 'part' ? <>
          <MoneyField label={t('repair-orders.other-price')} name="manual-price" value={price} onChange={setPrice} hint={t('repair-orders.other-price-hint')} />
          {price === null ? null : <TextField label={t('repair-orders.deviation-reason')} name="deviation-reason" value={reason} onChange={setReason} required maxLength={300} />}
        </> : null}
        {line.kind === 'part' ? <AskNumber line={line} onAsked={onClose} /> : null}
        <ShareFields payer={payer} shares={shares} onChange={setShares} />
      </div>
    </Dialog>
  )
}
