import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import type { LoadState } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Money, PayerTag, StatusTag } from '../../../ui-kit/tag.tsx'
import { listLabourRates, listVatRates, type LabourRateRow, type VatRateRow } from '../contract.ts'
import { cataloguePermissions } from '../permissions.ts'
import { InsurersTab } from './insurers-tab.tsx'
import { LabourRateDialog, VatRateDialog } from './rate-dialogs.tsx'
import { catalogueTexts } from './texts.ts'
import { useToday } from '../../../platform/web/use-today.ts'
import { useKey } from '../../../platform/web/use-key.ts'
import './catalogue.css'

const tabs = ['labour-rates', 'vat-rates', 'insurers'] as const
type RateTab = (typeof tabs)[number]
const addText = { 'labour-rates': 'catalogue.set-labour-rate', 'vat-rates': 'catalogue.set-vat-rate', insurers: 'catalogue.add-insurer' } as const

/** What the store decides about money: rates per hour by payer, VAT by kind of line, the insurers it works with. */
export function RatesPage() {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const may = useMay()
  const [tab, setTab] = useState<RateTab>('labour-rates')
  const [adding, setAdding] = useState(false)
  const mayAdd = may(tab === 'insurers' ? cataloguePermissions.maintainInsurers : cataloguePermissions.setRates)
  const close = () => setAdding(false)
  useKey('n', () => { if (mayAdd) setAdding(true) })
  return (
    <PageFrame fill title={t('catalogue.rates')}
      tabs={{ label: t('catalogue.rates'), current: tab, onChange: (id) => setTab(tabs.find((known) => known === id) ?? tab), tabs: tabs.map((id) => ({ id, text: t(`catalogue.${id}`) })) }}
      actions={mayAdd ? <Button kind="primary" icon={Plus} keyCap="N" onPress={() => setAdding(true)}>{t(addText[tab])}</Button> : undefined}>
      {tab === 'labour-rates' ? <LabourRates /> : tab === 'vat-rates' ? <VatRates /> : <InsurersTab adding={adding} onAdded={close} />}
      {adding && tab === 'labour-rates' ? <LabourRateDialog onClose={close} /> : null}
      {adding && tab === 'vat-rates' ? <VatRateDialog onClose={close} /> : null}
    </PageFrame>
  )
}

/** Current, planned or past, as a word. */
function Standing({ row }: { row: { current: boolean; validFrom: string } }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const today = useToday()
  if (row.current) return <StatusTag tone="active" text={t('catalogue.current')} />
  return row.validFrom > today ? <StatusTag tone="info" text={t('catalogue.coming')} /> : <StatusTag tone="done" text={t('catalogue.past')} />
}

function useLoadState(reading: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown }): LoadState {
  const sentence = useSentence()
  if (reading.isError) return { error: sentence(reading.error), onRetry: () => { void reading.refetch() } }
  return reading.isPending ? 'loading' : 'ready'
}

function LabourRates() {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const rates = useReading(listLabourRates, {})
  return (
    <div className="k-panel catalogue-only">
      <DataTable<LabourRateRow> label={t('catalogue.labour-rates')} rows={rates.data?.rows ?? []} rowKey={(row) => `${row.payer} ${row.insurerName} ${row.validFrom}`} state={useLoadState(rates)} minimumWidth={700}
        empty={<EmptyState>{t('catalogue.no-rates')}</EmptyState>}
        columns={[
          { id: 'payer', header: t('catalogue.payer'), width: 160, cell: (row) => <PayerTag payer={row.payer} short={t(`catalogue.payer-short.${row.payer}`)} full={t(`catalogue.payer.${row.payer}`)} whole /> },
          { id: 'insurer', header: t('catalogue.insurer'), cell: (row) => (row.payer !== 'insurer' ? '–' : row.insurerName === '' ? t('catalogue.any-insurer') : row.insurerName) },
          { id: 'rate', header: t('catalogue.rate-per-hour'), width: 130, align: 'end', cell: (row) => <Money fen={row.rateFen} strong={row.current} /> },
          { id: 'from', header: t('catalogue.valid-from-day'), width: 130, align: 'end', cell: (row) => row.validFrom },
          { id: 'status', header: t('catalogue.status'), width: 110, cell: (row) => <Standing row={row} /> },
        ]} />
    </div>
  )
}

function VatRates() {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const rates = useReading(listVatRates, {})
  return (
    <div className="k-panel catalogue-only">
      <DataTable<VatRateRow> label={t('catalogue.vat-rates')} rows={rates.data?.rows ?? []} rowKey={(row) => `${row.lineKind} ${row.validFrom}`} state={useLoadState(rates)} minimumWidth={420}
        empty={<EmptyState>{t('catalogue.no-rates')}</EmptyState>}
        columns={[
          { id: 'kind', header: t('catalogue.line-kind'), cell: (row) => t(`catalogue.line-kind.${row.lineKind}`) },
          { id: 'percent', header: t('catalogue.percent'), width: 100, align: 'end', cell: (row) => `${String(row.percent)} %` },
          { id: 'from', header: t('catalogue.valid-from-day'), width: 130, align: 'end', cell: (row) => row.validFrom },
          { id: 'status', header: t('catalogue.status'), width: 110, cell: (row) => <Standing row={row} /> },
        ]} />
    </div>
  )
}
