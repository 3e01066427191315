import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { workshopPermissions } from '../../workshop/permissions.ts'
import { CheckSheets } from '../../workshop/ui/public.tsx'
import { listComebacks } from '../contract.ts'
import { causes, comebackStatuses, type Cause, type ComebackStatus } from '../domain/comeback.ts'
import { Certificates } from './certificates.tsx'
import { ComebackCard } from './comeback-card.tsx'
import { Reworks, Technicians, type Technician } from './technicians.tsx'
import { Terms } from './terms.tsx'
import { qualityTexts } from './texts.ts'
import { useMonths } from './use-months.ts'
import './quality.css'

const tabs = ['comebacks', 'technicians', 'certificates', 'terms', 'sheets'] as const
type TabId = (typeof tabs)[number]

/** What came back, on whose account, what left with which certificate, and how long the store answers for its work. */
export function QualityPage() {
  const t = useTexts(qualityTexts.zh, qualityTexts.en)
  const maySeeSheets = useMay()(workshopPermissions.see)
  const shown = tabs.filter((id) => id !== 'sheets' || maySeeSheets)
  const [tab, setTab] = useState<TabId>('comebacks')
  const [technician, setTechnician] = useState<Technician | null>(null)
  const go = (next: TabId) => { setTechnician(null); setTab(next) }
  return (
    <PageFrame title={t('quality.title')}>
      <Tabs label={t('quality.title')} current={tab} onChange={(id) => go(tabs.find((known) => known === id) ?? 'comebacks')} tabs={shown.map((id) => ({ id, text: t(`quality.tab.${id}`) }))}>
        {tab === 'comebacks' ? <Comebacks technician={technician} onAll={() => setTechnician(null)} /> : null}
        {tab === 'technicians' ? <Technicians onOpen={(chosen) => { setTechnician(chosen); setTab('comebacks') }} /> : null}
        {tab === 'certificates' ? <Certificates /> : null}
        {tab === 'terms' ? <Terms /> : null}
        {tab === 'sheets' ? <CheckSheets /> : null}
      </Tabs>
    </PageFrame>
  )
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
      {technician === null ? null : <Reworks technician={technician} />}
    </div>
  )
}
