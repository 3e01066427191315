import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { keepSheet, listSheets, type Sheet } from '../contract.ts'
import { sheetFields, whyNotLayout, type SheetColumn, type SheetField } from '../domain/sheet.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { partsOrderTexts } from './texts.ts'

/** How each maker wants to read an order, column by column. */
export function Sheets() {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const mayKeep = useMay()(partsOrderPermissions.keepKinds)
  const rows = useReading(listSheets, {}).data?.rows ?? []
  const [edited, setEdited] = useState<Sheet | null>(null)
  return (
    <div className="k-stack">
      <DataTable label={t('parts-orders.sheets')} rows={rows} rowKey={({ supplierId }) => supplierId} minimumWidth={560} empty={<EmptyState>{t('parts-orders.sheet.none')}</EmptyState>} {...(mayKeep ? { onOpen: setEdited } : {})} columns={[
        { id: 'name', header: t('parts-orders.supplier'), width: 200, cell: ({ supplierName }) => supplierName },
        { id: 'columns', header: t('parts-orders.sheet.columns'), cell: ({ layout }) => (layout === null ? <StatusTag tone="neutral" text={t('parts-orders.sheet.preset')} /> : layout.columns.map(({ header }) => header).join(' · ')) },
      ]} />
      {edited === null ? null : <SheetDialog sheet={edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function SheetDialog({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const toast = useToast()
  const named = (field: SheetField) => t(`parts-orders.sheet.field.${field}`)
  const preset = sheetFields.map((field): SheetColumn => ({ field, header: named(field) }))
  const [titled, setTitled] = useState(sheet.layout?.titled ?? true)
  const [columns, setColumns] = useState<readonly SheetColumn[]>(sheet.layout?.columns ?? preset)
  const deed = useDeed(keepSheet, () => { onClose(); toast({ text: t('parts-orders.saved') }) })
  const left = sheetFields.filter((field) => !columns.some((column) => column.field === field))
  const whyNot = t.refusal(whyNotLayout({ columns }))
  const rename = (field: SheetField, header: string) => setColumns(columns.map((column) => (column.field === field ? { ...column, header } : column)))
  const move = (at: number, by: -1 | 1) => {
    const [here, there] = [columns[at], columns[at + by]]
    if (here !== undefined && there !== undefined) setColumns(columns.map((column, index) => (index === at ? there : index === at + by ? here : column)))
  }
  return (
    <Dialog title={t('parts-orders.sheet.of', { name: sheet.supplierName })} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ params: { supplierId: sheet.supplierId }, body: { version: sheet.version, titled, columns: [...columns] } }) }}
      footer={<><Button onPress={() => { setTitled(true); setColumns(preset) }}>{t('parts-orders.sheet.to-preset')}</Button><Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('parts-orders.save')}</Button></>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <p className="k-quiet-text">{t('parts-orders.sheet.hint')}</p>
        <CheckField label={t('parts-orders.sheet.titled')} checked={titled} onChange={setTitled} />
        <ol className="po-sheet">
          {columns.map(({ field, header }, at) => (
            <li key={field}>
              <span className="k-quiet-text">{named(field)}</span>
              <TextField label={t('parts-orders.sheet.header-of', { field: named(field) })} hideLabel name={`header-${field}`} value={header} onChange={(typed) => rename(field, typed)} maxLength={40} />
              <IconButton aria-label={t('parts-orders.sheet.up', { field: named(field) })} icon={ArrowUp} whyNot={at === 0 ? t('parts-orders.sheet.outermost') : null} onPress={() => move(at, -1)} />
              <IconButton aria-label={t('parts-orders.sheet.down', { field: named(field) })} icon={ArrowDown} whyNot={at === columns.length - 1 ? t('parts-orders.sheet.outermost') : null} onPress={() => move(at, 1)} />
              <IconButton aria-label={t('parts-orders.sheet.remove', { field: named(field) })} icon={X} onPress={() => setColumns(columns.filter((column) => column.field !== field))} />
            </li>
          ))}
        </ol>
        {left.length === 0 ? null : <SelectField label={t('parts-orders.sheet.add')} name="add-column" value={null} placeholder="—" onChange={(field) => setColumns([...columns, { field, header: named(field) }])} choices={left.map((field) => ({ value: field, text: named(field) }))} />}
        {whyNot === null ? null : <Notice tone="warn">{whyNot}</Notice>}
      </div>
    </Dialog>
  )
}
