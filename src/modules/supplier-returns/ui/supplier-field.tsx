import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { listSuppliers } from '../../parts-orders/contract.ts'
import { supplierReturnTexts } from './texts.ts'

export function SupplierField({ value, onChange }: { value: string; onChange: (supplierId: string) => void }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const suppliers = (useReading(listSuppliers, {}).data?.rows ?? []).filter(({ active }) => active)
  return <SelectField label={t('supplier-returns.supplier')} name="supplier" required value={value} onChange={onChange} choices={[{ value: '', text: '—' }, ...suppliers.map(({ id, name }) => ({ value: id, text: name }))]} />
}
