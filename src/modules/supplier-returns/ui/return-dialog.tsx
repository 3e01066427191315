import { useState } from 'react'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { GoodsLines, goodsOf, type WishedGoods } from '../../stock-health/ui/public.tsx'
import { askReturn } from '../contract.ts'
import { causes, whyNotAsk, type Cause } from '../domain/return.ts'
import { SupplierField } from './supplier-field.tsx'
import { supplierReturnTexts } from './texts.ts'

/** To whom, of which car, and which goods from which bin. */
export function ReturnDialog({ onClose }: { onClose: (id?: string) => void }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const [supplierId, setSupplierId] = useState('')
  const [about, setAbout] = useState('')
  const [lines, setLines] = useState<readonly WishedGoods<Cause>[]>([])
  const deed = useDeed(askReturn, ({ id, number }) => { toast({ text: t('supplier-returns.asked', { number }) }); onClose(id) })
  const goods = goodsOf(lines)
  const whyNot = lines.length === 0 ? t('supplier-returns.no-goods') : supplierId === '' || goods.length < lines.length ? t('supplier-returns.fill-in') : t.refusal(whyNotAsk({ about, causes: goods.map(({ cause }) => cause) }))
  return (
    <Dialog title={t('supplier-returns.ask')} size="wide" onClose={() => onClose()} onSubmit={() => { if (whyNot === null) deed.run({ body: { supplierId, about, lines: goods } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('supplier-returns.ask')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="sr-fields">
          <SupplierField value={supplierId} onChange={setSupplierId} />
          <TextField label={t('supplier-returns.about')} name="about" value={about} onChange={setAbout} maxLength={100} hint={t('supplier-returns.about-hint')} />
        </div>
        <GoodsLines lines={lines} onChange={setLines} firstCause="wrong" causeLabel={t('supplier-returns.cause')} causes={causes.map((value) => ({ value, text: t(`supplier-returns.cause.${value}`) }))} />
      </div>
    </Dialog>
  )
}
