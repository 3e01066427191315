import { useState } from 'react'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { seePartStock } from '../../stock/contract.ts'
import { askScrap, askScrapAgain, type ScrapView } from '../contract.ts'
import { causes, whyNotTheseLines, type Cause } from '../domain/scrap.ts'
import { PartField } from './part-field.tsx'
import { stockHealthTexts } from './texts.ts'

/** `shelf`: place and, where one lot is named, the lot; empty while nothing is chosen. */
type Wished = { readonly key: string; readonly partId: string; readonly number: string; readonly name: string; readonly placeId: string; readonly lotId: string | null; readonly thousandths: number | null; readonly cause: Cause }

/** Which goods, from which bin or quarantine, oldest first or of a named lot, and why. */
export function ScrapDialog({ before, onClose }: { before: ScrapView | null; onClose: (id?: string) => void }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [reason, setReason] = useState(before?.reason ?? '')
  const [lines, setLines] = useState<readonly Wished[]>(() => (before?.rows ?? []).map((row) => ({ key: row.id, partId: row.partId, number: row.number, name: english ? row.nameEn : row.nameZh, placeId: row.placeId, lotId: row.lotId, thousandths: row.thousandths, cause: row.cause })))
  const first = useDeed(askScrap, ({ id, number }) => { toast({ text: t('stock-health.asked', { number }) }); onClose(id) })
  const again = useDeed(askScrapAgain, () => { toast({ text: t('stock-health.asked-again') }); onClose() })
  const deed = before === null ? first : again
  const goods = lines.flatMap(({ partId, placeId, lotId, thousandths, cause }) => (placeId === '' || thousandths === null || thousandths <= 0 ? [] : [{ partId, placeId, lotId, thousandths, cause }]))
  const whyNot = lines.length === 0 ? t('stock-health.no-parts-yet') : reason.trim() === '' ? t('stock-health.reason-missing') : goods.length < lines.length ? t('stock-health.fill-numbers') : t.refusal(whyNotTheseLines(goods))
  const submit = () => {
    if (whyNot !== null) return
    if (before === null) first.run({ body: { reason, lines: goods } })
    else again.run({ params: { scrapId: before.id }, body: { version: before.version, reason, lines: goods } })
  }
  const put = (key: string, change: Partial<Wished>) => setLines(lines.map((line) => (line.key === key ? { ...line, ...change } : line)))
  const title = t(before === null ? 'stock-health.ask-scrap' : 'stock-health.ask-again')
  return (
    <Dialog title={title} size="wide" onClose={() => onClose()} onSubmit={submit} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{title}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextField label={t('stock-health.reason')} name="reason" value={reason} onChange={setReason} maxLength={300} required />
        <ul className="sh-lines">{lines.map((line) => <Line key={line.key} line={line} onChange={(change) => put(line.key, change)} onRemove={() => setLines(lines.filter(({ key }) => key !== line.key))} />)}</ul>
        <PartField onPick={(part) => setLines([...lines, { ...part, key: crypto.randomUUID(), placeId: '', lotId: null, thousandths: null, cause: 'damaged' }])} />
      </div>
    </Dialog>
  )
}

function Line({ line, onChange, onRemove }: { line: Wished; onChange: (change: Partial<Wished>) => void; onRemove: () => void }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const stock = useReading(seePartStock, { params: { partId: line.partId } }).data
  const lots = stock?.lots ?? []
  const places = [...new Map(lots.map(({ placeId, bin }) => [placeId, bin]))]
  const hereIn = (placeId: string): number => lots.filter((lot) => lot.placeId === placeId).reduce((sum, { here }) => sum + here, 0)
  const own = lots.filter((lot) => lot.placeId === line.placeId)
  return (
    <li className="sh-line k-panel" aria-label={line.number}>
      <div className="sh-line-head"><span><strong>{line.number}</strong> {line.name}</span><Button kind="quiet" onPress={onRemove}>{t('stock-health.remove')}</Button></div>
      {stock !== undefined && lots.length === 0 ? <Notice tone="warn">{t('stock-health.no-lots-here')}</Notice> : null}
      <div className="sh-line-fields">
        <SelectField label={t('stock-health.place')} name="place" value={line.placeId} onChange={(placeId) => onChange({ placeId, lotId: null })} choices={[{ value: '', text: '—' }, ...places.map(([value, bin]) => ({ value, text: `${bin} · ${formatThousandths(hereIn(value))}` }))]} />
        <SelectField label={t('stock-health.lot')} name="lot" value={line.lotId ?? ''} onChange={(lotId) => onChange({ lotId: lotId === '' ? null : lotId })}
          choices={[{ value: '', text: t('stock-health.oldest-first') }, ...own.map((lot) => ({ value: lot.lotId, text: `${lot.receivedOn} · ${formatThousandths(lot.here)}` }))]} />
        <QuantityField label={t('stock-health.quantity')} name="quantity" value={line.thousandths} onChange={(thousandths) => onChange({ thousandths })} unit={stock?.part.unit} />
        <SelectField label={t('stock-health.cause')} name="cause" value={line.cause} onChange={(cause) => onChange({ cause })} choices={causes.map((value) => ({ value, text: t(`stock-health.cause.${value}`) }))} />
      </div>
    </li>
  )
}
