import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { Facts } from '../../../ui-kit/facts.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Money, Quantity } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { listDead, seeDeadRule, type DeadRow } from '../contract.ts'
import { stockHealthPermissions } from '../permissions.ts'
import { usePartColumns } from './part-columns.tsx'
import { PromotionDialog } from './promotion-dialog.tsx'
import { Reviews, SheetDeeds } from './reviews.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { stockHealthTexts } from './texts.ts'
import { hundredths } from './tones.ts'
import './stock-health.css'

const spans = ['rule', '12', '24'] as const
type Span = (typeof spans)[number]
type Answer = { parts: number; valueFen: number | null; share: number | null; classedOn: string | null }

/** What nobody asked for in so many months, by the rule of the store; chosen parts go into a promotion. */
export function DeadPage() {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const [find, setFind] = useState('')
  const [span, setSpan] = useState<Span>('rule')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<'rule' | 'promotion' | null>(null)
  const rule = useReading(seeDeadRule, {}).data
  const list = usePages(listDead, { limit: 60, ...(find === '' ? {} : { find }), ...(span === 'rule' ? {} : { months: span }) })
  const promoted = list.rows.filter(({ partId }) => chosen.has(partId))
  return (
    <PageFrame title={t('stock-health.dead-title')} fill
      actions={(
        <>
          <Button onPress={() => setDialog('rule')}>{t('stock-health.rule')}</Button>
          {may(stockHealthPermissions.promote) ? <Button onPress={() => setDialog('promotion')}>{promoted.length === 0 ? t('stock-health.plan-promotion') : t('stock-health.plan-selected', { count: promoted.length })}</Button> : null}
        </>
      )}>
      <div className="sh-tab k-panel">
        <SheetDeeds of="dead-stock" figure="dead-stock" />
        <Summary answer={list.first} rule={rule === undefined ? '' : t('stock-health.rule-is', { months: rule.months, value: formatFen(rule.minimumFen) })} />
        <div className="sh-filters">
          <TextField label={t('stock-health.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('stock-health.find')} maxLength={40} />
          <ChoiceField label={t('stock-health.months-filter')} hideLabel value={span} onChange={setSpan} choices={spans.map((value) => ({ value, text: t(value === 'rule' ? 'stock-health.by-rule' : `stock-health.months-${value}`) }))} />
        </div>
        <DeadTable list={list} find={find} chosen={may(stockHealthPermissions.promote) ? chosen : undefined} onChoose={setChosen} onOpen={(partId) => { void navigate({ to: `/stock/${partId}` }) }} />
        <Reviews figure="dead-stock" />
      </div>
      {dialog === 'rule' ? <RuleDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'promotion' ? <PromotionDialog before={promoted} onClose={(id) => { setDialog(null); if (id !== undefined) void navigate({ to: `/promotions/${id}` }) }} /> : null}
    </PageFrame>
  )
}

function Summary({ answer, rule }: { answer: Answer | undefined; rule: string }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  return (
    <>
      <Facts layout="columns" facts={[
        { id: 'parts', label: t('stock-health.dead-parts'), value: <strong>{answer?.parts ?? '—'}</strong> }, { id: 'value', label: t('stock-health.dead-value'), value: <Money fen={answer?.valueFen ?? null} strong /> },
        { id: 'share', label: t('stock-health.dead-share'), value: `${hundredths(answer?.share ?? null, 1)} %` }, { id: 'rule', label: t('stock-health.rule'), value: rule },
      ]} />
      <p className="k-quiet-text">{answer === undefined ? '' : answer.classedOn === null ? t('stock-health.not-classed') : t('stock-health.classed-on', { day: answer.classedOn })}</p>
    </>
  )
}

type ListProps = { list: ReturnType<typeof usePages<typeof listDead>>; find: string; chosen: ReadonlySet<string> | undefined; onChoose: (keys: ReadonlySet<string>) => void; onOpen: (partId: string) => void }

function DeadTable({ list, find, chosen, onChoose, onOpen }: ListProps) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const w = useTexts(webZh, webEn)
  const named = usePartColumns<DeadRow>()
  const columns: Column<DeadRow>[] = [
    ...named,
    { id: 'here', header: t('stock-health.here'), align: 'end', width: 110, cell: (row) => <Quantity thousandths={row.here} unit={row.unit} /> },
    { id: 'free', header: t('stock-health.free'), align: 'end', width: 90, cell: (row) => <Quantity thousandths={row.free} /> },
    { id: 'value', header: t('stock-health.value'), align: 'end', width: 130, cell: (row) => <Money fen={row.valueFen} strong /> },
    { id: 'idle', header: t('stock-health.idle-since'), width: 170, cell: (row) => row.idleSince },
    { id: 'promotion', header: t('stock-health.promotion'), width: 180, cell: (row) => row.promotion ?? '—' },
  ]
  return (
    <DataTable label={t('stock-health.dead-title')} columns={columns} rows={list.rows} rowKey={(row) => row.partId} rowName={(row) => row.number} state={list.state} onOpen={(row) => onOpen(row.partId)} minimumWidth={1040}
      checked={chosen} onCheck={chosen === undefined ? undefined : onChoose} empty={<EmptyState>{find === '' ? t('stock-health.none-dead') : t('stock-health.none-found', { find })}</EmptyState>}
      footer={list.more === null ? undefined : <Button onPress={list.more}>{w('web.more', { count: 60 })}</Button>} />
  )
}
