import { useNavigate, useParams } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Money } from '../../../ui-kit/tag.tsx'
import { listPlans, type PlanRow } from '../contract.ts'
import { partsPlanPermissions } from '../permissions.ts'
import { PlanSheet } from './plan-sheet.tsx'
import { PlanTags } from './plan-tags.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { partsPlanTexts } from './texts.ts'
import './parts-plan.css'

/** The plans by month and kind; one of them fills the page. */
export function PlansPage() {
  const { planId } = useParams({ strict: false }) as { planId?: string }
  return planId === undefined ? <PlanList /> : <PlanSheet key={planId} planId={planId} />
}

function PlanList() {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const navigate = useNavigate()
  const [proposing, setProposing] = useState(false)
  const { rows, first, state, more } = usePages(listPlans, { limit: 40 })
  const columns: Column<PlanRow>[] = [
    { id: 'month', header: t('parts-plan.month'), width: 100, cell: (row) => <strong>{row.month}</strong> },
    { id: 'kind', header: t('parts-plan.plan-kind'), width: 110, cell: (row) => t(`parts-plan.kind.${row.kind}`) },
    { id: 'status', header: t('parts-plan.status'), width: 210, cell: (row) => <PlanTags plan={row} /> },
    { id: 'number', header: t('parts-plan.number'), cell: (row) => <span>{row.number} <span className="k-quiet-text">{t('parts-plan.edition-of', { edition: row.edition })}</span></span> },
    { id: 'by', header: t('parts-plan.proposed-by'), width: 120, cell: (row) => row.proposedByName },
    { id: 'lines', header: t('parts-plan.lines'), align: 'end', width: 90, cell: (row) => row.lines },
    { id: 'proposed', header: t('parts-plan.proposed-value'), align: 'end', width: 150, cell: (row) => <Money fen={row.proposedFen} /> },
    { id: 'planned', header: t('parts-plan.planned-value'), align: 'end', width: 150, cell: (row) => <Money fen={row.plannedFen} strong /> },
  ]
  return (
    <PageFrame title={t('parts-plan.plans')} fill actions={may(partsPlanPermissions.plan) ? <Button kind="primary" icon={Plus} onPress={() => setProposing(true)}>{t('parts-plan.propose')}</Button> : null}>
      <DataTable label={t('parts-plan.plans')} columns={columns} rows={rows} rowKey={({ id }) => id} rowName={({ number }) => number} state={state} fill minimumWidth={1040} onOpen={({ id }) => { void navigate({ to: `/parts-plans/${id}` }) }}
        empty={<EmptyState>{t('parts-plan.none')}</EmptyState>} footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
      {proposing && first !== undefined ? <ProposeDialog thisMonth={(first as { thisMonth: string }).thisMonth} onClose={(id) => { setProposing(false); if (id !== undefined) void navigate({ to: `/parts-plans/${id}` }) }} /> : null}
    </PageFrame>
  )
}
