import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { countByTechnician, listReworks } from '../contract.ts'
import { qualityTexts } from './texts.ts'
import { useMonths } from './use-months.ts'

export type Technician = { readonly id: string; readonly name: string; readonly month: string }

function Rates({ delivered, returned, atOnce }: { delivered: number; returned: number; atOnce: number }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const share = (part: number) => (delivered === 0 ? '—' : `${((100 * part) / delivered).toFixed(1)} %`)
  return (
    <>
      <Facts layout="columns" facts={[
        { id: 'delivered', label: t('quality.delivered-cars'), value: delivered }, { id: 'first', label: t('quality.first-time-fix'), value: share(atOnce) }, { id: 'outside', label: t('quality.outside-returns'), value: share(returned) },
      ]} />
      <p className="k-quiet-text">{t('quality.rates')}</p>
    </>
  )
}

/** Rework and comebacks of a month; a row opens the orders behind it. */
export function Technicians({ onOpen }: { onOpen: (technician: Technician) => void }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const months = useMonths()
  const [month, setMonth] = useState(months[0] ?? '')
  const { data } = useReading(countByTechnician, { query: { month } })
  return (
    <div className="k-stack">
      <div className="quality-filters"><SelectField label={t('quality.month')} value={month} onChange={setMonth} choices={months.map((value) => ({ value, text: value }))} /></div>
      {data === undefined ? <LoadBar busy /> : <Rates {...data} />}
      {data === undefined ? null : (
        <DataTable label={t('quality.tab.technicians')} rows={data.rows} rowKey={({ technicianId }) => technicianId} minimumWidth={340} onOpen={({ technicianId: id, name }) => onOpen({ id, name, month })} empty={<EmptyState>{t('quality.none-counted')}</EmptyState>}
          columns={[
            { id: 'name', header: t('quality.name'), cell: ({ name }) => name },
            { id: 'reworks', header: t('quality.reworks'), align: 'end', width: 168, cell: ({ reworks }) => reworks },
            { id: 'comebacks', header: t('quality.comebacks-count'), align: 'end', width: 110, cell: ({ comebacks }) => comebacks },
          ]} />
      )}
    </div>
  )
}

/** The failed checks and inspections that count as his rework, each with its order. */
export function Reworks({ technician }: { technician: Technician }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const moments = useMoments()
  const { id: technicianId, name, month } = technician
  const { data } = useReading(listReworks, { query: { technicianId, month } })
  if (data === undefined || data.rows.length === 0) return null
  return (
    <Section title={t('quality.reworks-of', { name, month })}>
      <ul className="quality-list">{data.rows.map((row) => (
        <li key={row.id} className="quality-card k-panel" aria-label={row.orderNumber}>
          <div className="quality-head"><Plate text={showPlate(row.plate)} /><StatusTag tone="neutral" text={t(`quality.level.${row.level}`)} /><Link to={`/repair-orders/${row.orderId}`}>{row.orderNumber}</Link><span className="k-quiet-text">{t('quality.failed-by', { name: row.inspectorName, time: moments.full(row.at) })}</span></div>
          <p className="quality-words">{row.reason}</p>
        </li>
      ))}</ul>
    </Section>
  )
}
