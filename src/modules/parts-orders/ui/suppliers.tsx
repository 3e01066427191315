import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { addSupplier, changeSupplier, listSuppliers, type Supplier } from '../contract.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { partsOrderTexts } from './texts.ts'

type Fields = Omit<Supplier, 'id' | 'version'>
const fresh: Fields = { name: '', kind: 'outside', contact: '', phone: '', note: '', active: true }

export function Suppliers() {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const may = useMay()
  const suppliers = useReading(listSuppliers, {}).data?.rows ?? []
  const [edited, setEdited] = useState<Supplier | 'new' | null>(null)
  const mayKeep = may(partsOrderPermissions.keepSuppliers)
  return (
    <div className="k-stack">
      {mayKeep ? <div className="k-row"><Button onPress={() => setEdited('new')}>{t('parts-orders.add')}</Button></div> : null}
      <DataTable label={t('parts-orders.suppliers')} rows={suppliers} rowKey={({ id }) => id} minimumWidth={560} empty={<EmptyState>{t('parts-orders.no-suppliers')}</EmptyState>} {...(mayKeep ? { onOpen: setEdited } : {})} columns={[
        { id: 'name', header: t('parts-orders.name'), cell: ({ name, note }) => <span>{name} <span className="k-quiet-text">{note}</span></span> },
        { id: 'kind', header: t('parts-orders.supplier-kind'), width: 100, cell: ({ kind }) => t(`parts-orders.supplier-kind.${kind}`) },
        { id: 'contact', header: t('parts-orders.contact'), width: 120, cell: ({ contact }) => contact },
        { id: 'phone', header: t('parts-orders.phone'), width: 130, cell: ({ phone }) => phone },
        { id: 'active', header: t('parts-orders.active'), width: 90, cell: ({ active }) => (active ? t('parts-orders.yes') : <StatusTag tone="neutral" text={t('parts-orders.not-active')} />) },
      ]} />
      {edited === null ? null : <SupplierDialog supplier={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function SupplierDialog({ supplier, onClose }: { supplier: Supplier | null; onClose: () => void }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const toast = useToast()
  const [now, setNow] = useState<Fields>(supplier ?? fresh)
  const then = () => { onClose(); toast({ text: t('parts-orders.saved') }) }
  const adding = useDeed(addSupplier, then)
  const changing = useDeed(changeSupplier, then)
  const error = adding.error ?? changing.error
  const put = (part: Partial<Fields>) => setNow({ ...now, ...part })
  const { name, kind, contact, phone, note, active } = now
  const missing = name.trim() === ''
  const save = () => (supplier === null ? adding.run({ body: { name, kind, contact, phone, note } }) : changing.run({ params: { supplierId: supplier.id }, body: { version: supplier.version, name, contact, phone, note, active } }))
  return (
    <Dialog title={t('parts-orders.supplier')} size="small" onClose={onClose} onSubmit={() => { if (!missing) save() }} footer={<Button kind="primary" submit busy={adding.busy || changing.busy} whyNot={missing ? t('parts-orders.fill-in') : null}>{t('parts-orders.save')}</Button>}>
      <div className="k-stack">
        {error === null ? null : <Notice tone="danger">{error}</Notice>}
        <TextField label={t('parts-orders.name')} name="name" required value={name} onChange={(typed) => put({ name: typed })} maxLength={60} autoFocus />
        {supplier === null ? <ChoiceField label={t('parts-orders.supplier-kind')} value={kind} onChange={(chosen) => put({ kind: chosen })} choices={(['maker', 'outside'] as const).map((value) => ({ value, text: t(`parts-orders.supplier-kind.${value}`) }))} /> : null}
        <TextField label={t('parts-orders.contact')} name="contact" value={contact} onChange={(typed) => put({ contact: typed })} maxLength={60} />
        <TextField label={t('parts-orders.phone')} name="phone" type="tel" value={phone} onChange={(typed) => put({ phone: typed })} maxLength={20} />
        <TextField label={t('parts-orders.note')} name="note" value={note} onChange={(typed) => put({ note: typed })} maxLength={300} />
        {supplier === null ? null : <CheckField label={t('parts-orders.active')} checked={active} onChange={(is) => put({ active: is })} />}
      </div>
    </Dialog>
  )
}
