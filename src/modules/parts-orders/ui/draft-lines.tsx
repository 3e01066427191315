import { X } from 'lucide-react'
import { useState } from 'react'
import { staleCode } from '../../../kernel/refusal.ts'
import { call } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { MoneyField, QuantityField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listParts } from '../../catalogue/contract.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { changeDraft, checkWarranty, type OrderDetail, type OrderLine } from '../contract.ts'
import { ontoSaved } from '../domain/draft.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { OrderLines } from './order-lines.tsx'
import { partsOrderTexts } from './texts.ts'

type Wished = { key: string; partId: string; name: string; number: string; unit: string; thousandths: number | null; unitCostFen: number | null; requestId: string | null; known: OrderLine | null }

const wishedOf = (line: OrderLine, english: boolean): Wished =>
  ({ key: line.id, partId: line.partId, name: english ? line.nameEn : line.nameZh, number: line.partNumber, unit: line.unit, thousandths: line.thousandths, unitCostFen: line.unitCostFen === 0 ? null : line.unitCostFen, requestId: line.requestId, known: line })

/** What stands on the screen and is not in the draft: over which edition of it, and whether it is on its way there. */
type Typed = { readonly version: number; readonly opened: readonly Wished[]; readonly lines: readonly Wished[]; readonly sent: boolean }

/** The lines of a draft as they shall stand; saved as a whole. A colleague's save makes what is typed here stale, not gone: it is refused once, and then stands on what he saved. */
export function DraftLines({ order, onUnsaved }: { order: OrderDetail; onUnsaved: (unsaved: boolean) => void }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const english = useLanguage() === 'en'
  const may = useMay()
  const toast = useToast()
  const saved = order.lines.map((line) => wishedOf(line, english))
  const [typed, setTyped] = useState<Typed | null>(null)
  const deed = useDeed(changeDraft, ({ version }) => { setTyped((now) => (now === null ? null : { ...now, version, sent: true })); onUnsaved(false); toast({ text: t('parts-orders.saved') }) })
  if (typed?.sent === true && order.version >= typed.version) setTyped(null)
  if (typed?.sent === false && deed.code === staleCode && order.version > typed.version) setTyped({ version: order.version, opened: saved, lines: ontoSaved(typed.opened, typed.lines, saved), sent: false })
  const lines = typed?.lines ?? saved
  const put = (next: readonly Wished[]) => {
    setTyped({ version: typed?.version ?? order.version, opened: typed?.sent === false ? typed.opened : lines, lines: next, sent: false })
    onUnsaved(true)
  }
  const findParts = async (query: string, signal: AbortSignal): Promise<TypeaheadOption[]> => (await call(listParts, { query: { find: query, limit: 12 } }, { signal })).rows
    .map((row) => ({ id: row.id, primary: english ? row.nameEn : row.nameZh, secondary: row.number, text: `${row.number} ${english ? row.nameEn : row.nameZh}` }))
  const add = ({ id, text = '' }: TypeaheadOption) => put([...lines, { key: `${id} ${String(lines.length)}`, partId: id, name: text.slice(text.indexOf(' ') + 1), number: text.slice(0, text.indexOf(' ')), unit: '', thousandths: 1_000, unitCostFen: null, requestId: null, known: null }])
  const complete = lines.flatMap(({ partId, thousandths, unitCostFen, requestId }) => (thousandths === null || thousandths <= 0 ? [] : [{ partId, thousandths, unitCostFen, requestId }]))
  if (!may(partsOrderPermissions.draft)) return <OrderLines order={order} />
  return (
    <Section title={t('parts-orders.lines')} actions={typed?.sent === false ? <Button kind="primary" busy={deed.busy} whyNot={complete.length < lines.length ? t('parts-orders.fill-in') : null}
      onPress={() => deed.run({ params: { orderId: order.id }, body: { version: typed.version, supplierId: order.supplierId, kind: order.kind, note: order.note, lines: complete } })}>{t('parts-orders.save')}</Button> : null}>
      <div className="po-lines">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        {lines.length === 0 ? <EmptyState>{t('parts-orders.no-lines-yet')}</EmptyState> : null}
        {lines.map((line) => (
          <DraftLine key={line.key} order={order} line={line} onChange={(part) => put(lines.map((one) => (one.key === line.key ? { ...one, ...part } : one)))} onRemove={() => put(lines.filter(({ key }) => key !== line.key))} />
        ))}
        <Typeahead label={t('parts-orders.add-part')} search={findParts} placeholder={t('parts-orders.part-number')} onPick={add} />
      </div>
    </Section>
  )
}

function DraftLine({ order, line, onChange, onRemove }: { order: OrderDetail; line: Wished; onChange: (part: Partial<Wished>) => void; onRemove: () => void }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const { known } = line
  return (
    <div className="po-line" role="group" aria-label={line.number}>
      <span className="po-line-part">
        <span><strong>{line.name}</strong> <span className="k-quiet-text">{line.number}</span></span>
        {known?.plate === null || known === null ? <span className="k-quiet-text">{t('parts-orders.for-shelf')}</span> : <span className="k-row"><Plate text={showPlate(known.plate)} /><span className="k-quiet-text">{known.requestNumber}</span></span>}
        {known !== null && known.warranty ? <Warranty order={order} line={known} /> : null}
      </span>
      <QuantityField label={t('parts-orders.quantity')} name="quantity" value={line.thousandths} onChange={(thousandths) => onChange({ thousandths })} unit={line.unit} required />
      <MoneyField label={t('parts-orders.unit-cost')} name="cost" value={line.unitCostFen} onChange={(unitCostFen) => onChange({ unitCostFen })} />
      <IconButton icon={X} aria-label={`${t('parts-orders.remove')} ${line.number}`} onPress={onRemove} />
    </div>
  )
}

/** PPL-1.4: confirmed before it is ordered. */
function Warranty({ order, line }: { order: OrderDetail; line: OrderLine }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(checkWarranty, () => { setAsking(false); toast({ text: t('parts-orders.saved') }) })
  if (line.checkedAt !== null) return <span className="k-row"><StatusTag tone="done" text={t('parts-orders.warranty')} /><span className="k-quiet-text">{t('parts-orders.warranty-checked', { name: line.checkedByName ?? '', words: line.checkedWords })}</span></span>
  return (
    <span className="k-row">
      <StatusTag tone="warn" text={t('parts-orders.warranty')} />
      {may(partsOrderPermissions.check) ? <Button size="desk" onPress={() => setAsking(true)}>{t('parts-orders.warranty-check')}</Button> : null}
      {asking ? (
        <ConfirmDialog title={t('parts-orders.warranty-check')} confirmText={t('parts-orders.warranty-check')} kind="primary" busy={deed.busy} error={deed.error} onClose={() => setAsking(false)}
          reason={{ label: t('parts-orders.warranty-check-words'), missing: t('parts-orders.cancel-missing') }} onConfirm={(words) => deed.run({ params: { orderId: order.id, lineId: line.id }, body: { version: order.version, words } })}>{line.partNumber}</ConfirmDialog>
      ) : null}
    </span>
  )
}
