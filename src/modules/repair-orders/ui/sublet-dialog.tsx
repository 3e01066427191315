import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import type { Payer } from '../../catalogue/domain/payers.ts'
import { addLines, type OrderView } from '../contract.ts'
import { repairOrderTexts } from './texts.ts'

/** Work that another shop does for us: who, at what cost, at what price. */
export function SubletDialog({ order, payer, onClose }: { order: OrderView; payer: Payer; onClose: () => void }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const [name, setName] = useState('')
  const [supplier, setSupplier] = useState('')
  const [costFen, setCost] = useState<number | null>(null)
  const [priceFen, setPrice] = useState<number | null>(null)
  const deed = useDeed(addLines, onClose)
  const complete = name.trim() !== '' && supplier.trim() !== '' && costFen !== null && priceFen !== null
  return (
    <Dialog title={t('repair-orders.add-sublet')} size="small" onClose={onClose}
      onSubmit={() => { if (complete) deed.run({ params: { orderId: order.id }, body: { version: order.version, lines: [{ kind: 'sublet', name, supplier, payer, costFen, priceFen }] } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={complete ? null : t('repair-orders.fill-in-all')}>{t('repair-orders.add')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('repair-orders.item')} name="name" value={name} onChange={setName} required autoFocus maxLength={200} />
        <TextField label={t('repair-orders.supplier')} name="supplier" value={supplier} onChange={setSupplier} required maxLength={100} />
        <MoneyField label={t('repair-orders.cost')} name="cost" value={costFen} onChange={setCost} required />
        <MoneyField label={t('repair-orders.price')} name="price" value={priceFen} onChange={setPrice} required />
      </div>
    </Dialog>
  )
}
