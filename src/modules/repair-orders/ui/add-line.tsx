import { useRef, useState } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useDeed } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useKey } from '../../../platform/web/use-key.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { formatFen, formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listOperations, listParts } from '../../catalogue/contract.ts'
import { payers, type Payer } from '../../catalogue/domain/payers.ts'
import { addLines, type OrderView } from '../contract.ts'
import { SubletDialog } from './sublet-dialog.tsx'
import { repairOrderTexts } from './texts.ts'

export type EstimateLine = Parameters<ReturnType<typeof useDeed<typeof addLines>>['run']>[0]['body']['lines'][number]
/** What a finder adds: labour or a part, at the price of its rule. */
export type FoundLine = Extract<EstimateLine, { kind: 'labour' | 'part' }>

/** One line below the estimate adds the next. */
export function AddLine({ order }: { order: OrderView }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const [sublet, setSublet] = useState<Payer | null>(null)
  const toast = useToast()
  const deed = useDeed(addLines, ({ instead }) => instead.forEach((facts) => toast({ text: t('repair-orders.used-instead', facts) })))
  return (
    <div className="add-line">
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <LineFinder purpose={order.purpose} mayFollow onAdd={(line) => deed.run({ params: { orderId: order.id }, body: { version: order.version, lines: [line] } })} onSublet={setSublet} />
      {sublet === null ? null : <SubletDialog order={order} payer={sublet} onClose={() => setSublet(null)} />}
    </div>
  )
}

/** Who pays most often on a visit of this kind. */
export const presetPayer = (purpose: OrderView['purpose']): Payer => (purpose === 'warranty' ? 'warranty' : purpose === 'accident' ? 'insurer' : 'customer')

export type LineFinderProps = { purpose: OrderView['purpose']; /** A fault not yet known: its labour may be added with the price to follow (SAD-1.4.5). */ mayFollow?: boolean; onAdd: (line: FoundLine) => void; onSublet?: ((payer: Payer) => void) | undefined }

/** Keyboard all the way: A labour, P part, type, Enter; the payer stays as it was chosen last. */
export function LineFinder({ purpose, mayFollow = false, onAdd, onSublet }: LineFinderProps) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const [payer, setPayer] = useState<Payer>(presetPayer(purpose))
  const [follows, setFollows] = useState(false)
  const labour = useRef<HTMLInputElement>(null)
  const part = useRef<HTMLInputElement>(null)
  useKey('a', () => labour.current?.focus())
  useKey('p', () => part.current?.focus())
  const findOperations = async (query: string, signal: AbortSignal): Promise<TypeaheadOption[]> => (await call(listOperations, { query: { find: query, limit: 12 } }, { signal })).rows
    .map((row) => ({ id: row.id, primary: english ? row.nameEn : row.nameZh, secondary: row.code, trailing: `${formatThousandths(row.standardHoursThousandths)} h` }))
  const findParts = async (query: string, signal: AbortSignal): Promise<TypeaheadOption[]> => (await call(listParts, { query: { find: query, limit: 12 } }, { signal })).rows
    .map((row) => ({ id: row.id, primary: english ? row.nameEn : row.nameZh, secondary: row.number, trailing: row.capFen === null ? '–' : formatFen(row.capFen) }))
  return (
    <div className="add-line-fields">
      <Typeahead label={t('repair-orders.add-labour')} keyCap="A" ref={labour} search={findOperations} placeholder={t('repair-orders.find-labour')} onPick={({ id }) => { onAdd({ kind: 'labour', operationId: id, payer, ...(follows ? { priceFollows: true } : {}) }); setFollows(false) }} />
      <Typeahead label={t('repair-orders.add-part')} keyCap="P" ref={part} search={findParts} placeholder={t('repair-orders.find-part')} onPick={({ id }) => onAdd({ kind: 'part', partId: id, payer, quantityThousandths: 1_000 })} />
      <SelectField label={t('repair-orders.payer')} value={payer} onChange={setPayer} choices={payers.map((value) => ({ value, text: t(`repair-orders.payer.${value}`) }))} />
      {mayFollow ? <CheckField label={t('repair-orders.price-follows-tick')} checked={follows} onChange={setFollows} /> : null}
      {onSublet === undefined ? null : <Button onPress={() => onSublet(payer)}>{t('repair-orders.add-sublet')}</Button>}
    </div>
  )
}
