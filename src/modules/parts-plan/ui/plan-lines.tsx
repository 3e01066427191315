import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listPlanLines, type PlanDetail, type PlanLine } from '../contract.ts'
import { lineFilters, lineSorts, type LineFilter, type LineSort } from '../domain/lines.ts'
import { whyNotChange, whyNotDraw, whyNotKind } from '../domain/plan.ts'
import { partsPlanPermissions } from '../permissions.ts'
import { LineDialog } from './line-dialog.tsx'
import { PartField } from './part-field.tsx'
import { partsPlanTexts } from './texts.ts'

type Props = { plan: PlanDetail; chosen: ReadonlySet<string>; onChoose: (keys: ReadonlySet<string>) => void }

/** The lines by what one wants to see of them; a press on one shows where its number comes from, and changes it in a draft. */
export function PlanLines({ plan, chosen, onChoose }: Props) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const [show, setShow] = useState<LineFilter>('planned')
  const [sort, setSort] = useState<LineSort>('value')
  const [find, setFind] = useState('')
  const [open, setOpen] = useState<PlanLine | null>(null)
  const [added, setAdded] = useState<{ partId: string; name: string } | null>(null)
  const { rows, state, more } = usePages(listPlanLines, { show, sort, limit: 60, ...(find === '' ? {} : { find }) }, { planId: plan.id })
  const mayPlan = may(partsPlanPermissions.plan) && whyNotKind(plan.kind, may(partsPlanPermissions.planStock)) === null
  const editable = whyNotChange(plan) === null && mayPlan
  const drawable = whyNotDraw(plan) === null && may(partsPlanPermissions.planStock)
  const columns = useColumns(plan)
  return (
    <>
      <div className="pp-filters">
        <TextField label={t('parts-plan.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('parts-plan.find')} maxLength={40} />
        <SelectField label={t('parts-plan.show')} name="show" value={show} onChange={setShow} choices={lineFilters.map((value) => ({ value, text: t(`parts-plan.show.${value}`) }))} />
        <SelectField label={t('parts-plan.sort')} name="sort" value={sort} onChange={setSort} choices={lineSorts.map((value) => ({ value, text: t(`parts-plan.sort.${value}`) }))} />
        {editable ? <PartField onPick={setAdded} /> : null}
      </div>
      <DataTable label={t('parts-plan.lines')} columns={columns} rows={rows} rowKey={({ partId }) => partId} rowName={({ partNumber }) => partNumber} state={state} minimumWidth={plan.status === 'approved' ? 1300 : 1180} onOpen={setOpen}
        checked={drawable ? chosen : undefined} onCheck={drawable ? onChoose : undefined} empty={<EmptyState>{t('parts-plan.no-lines')}</EmptyState>} footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 60 })}</Button>} />
      {open === null ? null : <LineDialog plan={plan} line={open} editable={editable} onClose={() => setOpen(null)} />}
      {added === null ? null : <LineDialog plan={plan} added={added} line={rows.find(({ partId }) => partId === added.partId) ?? null} editable onClose={() => setAdded(null)} />}
    </>
  )
}

function useColumns(plan: PlanDetail): Column<PlanLine>[] {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const english = useLanguage() === 'en'
  const number = (id: keyof PlanLine & `${string}Thousandths`, text: Parameters<typeof t>[0], width = 76): Column<PlanLine> => ({ id, header: t(text), align: 'end', width, cell: (row) => { const value = row[id]; return value === null ? '—' : <Quantity thousandths={value} /> } })
  return [
    { id: 'part', header: t('parts-plan.part'), cell: (row) => <span>{english ? row.nameEn : row.nameZh} <span className="k-quiet-text">{row.partNumber}</span></span> },
    { id: 'class', header: t('parts-plan.class'), width: 100, cell: (row) => <span className="k-row">{row.valueClass ?? '—'}{row.emergencyThousandths > 0 ? <StatusTag tone="warn" text={t('parts-plan.emergency')} /> : null}</span> },
    { id: 'demand', header: t('parts-plan.year-demand'), align: 'end', width: english ? 150 : 104, cell: (row) => <Quantity thousandths={row.demand.reduce((sum, period) => sum + period, 0)} unit={row.unit} /> },
    number('onHandThousandths', 'parts-plan.on-hand'), number('onOrderThousandths', 'parts-plan.on-order'), number('lastThousandths', 'parts-plan.last', 84), number('levelThousandths', 'parts-plan.level'), number('proposedThousandths', 'parts-plan.proposed', 80),
    { id: 'planned', header: t('parts-plan.planned'), align: 'end', width: 80, cell: (row) => <strong><Quantity thousandths={row.plannedThousandths} /></strong> },
    ...(plan.status === 'approved' ? [number('drawnThousandths', 'parts-plan.drawn', 84)] : []),
    { id: 'amount', header: t('parts-plan.amount'), align: 'end', width: 116, cell: (row) => <Money fen={row.plannedFen} /> },
    { id: 'reason', header: t('parts-plan.reason'), width: 120, cell: (row) => <span className="k-quiet-text">{row.reason}</span> },
  ]
}
