import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { PartField, type PickedPart } from '../../stock-health/ui/public.tsx'
import { seePartStock } from '../../stock/contract.ts'
import { askReturn } from '../contract.ts'
import { causes, whyNotAsk, type Cause } from '../domain/return.ts'
import { SupplierField } from './supplier-field.tsx'
import { supplierReturnTexts } from './texts.ts'

type Wished = PickedPart & { readonly key: string; readonly placeId: string; readonly lotId: string | null; readonly thousandths: number | null; readonly cause: Cause }

/** To whom, of which car, and which goods from which bin. */
export function ReturnDialog({ onClose }: { onClose: (id?: string) => void }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const toast = useToast()
  const [supplierId, setSupplierId] = useState('')
  const [about, setAbout] = useState('')
  const [lines, setLines] = useState<readonly Wished[]>([])
  const deed = useDeed(askReturn, ({ id, number }) => { toast({ text: t('supplier-returns.asked', { number }) }); onClose(id) })
  const goods = lines.flatMap(({ partId, placeId, lotId, thousandths, cause }) => (placeId === '' || thousandths === null || thousandths <= 0 ? [] : [{ partId, placeId, lotId, thousandths, cause }]))
  const whyNot = lines.length === 0 ? t('supplier-returns.no-goods') : supplierId === '' || goods.length < lines.length ? t('supplier-returns.fill-in') : t.refusal(whyNotAsk({ about, causes: goods.map(({ cause }) => cause) }))
  const put = (key: string, change: Partial<Wished>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...change } : line)))
  return (
    <Dialog title={t('supplier-returns.ask')} size="wide" onClose={() => onClose()} onSubmit={() => { if (whyNot === null) deed.run({ body: { supplierId, about, lines: goods } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('supplier-returns.ask')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <div className="sr-fields">
          <SupplierField value={supplierId} onChange={setSupplierId} />
          <TextField label={t('supplier-returns.about')} name="about" value={about} onChange={setAbout} maxLength={100} hint={t('supplier-returns.about-hint')} />
        </div>
        <ul className="sr-lines">{lines.map((line) => <Line key={line.key} line={line} onChange={(change) => put(line.key, change)} onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))} />)}</ul>
        <PartField onPick={(part) => setLines([...lines, { ...part, key: crypto.randomUUID(), placeId: '', lotId: null, thousandths: null, cause: lines.at(-1)?.cause ?? 'wrong' }])} />
      </div>
    </Dialog>
  )
}

function Line({ line, onChange, onRemove }: { line: Wished; onChange: (change: Partial<Wished>) => void; onRemove: () => void }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const stock = useReading(seePartStock, { params: { partId: line.partId } }).data
  const lots = stock?.lots ?? []
  const places = [...new Map(lots.map(({ placeId, bin }) => [placeId, bin]))]
  const hereIn = (placeId: string): number => lots.filter((lot) => lot.placeId === placeId).reduce((sum, { here }) => sum + here, 0)
  const own = lots.filter((lot) => lot.placeId === line.placeId)
  return (
    <li className="sr-line k-panel" aria-label={line.number}>
      <div className="sr-line-head"><span><strong>{line.number}</strong> {line.name}</span><Button kind="quiet" onPress={onRemove}>{t('supplier-returns.remove')}</Button></div>
      {stock !== undefined && lots.length === 0 ? <Notice tone="warn">{t('supplier-returns.no-lots')}</Notice> : null}
      <div className="sr-fields">
        <SelectField label={t('supplier-returns.cause')} name="cause" value={line.cause} onChange={(cause) => onChange({ cause })} choices={causes.map((value) => ({ value, text: t(`supplier-returns.cause.${value}`) }))} />
        <SelectField label={t('supplier-returns.place')} name="place" value={line.placeId} onChange={(placeId) => onChange({ placeId, lotId: null })} choices={[{ value: '', text: '—' }, ...places.map(([value, bin]) => ({ value, text: `${bin} · ${formatThousandths(hereIn(value))}` }))]} />
        <SelectField label={t('supplier-returns.lot')} name="lot" value={line.lotId ?? ''} onChange={(lotId) => onChange({ lotId: lotId === '' ? null : lotId })}
          choices={[{ value: '', text: t('supplier-returns.oldest-first') }, ...own.map((lot) => ({ value: lot.lotId, text: `${lot.receivedOn} · ${formatThousandths(lot.here)}` }))]} />
        <QuantityField label={t('supplier-returns.quantity')} name="quantity" value={line.thousandths} onChange={(thousandths) => onChange({ thousandths })} unit={stock?.part.unit} />
      </div>
    </li>
  )
}
