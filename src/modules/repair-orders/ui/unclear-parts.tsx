import { useState } from 'react'
import { call } from '../../../platform/web/api.ts'
import { useDeed, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Plate, Quantity } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { Typeahead, type TypeaheadOption } from '../../../ui-kit/typeahead.tsx'
import { listParts } from '../../catalogue/contract.ts'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { confirmNumber, listUnclear, type UnclearRow } from '../contract.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { repairOrderTexts } from './texts.ts'
import './unclear-parts.css'

/** Part numbers that wait for somebody who knows the car; nothing where none does (PPL-4.3). */
export function UnclearParts() {
  return useMay()(repairOrderPermissions.confirmNumber) ? <Waiting /> : null
}

function Waiting() {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const { data } = useReading(listUnclear, {})
  if (data === undefined || data.rows.length === 0) return null
  return (
    <section className="unclear-parts" aria-label={t('repair-orders.numbers-to-confirm')}>
      <h2>{t('repair-orders.numbers-to-confirm')} {data.rows.length}</h2>
      <ul>{data.rows.map((row) => <OneNumber key={row.lineId} row={row} />)}</ul>
    </section>
  )
}

function OneNumber({ row }: { row: UnclearRow }) {
  const t = useTexts(repairOrderTexts.zh, repairOrderTexts.en)
  const english = useLanguage() === 'en'
  const toast = useToast()
  const [other, setOther] = useState<TypeaheadOption | null>(null)
  const deed = useDeed(confirmNumber, () => toast({ text: t('repair-orders.number-confirmed') }))
  const confirm = (partId: string) => deed.run({ params: { lineId: row.lineId }, body: { version: row.version, partId } })
  const find = async (query: string, signal: AbortSignal): Promise<TypeaheadOption[]> => (await call(listParts, { query: { find: query, limit: 12 } }, { signal })).rows
    .map((part) => ({ id: part.id, primary: english ? part.nameEn : part.nameZh, secondary: part.number, text: part.number }))
  return (
    <li className="k-panel unclear-part">
      <div className="unclear-part-head"><Plate text={showPlate(row.plate)} /><span className="k-quiet-text">{row.modelName} · {row.number} · {row.advisorName}</span></div>
      <p><strong>{english ? row.nameEn : row.nameZh}</strong> {row.code} <Quantity thousandths={row.quantityThousandths} unit={row.unit} /></p>
      <p className="unclear-part-words">{row.words}</p>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      <Typeahead label={t('repair-orders.other-number')} search={find} placeholder={t('repair-orders.find-part')} picked={other} onPick={setOther} onClear={() => setOther(null)} />
      <Button kind="primary" busy={deed.busy} onPress={() => confirm(other?.id ?? row.partId)}>{other === null ? t('repair-orders.confirm-number', { code: row.code }) : t('repair-orders.confirm-other')}</Button>
    </li>
  )
}
