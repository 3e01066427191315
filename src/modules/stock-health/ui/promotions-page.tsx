import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useDeed, usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { ConfirmDialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { Facts } from '../../../ui-kit/facts.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { endPromotion, listPromotions, seePromotion, type PromotionLine, type PromotionView } from '../contract.ts'
import { whyNotEnd } from '../domain/promotion.ts'
import { stockHealthPermissions } from '../permissions.ts'
import { usePartColumns } from './part-columns.tsx'
import { PromotionDialog } from './promotion-dialog.tsx'
import { stockHealthTexts } from './texts.ts'
import { promotionTones } from './tones.ts'
import './stock-health.css'

/** What was put on offer, and what came of it. */
export function PromotionsPage() {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const navigate = useNavigate()
  const { promotionId } = useParams({ strict: false }) as { promotionId?: string }
  const open = (id: string | null) => { void navigate({ to: id === null ? '/promotions' : `/promotions/${id}` }) }
  const [planning, setPlanning] = useState(false)
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listPromotions, { find, limit: 40 })
  return (
    <PageFrame title={t('stock-health.promotions-title')} fill actions={may(stockHealthPermissions.promote) ? <Button kind="primary" onPress={() => setPlanning(true)}>{t('stock-health.plan-promotion')}</Button> : null}>
      <SplitView showing={promotionId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('stock-health.promotion')} sideLabel={t('stock-health.promotion')}
        list={<ListPane label={t('stock-health.promotions-title')} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={promotionId ?? null} pageKeys onOpen={({ id }) => open(id)} empty={<EmptyState>{find === '' ? t('stock-health.no-promotions') : w('web.nothing-found', { find })}</EmptyState>}
          head={<div className="k-stack"><FindField label={t('stock-health.find-promotion')} value={find} onChange={setFind} /></div>}
          loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
          row={(row) => ({
            primary: row.name, status: <StatusTag tone={promotionTones[row.state]} text={t(`stock-health.promotion-state.${row.state}`)} />, trailing: t('stock-health.promotion-parts', { count: row.parts }),
            secondary: `${row.fromDay} – ${row.untilDay}`, secondaryTrailing: row.responsibleName,
          })} />}
        detail={promotionId === undefined ? <EmptyState>{t('stock-health.promotion-pick')}</EmptyState> : <PromotionSheet key={promotionId} promotionId={promotionId} />} />
      {planning ? <PromotionDialog before={[]} onClose={(id) => { setPlanning(false); if (id !== undefined) open(id) }} /> : null}
    </PageFrame>
  )
}

function PromotionSheet({ promotionId }: { promotionId: string }) {
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seePromotion, { params: { promotionId } })
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  return <Sheet promotion={data} />
}

function Sheet({ promotion }: { promotion: PromotionView }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const may = useMay()
  const toast = useToast()
  const [ending, setEnding] = useState(false)
  const deed = useDeed(endPromotion, () => { setEnding(false); toast({ text: t('stock-health.promotion-ended') }) })
  const sum = (of: (line: PromotionLine) => number | null): number | null => promotion.lines.reduce<number | null>((all, line) => { const one = of(line); return all === null || one === null ? null : all + one }, 0)
  return (
    <article className="sh-sheet" aria-label={promotion.number}>
      <header className="sh-head"><h2>{promotion.name}</h2><StatusTag tone={promotionTones[promotion.state]} text={t(`stock-health.promotion-state.${promotion.state}`)} /><span className="k-quiet-text">{promotion.number} · {promotion.fromDay} – {promotion.untilDay}</span></header>
      {may(stockHealthPermissions.promote) && whyNotEnd(promotion.state) === null ? <div className="sh-deeds"><Button onPress={() => setEnding(true)}>{t('stock-health.end-promotion')}</Button></div> : null}
      <Facts layout="columns" facts={[
        { id: 'responsible', label: t('stock-health.responsible'), value: `${promotion.responsibleName} · ${t('stock-health.planned-by', { name: promotion.plannedByName })}` },
        { id: 'revenue', label: t('stock-health.revenue'), value: <Money fen={sum(({ revenueFen }) => revenueFen)} strong /> }, { id: 'cost', label: t('stock-health.cost'), value: <Money fen={sum(({ costFen }) => costFen)} /> },
        ...(promotion.endedByName === null ? [] : [{ id: 'ended', label: t('stock-health.promotion-state.ended'), value: t('stock-health.ended-by', { name: promotion.endedByName, reason: promotion.endReason }) }]),
      ]} />
      <Results lines={promotion.lines} />
      {ending ? (
        <ConfirmDialog title={t('stock-health.end-promotion')} confirmText={t('stock-health.end-promotion')} busy={deed.busy} error={deed.error} reason={{ label: t('stock-health.reason'), missing: t('stock-health.reason-missing') }}
          onConfirm={(reason) => deed.run({ params: { promotionId: promotion.id }, body: { version: promotion.version, reason } })} onClose={() => setEnding(false)}>{t('stock-health.end-promotion-question')}</ConfirmDialog>
      ) : null}
    </article>
  )
}

function Results({ lines }: { lines: readonly PromotionLine[] }) {
  const t = useTexts(stockHealthTexts.zh, stockHealthTexts.en)
  const named = usePartColumns<PromotionLine>()
  const columns: Column<PromotionLine>[] = [
    ...named,
    { id: 'price', header: t('stock-health.price'), align: 'end', width: 105, cell: (row) => <Money fen={row.priceFen} /> },
    { id: 'cost', header: t('stock-health.unit-cost'), align: 'end', width: 90, cell: (row) => <Money fen={row.unitCostFen} /> },
    { id: 'planned', header: t('stock-health.at-plan'), align: 'end', width: 100, cell: (row) => <Quantity thousandths={row.planned} /> },
    { id: 'sold', header: t('stock-health.sold'), align: 'end', width: 75, cell: (row) => <strong><Quantity thousandths={row.sold} /></strong> },
    { id: 'left', header: t('stock-health.left'), align: 'end', width: 75, cell: (row) => <Quantity thousandths={row.left} /> },
    { id: 'revenue', header: t('stock-health.revenue'), align: 'end', width: 120, cell: (row) => <Money fen={row.revenueFen} /> },
  ]
  return <section className="k-stack" aria-label={t('stock-health.result')}><h3>{t('stock-health.result')}</h3><DataTable label={t('stock-health.result')} columns={columns} rows={lines} rowKey={(row) => row.partId} minimumWidth={860} empty={<EmptyState>{t('stock-health.no-parts-yet')}</EmptyState>} /></section>
}
