import { useDeferredValue, useState } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useLanguage, useMoments, useTexts } from '../../../platform/web/language.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { lineAmount } from '../../../kernel/money.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatThousandths } from '../../../ui-kit/exact-numbers.ts'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Money, Quantity } from '../../../ui-kit/tag.tsx'
import { reorderFile, seeReorder } from '../contract.ts'
import { reorderSorts } from '../domain/sorts.ts'
import { DraftDialog } from './draft-dialog.tsx'
import { partsOrderTexts } from './texts.ts'
import { useOrder } from './use-order.ts'
import './parts-orders.css'

const mostLines = 300

/** What the shelf lacks, from what jobs took in a year; ticked rows become a draft. */
export function ReorderPage() {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const w = useTexts(webZh, webEn)
  const english = useLanguage() === 'en'
  const moments = useMoments()
  const sentence = useSentence()
  const { order, sort, onSort } = useOrder(reorderSorts)
  const [find, setFind] = useState('')
  const word = useDeferredValue(find.trim())
  const query = { ...order, ...(word === '' ? {} : { find: word }) }
  const { data, isPending, isError, error, refetch } = useReading(seeReorder, { query })
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [drafting, setDrafting] = useState(false)
  const rows = data?.rows ?? []
  const chosen = rows.filter(({ partId }) => checked.has(partId)).slice(0, mostLines)
  return (
    <PageFrame title={t('parts-orders.reorder')} fill note={data?.reckonedAt ? t('parts-orders.reorder-note', { shown: data.all, at: moments.full(data.reckonedAt) }) : undefined}
      actions={<><Button whyNot={rows.length === 0 ? t('parts-orders.no-reorder') : null} onPress={() => saveFile(reorderFile, { query })}>{w('web.excel')}</Button><Button kind="primary" whyNot={chosen.length === 0 ? t('parts-orders.fill-in') : null} onPress={() => setDrafting(true)}>{t('parts-orders.draft-chosen', { count: chosen.length })}</Button></>}>
      <div className="po-find"><FindField label={t('parts-orders.find-part')} value={find} onChange={setFind} /></div>
      <DataTable label={t('parts-orders.reorder')} rows={rows} rowKey={({ partId }) => partId} fill minimumWidth={960} sort={sort} onSort={onSort} checked={checked} onCheck={setChecked} rowName={({ nameZh, nameEn, number }) => `${english ? nameEn : nameZh} ${number}`}
        state={isPending ? 'loading' : isError ? { error: sentence(error), onRetry: () => { void refetch() } } : 'ready'} empty={<EmptyState>{word !== '' ? t('parts-orders.no-such-part') : data?.reckonedAt === null ? t('parts-orders.reorder-soon') : t('parts-orders.no-reorder')}</EmptyState>} columns={[
          { id: 'part', sortable: true, header: t('parts-orders.part'), cell: (row) => <span>{english ? row.nameEn : row.nameZh} <span className="k-quiet-text">{row.number}</span></span> },
          { id: 'use', header: t('parts-orders.use'), width: 220, cell: ({ monthly }) => <span className="k-quiet-text">{monthly.join(' ')}</span> },
          { id: 'on-hand', sortable: true, header: t('parts-orders.on-hand'), width: 80, align: 'end', cell: ({ onHand, unit }) => <Quantity thousandths={onHand} unit={unit} /> },
          { id: 'reserved', sortable: true, header: t('parts-orders.reserved'), width: 70, align: 'end', cell: ({ reserved }) => <Quantity thousandths={reserved} /> },
          { id: 'on-order', sortable: true, header: t('parts-orders.on-order'), width: 110, align: 'end', cell: ({ onOrder, onOrderForJobs }) => <span><Quantity thousandths={onOrder} />{onOrderForJobs === 0 ? null : <span className="k-quiet-text">{t('parts-orders.for-jobs', { count: formatThousandths(onOrderForJobs) })}</span>}</span> },
          { id: 'point', sortable: true, header: t('parts-orders.point'), width: 70, align: 'end', cell: ({ point }) => <Quantity thousandths={point} /> },
          { id: 'up-to', sortable: true, header: t('parts-orders.up-to'), width: 70, align: 'end', cell: ({ upTo }) => <Quantity thousandths={upTo} /> },
          { id: 'proposed', sortable: true, header: t('parts-orders.proposed'), width: 90, align: 'end', cell: ({ proposed }) => <strong><Quantity thousandths={proposed} /></strong> },
          { id: 'value', sortable: true, header: t('parts-orders.value'), width: 110, align: 'end', cell: ({ proposed, unitCostFen }) => <Money fen={lineAmount(unitCostFen, proposed)} /> },
        ]} />
      {drafting ? <DraftDialog lines={chosen.map(({ partId, proposed: thousandths }) => ({ partId, thousandths }))} onClose={() => setDrafting(false)} /> : null}
    </PageFrame>
  )
}
