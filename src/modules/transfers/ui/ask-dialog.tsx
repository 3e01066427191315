import { X } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Button, IconButton } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { Notice } from '../../../ui-kit/notice.tsx'
import { QuantityField } from '../../../ui-kit/number-fields.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Quantity } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listParts } from '../../catalogue/contract.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { askTransfer, listWanted, seeElsewhere, type Wanted } from '../contract.ts'
import { transferTexts } from './texts.ts'

type AskedLine = { partId: string; name: string; unit: string; thousandths: number | null; requestId?: string; stores: Wanted['stores'] }

/** Parts that another store has: what is waited for here, or any other. One store is asked at a time. */
export function AskDialog({ onClose }: { onClose: (transferId?: string) => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const english = useLanguage() === 'en'
  const sentence = useSentence()
  const toast = useToast()
  const [lines, setLines] = useState<readonly AskedLine[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const deed = useDeed(askTransfer, ({ id, number }) => { onClose(id); toast({ text: t('transfers.ask-done', { number }) }) })
  const add = (line: AskedLine) => { setSaid(null); setLines((before) => [...before.filter(({ partId }) => partId !== line.partId), line]) }
  const findParts = async (query: string, signal: AbortSignal): Promise<TypeaheadOption[]> => (await call(listParts, { query: { find: query, limit: 12 } }, { signal })).rows
    .map((row) => ({ id: row.id, primary: english ? row.nameEn : row.nameZh, secondary: row.number, text: `${english ? row.nameEn : row.nameZh} ${row.number}`, unit: row.unit }))
  const pick = async (option: TypeaheadOption): Promise<void> => {
    try {
      const { rows } = await call(seeElsewhere, { params: { partId: option.id } })
      if (rows.length === 0) setSaid(t('transfers.nowhere-free'))
      else add({ partId: option.id, name: option.text ?? '', unit: '', thousandths: null, stores: rows })
    } catch (cause) {
      setSaid(sentence(cause))
    }
  }
  const stores = (lines[0]?.stores ?? []).filter(({ storeId }) => lines.every((line) => line.stores.some((store) => store.storeId === storeId)))
  const giving = stores.find(({ storeId }) => storeId === chosen) ?? stores[0]
  const complete = lines.flatMap(({ partId, thousandths, requestId }) => (thousandths === null || thousandths <= 0 ? [] : [{ partId, thousandths, ...(requestId === undefined ? {} : { requestId }) }]))
  const whyNot = lines.length > 0 && giving === undefined ? t('transfers.only-first-store') : lines.length === 0 || complete.length < lines.length ? t('transfers.fill-in') : null
  return (
    <Dialog title={t('transfers.ask')} size="medium" onClose={() => onClose()} onSubmit={() => { if (whyNot === null && giving !== undefined) deed.run({ body: { givingStoreId: giving.storeId, note, lines: complete } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('transfers.ask')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}{said === null ? null : <Notice tone="warn">{said}</Notice>}
        {lines.map((line) => (
          <div key={line.partId} className="tf-asked">
            <QuantityField label={line.name} name={`asked-${line.partId}`} value={line.thousandths} onChange={(thousandths) => setLines(lines.map((known) => (known === line ? { ...line, thousandths } : known)))} unit={line.unit === '' ? undefined : line.unit} required
              hint={line.stores.map(({ store, free }) => t('transfers.store-free', { store: english ? store.nameEn : store.nameZh, free: formatThousandths(free) })).join(' · ')} />
            <IconButton icon={X} aria-label={`${t('transfers.remove')} ${line.name}`} onPress={() => setLines(lines.filter((known) => known !== line))} />
          </div>
        ))}
        <Typeahead label={t('transfers.part')} search={findParts} placeholder={t('transfers.find-part')} onPick={(option) => { void pick(option) }} />
        {giving === undefined ? null : <SelectField label={t('transfers.store')} name="store" value={giving.storeId} onChange={setChosen} choices={stores.map(({ storeId, store }) => ({ value: storeId, text: english ? store.nameEn : store.nameZh }))} />}
        <TextField label={t('transfers.note')} name="note" value={note} onChange={setNote} maxLength={300} />
        <WantedList taken={lines.flatMap(({ requestId }) => requestId ?? [])} onTake={(row) => add({ partId: row.partId, name: `${english ? row.nameEn : row.nameZh} ${row.partNumber}`, unit: row.unit, thousandths: row.thousandths, requestId: row.requestId, stores: row.stores })} />
      </div>
    </Dialog>
  )
}

/** Open purchase requests that another store could serve. */
function WantedList({ taken, onTake }: { taken: readonly string[]; onTake: (row: Wanted) => void }) {
  const t = useTexts(transferTexts.zh, transferTexts.en)
  const english = useLanguage() === 'en'
  const { data } = useReading(listWanted, {})
  if (data === undefined) return null
  return (
    <Section title={t('transfers.wanted')}>
      {data.rows.length === 0 ? <p className="k-quiet-text">{t('transfers.wanted-none')}</p> : (
        <ul className="tf-gaps">{data.rows.filter(({ requestId }) => !taken.includes(requestId)).map((row) => (
          <li key={row.requestId} className="tf-gap tf-head"><span>{english ? row.nameEn : row.nameZh} <span className="k-quiet-text">{[row.partNumber, row.plate === '' ? '' : showPlate(row.plate), row.number].filter((word) => word !== '').join(' ')}</span></span><Quantity thousandths={row.thousandths} unit={row.unit} /><Button kind="quiet" onPress={() => onTake(row)}>{t('transfers.take-wanted')}</Button></li>
        ))}</ul>
      )}
    </Section>
  )
}
