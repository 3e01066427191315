import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { seePartStock } from '../../stock/contract.ts'
import { PartField, type PickedPart } from './part-field.tsx'
import { stockHealthTexts } from './texts.ts'
import './stock-health.css'

/** Goods that are to leave: from which bin or quarantine (empty while none is chosen), oldest first or of a named lot, how many, and why. */
export type WishedGoods<Cause extends string> = PickedPart & { readonly key: string; readonly placeId: string; readonly lotId: string | null; readonly thousandths: number | null; readonly cause: Cause }

/** The lines that are filled in; fewer than there are while one is not. */
export const goodsOf = <Cause extends string>(lines: readonly WishedGoods<Cause>[]) =>
  lines.flatMap(({ partId, placeId, lotId, thousandths, cause }) => (placeId === '' || thousandths === null || thousandths <= 0 ? [] : [{ partId, placeId, lotId, thousandths, cause }]))

type Causes<Cause extends string> = { readonly causeLabel: string; readonly causes: readonly { readonly value: Cause; readonly text: string }[] }

/** Parts are added, and each says which of its goods; a new one has the cause of the one before. */
export function GoodsLines<Cause extends string>({ lines, onChange, firstCause, ...causes }: Causes<Cause> & { lines: readonly WishedGoods<Cause>[]; onChange: (lines: readonly WishedGoods<Cause>[]) => void; firstCause: Cause }) {
  const put = (key: string, change: Partial<WishedGoods<Cause>>) => onChange(lines.map((line) => (line.key === key ? { ...line, ...change } : line)))
  return (
    <>
      <ul className="sh-lines">{lines.map((line) => <Line key={line.key} {...causes} line={line} onChange={(change) => put(line.key, change)} onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))} />)}</ul>
      <PartField onPick={(part) => onChange([...lines, { ...part, key: crypto.randomUUID(), placeId: '', lotId: null, thousandths: null, cause: lines.at(-1)?.cause ?? firstCause }])} />
    </>
  )
}

function Line<Cause extends string>({ line, causeLabel, causes, onChange, onRemove }: Causes<Cause> & { line: WishedGoods<Cause>; onChange: (change: Partial<WishedGoods<Cause>>) => void; onRemove: () => void }) {
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
        <SelectField label={causeLabel} name="cause" value={line.cause} onChange={(cause) => onChange({ cause })} choices={causes} />
      </div>
    </li>
  )
}
