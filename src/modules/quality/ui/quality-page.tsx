import { useState } from 'react'
import { localDay } from '../../../kernel/time.ts'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useSession } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { countByTechnician, listComebacks } from '../contract.ts'
import { causes, comebackStatuses, type Cause, type ComebackStatus } from '../domain/comeback.ts'
import { Certificates } from './certificates.tsx'
import { ComebackCard } from './comeback-card.tsx'
import { Terms } from './terms.tsx'
import { qualityTexts } from './texts.ts'
import './quality.css'

const tabs = ['comebacks', 'technicians', 'certificates', 'terms'] as const
type TabId = (typeof tabs)[number]

/** What came back, on whose account, what left with which certificate, and how long the store answers for its work. */
export function QualityPage() {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const [tab, setTab] = useState<TabId>('comebacks')
  const [technician, setTechnician] = useState<Technician | null>(null)
  const go = (next: TabId) => { setTechnician(null); setTab(next) }
  return (
    <PageFrame title={t('quality.title')}>
      <Tabs label={t('quality.title')} current={tab} onChange={(id) => go(tabs.find((known) => known === id) ?? 'comebacks')} tabs={tabs.map((id) => ({ id, text: t(`quality.tab.${id}`) }))}>
        {tab === 'comebacks' ? <Comebacks technician={technician} onAll={() => setTechnician(null)} /> : null}
        {tab === 'technicians' ? <Technicians onOpen={(chosen) => { setTechnician(chosen); setTab('comebacks') }} /> : null}
        {tab === 'certificates' ? <Certificates /> : null}
        {tab === 'terms' ? <Terms /> : null}
      </Tabs>
    </PageFrame>
  )
}

type Technician = { readonly id: string; readonly name: string; readonly month: string }

/** This month and the eleven before it. */
function useMonths(): readonly string[] {
  const { store } = useSession()
  const [today] = useState(() => localDay(new Date(), store.timeZone))
  const [year = 0, month = 1] = today.split('-').map(Number)
  return Array.from({ length: 12 }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7))
}

function Comebacks({ technician, onAll }: { technician: Technician | null; onAll: () => void }) {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const w = useTexts(webZh, webEn)
  const months = useMonths()
  const [status, setStatus] = useState<ComebackStatus | 'all'>('all')
  const [cause, setCause] = useState<Cause | 'all'>('all')
  const [month, setMonth] = useState(technician?.month ?? 'all')
  const { rows, state, more } = usePages(listComebacks, {
    limit: 40, ...(status === 'all' ? {} : { status }), ...(cause === 'all' ? {} : { cause }), ...(month === 'all' ? {} : { month }), ...(technician === null ? {} : { technicianId: technician.id }),
  })
  return (
    <div className="k-stack">
      <div className="quality-filters">
        <SelectField label={t('quality.filter-status')} value={status} onChange={setStatus} choices={(['all', ...comebackStatuses] as const).map((value) => ({ value, text: value === 'all' ? t('quality.all') : t(`quality.status.${value}`) }))} />
        <SelectField label={t('quality.filter-cause')} value={cause} onChange={setCause} choices={(['all', ...causes] as const).map((value) => ({ value, text: value === 'all' ? t('quality.all') : t(`quality.cause.${value}`) }))} />
        <SelectField label={t('quality.month-decided')} value={month} onChange={setMonth} choices={['all', ...months].map((value) => ({ value, text: value === 'all' ? t('quality.all') : value }))} />
      </div>
      {technician === null ? null : <div className="quality-head"><span>{t('quality.technician')} <strong>{technician.name}</strong></span><Button kind="quiet" onPress={onAll}>{t('quality.all')}</Button></div>}
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t('quality.none')}</EmptyState> : null}
      <ul className="quality-list">{rows.map((row) => <ComebackCard key={row.id} comeback={row} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
    </div>
  )
}

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

/** Rework and comebacks of a month; a row opens the comebacks behind it. */
function Technicians({ onOpen }: { onOpen: (technician: Technician) => void }) {
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
            { id: 'reworks', header: t('quality.reworks'), align: 'end', width: 130, cell: ({ reworks }) => reworks },
            { id: 'comebacks', header: t('quality.comebacks-count'), align: 'end', width: 110, cell: ({ comebacks }) => comebacks },
          ]} />
      )}
    </div>
  )
}
