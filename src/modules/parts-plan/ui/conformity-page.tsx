import { useState } from 'react'
import { useDeed, usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ColumnChart } from '../../../ui-kit/charts.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Money, Quantity } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listConformity, reviewConformity, seeConformity, type BooksRow, type ConformityRow, type PartRow } from '../contract.ts'
import { partsPlanPermissions } from '../permissions.ts'
import { partsPlanTexts } from './texts.ts'
import { percent } from './tones.ts'
import './parts-plan.css'

/** How far orders kept to the plans, and the goods to the books; and who looked at it. */
export function ConformityPage() {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const sentence = useSentence()
  const moments = useMoments()
  const { data, isError, error, refetch } = useReading(seeConformity, {})
  const [open, setOpen] = useState<ConformityRow | null>(null)
  const reviews = data?.reviews ?? []
  return (
    <PageFrame title={t('parts-plan.conformity')} fill actions={<ReviewButton />}>
      <div className="pp-page k-panel">
        {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
        <p className="k-quiet-text">{t('parts-plan.rate-note')}</p>
        <Plans rows={data?.plans ?? []} onOpen={setOpen} />
        {open === null ? null : <ByPart key={open.planId} row={open} />}
        <Section title={t('parts-plan.books')}><Books rows={data?.books ?? []} /></Section>
        <Section title={t('parts-plan.reviews')}>
          {reviews.length === 0 ? <p className="k-quiet-text">{t('parts-plan.no-reviews')}</p> : <ul className="pp-list">{reviews.map((row) => <li key={row.id}><strong>{row.personName}</strong><span className="k-quiet-text">{moments.full(row.at)}</span><span>{row.words}</span></li>)}</ul>}
        </Section>
      </div>
    </PageFrame>
  )
}

function ReviewButton() {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const may = useMay()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const deed = useDeed(reviewConformity, () => { setAsking(false); toast({ text: t('parts-plan.reviewed') }) })
  if (!may(partsPlanPermissions.review)) return null
  return (
    <>
      <Button kind="primary" onPress={() => setAsking(true)}>{t('parts-plan.review')}</Button>
      {asking ? <ConfirmDialog title={t('parts-plan.review')} confirmText={t('parts-plan.review')} kind="primary" busy={deed.busy} error={deed.error} reason={{ label: t('parts-plan.review-words'), missing: t('parts-plan.reason-needed') }} onConfirm={(words) => deed.run({ body: { words } })} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function Plans({ rows, onOpen }: { rows: readonly ConformityRow[]; onOpen: (row: ConformityRow) => void }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const maker = rows.filter(({ kind, running }) => kind === 'maker' && !running)
  const columns: Column<ConformityRow>[] = [
    { id: 'month', header: t('parts-plan.month'), cell: (row) => (row.running ? `${row.month} · ${t('parts-plan.running')}` : row.month) },
    { id: 'kind', header: t('parts-plan.plan-kind'), width: 110, cell: (row) => t(`parts-plan.kind.${row.kind}`) },
    { id: 'parts', header: t('parts-plan.planned-lines'), align: 'end', width: 110, cell: (row) => row.parts },
    { id: 'ordered', header: t('parts-plan.ordered-rate'), align: 'end', width: 130, cell: (row) => <strong>{percent(row.ordered)}</strong> },
    { id: 'sold', header: t('parts-plan.sold-rate'), align: 'end', width: 130, cell: (row) => percent(row.sold) },
    { id: 'planned', header: t('parts-plan.planned-value'), align: 'end', width: 140, cell: (row) => <Money fen={row.plannedFen} /> },
    { id: 'as-planned', header: t('parts-plan.ordered-value'), align: 'end', width: 150, cell: (row) => <Money fen={row.orderedFen} /> },
    { id: 'beside', header: t('parts-plan.unplanned-value'), align: 'end', width: 150, cell: (row) => <Money fen={row.unplannedFen} /> },
  ]
  return (
    <>
      {maker.length < 2 ? null : <ColumnChart label={t('parts-plan.ordered-rate')} points={maker.toReversed().map((row) => ({ key: row.planId, label: row.month, value: row.ordered }))} show={percent} tableTitle={t('parts-plan.figures-table')} groupTitle={t('parts-plan.month')} />}
      <DataTable label={t('parts-plan.conformity')} columns={columns} rows={rows} rowKey={(row) => row.planId} onOpen={onOpen} minimumWidth={1000} empty={<EmptyState>{t('parts-plan.no-conformity')}</EmptyState>} />
    </>
  )
}

function ByPart({ row: { planId, month, kind } }: { row: ConformityRow }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const w = useTexts(webZh, webEn)
  const english = useLanguage() === 'en'
  const { rows, state, more } = usePages(listConformity, { limit: 40 }, { planId })
  const title = t('parts-plan.by-part', { month, kind: t(`parts-plan.kind.${kind}`) })
  const columns: Column<PartRow>[] = [
    { id: 'part', header: t('parts-plan.part'), cell: (row) => <span>{english ? row.nameEn : row.nameZh} <span className="k-quiet-text">{row.partNumber}</span></span> },
    { id: 'planned', header: t('parts-plan.planned'), align: 'end', width: 120, cell: (row) => <Quantity thousandths={row.planned} unit={row.unit} /> },
    { id: 'ordered', header: t('parts-plan.ordered'), align: 'end', width: 110, cell: (row) => <Quantity thousandths={row.ordered} /> },
    { id: 'sold', header: t('parts-plan.sold'), align: 'end', width: 110, cell: (row) => (row.sold === null ? '—' : <Quantity thousandths={row.sold} />) },
    { id: 'gap', header: t('parts-plan.gap'), align: 'end', width: 130, cell: (row) => <Money fen={row.gapFen} /> },
  ]
  return (
    <Section title={title}>
      <DataTable label={title} columns={columns} rows={rows} rowKey={(row) => row.partId} state={state} minimumWidth={720} empty={<EmptyState>{t('parts-plan.no-parts')}</EmptyState>} footer={more === null ? undefined : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>} />
    </Section>
  )
}

function Books({ rows }: { rows: readonly BooksRow[] }) {
  const t = useTexts(partsPlanTexts.zh, partsPlanTexts.en)
  const columns: Column<BooksRow>[] = [
    { id: 'month', header: t('parts-plan.month'), cell: (row) => row.month },
    { id: 'lines', header: t('parts-plan.books-lines'), align: 'end', width: 140, cell: (row) => row.lines },
    { id: 'right', header: t('parts-plan.books-right'), align: 'end', width: 140, cell: (row) => row.right },
    { id: 'rate', header: t('parts-plan.books-rate'), align: 'end', width: 140, cell: (row) => <strong>{percent(row.rate)}</strong> },
  ]
  return <DataTable label={t('parts-plan.books')} columns={columns} rows={rows} rowKey={(row) => row.month} minimumWidth={480} empty={<EmptyState>{t('parts-plan.no-books')}</EmptyState>} />
}
