import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listSuppliers } from '../../parts-orders/contract.ts'
import { monthBefore, monthOf } from '../../parts-orders/domain/calendar.ts'
import { beginStatement } from '../contract.ts'
import { supplierTexts } from './texts.ts'

/** So many months back a statement may be begun. */
const monthsBack = 12

/** Whose account, of which month: usually the last one. */
export function BeginDialog({ onClose }: { onClose: (id?: string) => void }) {
  const t = useTexts(supplierTexts.zh, supplierTexts.en)
  const toast = useToast()
  const thisMonth = monthOf(useToday())
  const months = Array.from({ length: monthsBack }).reduce<string[]>((all) => [...all, monthBefore(all.at(-1) ?? thisMonth)], [thisMonth])
  const suppliers = useReading(listSuppliers, {}).data?.rows ?? []
  const [supplierId, setSupplierId] = useState('')
  const [month, setMonth] = useState(monthBefore(thisMonth))
  const deed = useDeed(beginStatement, ({ id, number }) => { toast({ text: t('suppliers.begun', { number }) }); onClose(id) })
  const missing = supplierId === ''
  return (
    <Dialog title={t('suppliers.begin')} size="small" onClose={() => onClose()} onSubmit={() => { if (!missing) deed.run({ body: { supplierId, month } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={missing ? t('suppliers.fill-in') : null}>{t('suppliers.begin')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <SelectField label={t('suppliers.supplier')} name="supplier" required value={supplierId} onChange={setSupplierId} choices={[{ value: '', text: '—' }, ...suppliers.map(({ id, name }) => ({ value: id, text: name }))]} />
        <SelectField label={t('suppliers.month')} name="month" required value={month} onChange={setMonth} choices={months.map((value) => ({ value, text: value }))} />
      </div>
    </Dialog>
  )
}
