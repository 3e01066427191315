import { useState } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listParts } from '../../catalogue/contract.ts'
import { listPlaces, receiveParts } from '../contract.ts'
import { ReceiptLineFields, type ReceivedLine } from './receipt-line.tsx'
import { stockTexts } from './texts.ts'

/** One page of goods without an order: part, quantity, cost of the line, bin. */
export function ReceiptDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(stockTexts.zh, stockTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [reference, setReference] = useState('')
  const [lines, setLines] = useState<readonly ReceivedLine[]>([])
  const places = useReading(listPlaces, {})
  const deed = useDeed(receiveParts, ({ number }) => { toast({ text: t('stock.receipt-booked', { number }) }); onClose() })
  const bins = (places.data?.rows ?? []).filter(({ kind, active }) => kind === 'bin' && active).map(({ id: value, code: text }) => ({ value, text }))
  const change = (place: number, part: Partial<ReceivedLine>) => setLines(lines.map((line, index) => (index === place ? { ...line, ...part } : line)))
  const findParts = async (query: string, signal: AbortSignal): Promise<TypeaheadOption[]> => (await call(listParts, { query: { find: query, limit: 12 } }, { signal })).rows
    .map((row) => ({ id: row.id, primary: english ? row.nameEn : row.nameZh, secondary: row.number, text: `${english ? row.nameEn : row.nameZh} ${row.number}` }))
  const complete = lines.flatMap(({ partId, thousandths, costFen, placeId, unit }) => (thousandths === null || thousandths <= 0 || costFen === null || placeId === null ? [] : [{ partId, thousandths, costFen, placeId, ...(unit === null ? {} : { unit }) }]))
  const whyNot = reference.trim() === '' ? t('stock.reference-missing') : lines.length === 0 || complete.length < lines.length ? t('stock.lines-incomplete') : null
  return (
    <Dialog title={t('stock.receive')} size="wide" onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { reference, lines: complete } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('stock.book-receipt')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('stock.reference')} name="reference" value={reference} onChange={setReference} required autoFocus maxLength={100} hint={t('stock.reference-hint')} />
        {lines.map((line, index) => (
          <ReceiptLineFields key={`${line.partId}-${String(index)}`} line={line} bins={bins} onChange={(part) => change(index, part)} onRemove={() => setLines(lines.filter((_, place) => place !== index))} />
        ))}
        <Typeahead label={t('stock.add-part')} search={findParts} placeholder={t('stock.find')} onPick={(option) => setLines([...lines, { partId: option.id, name: option.text ?? '', thousandths: null, costFen: null, placeId: null, unit: null }])} />
      </div>
    </Dialog>
  )
}
