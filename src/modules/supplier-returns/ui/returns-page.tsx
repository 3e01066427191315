import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable, type Column } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { listReturns, returnGroups, seeAges } from '../contract.ts'
import { openStatuses } from '../domain/return.ts'
import { supplierReturnPermissions } from '../permissions.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { ReturnSheet } from './return-sheet.tsx'
import { supplierReturnTexts } from './texts.ts'
import { returnTones } from './tones.ts'
import './supplier-returns.css'

/** Returns to suppliers from the application to the credit, and how old the open ones are. */
export function ReturnsPage() {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const { returnId } = useParams({ strict: false }) as { returnId?: string }
  const open = (id: string | null) => { void navigate({ to: id === null ? '/supplier-returns' : `/supplier-returns/${id}` }) }
  const [asking, setAsking] = useState(false)
  const title = t('supplier-returns.title')
  return (
    <PageFrame title={title} fill actions={may(supplierReturnPermissions.ask) ? <Button kind={returnId === undefined ? 'primary' : 'plain'} onPress={() => setAsking(true)}>{t('supplier-returns.ask')}</Button> : null}>
      <SplitView showing={returnId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={title} sideLabel={title} list={<ReturnList selected={returnId ?? null} onOpen={open} />}
        detail={returnId === undefined ? <Ages /> : <ReturnSheet key={returnId} returnId={returnId} />} />
      {asking ? <ReturnDialog onClose={(id) => { setAsking(false); if (id !== undefined) open(id) }} /> : null}
    </PageFrame>
  )
}

function ReturnList({ selected, onOpen }: { selected: string | null; onOpen: (returnId: string) => void }) {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const w = useTexts(webZh, webEn)
  const takesSlips = useMay()(supplierReturnPermissions.takeSlip)
  const [group, setGroup] = useState<(typeof returnGroups)[number]>(takesSlips ? 'slip' : 'open')
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listReturns, { group, find, limit: 40 })
  return (
    <ListPane label={t('supplier-returns.title')} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)} empty={<EmptyState>{find === '' ? t(`supplier-returns.none.${group}`) : w('web.nothing-found', { find })}</EmptyState>}
      head={(
        <div className="k-stack">
          <ChoiceField label={t('supplier-returns.title')} hideLabel wide value={group} onChange={setGroup} choices={returnGroups.map((value) => ({ value, text: t(`supplier-returns.group.${value}`) }))} />
          <FindField label={t('supplier-returns.find')} value={find} onChange={setFind} />
        </div>
      )}
      loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
      row={(row) => ({
        primary: row.about === '' ? row.supplierName : `${row.supplierName} · ${row.about}`, status: <StatusTag tone={row.overdue ? 'danger' : returnTones[row.status]} text={t(row.overdue ? 'supplier-returns.overdue' : `supplier-returns.status.${row.status}`)} />,
        trailing: <Money fen={row.creditFen ?? row.costFen} />, secondary: row.number, secondaryTrailing: row.days === null ? t('supplier-returns.line-count', { count: row.lines }) : t('supplier-returns.days', { days: row.days }),
      })} />
  )
}

type Age = AnswerOf<typeof seeAges>['ages'][number]

/** What is under way, by its age (STM-5.4). */
function Ages() {
  const t = useTexts(supplierReturnTexts.zh, supplierReturnTexts.en)
  const sentence = useSentence()
  const { data, isPending, isError, error, refetch } = useReading(seeAges, {})
  if (isPending) return <LoadBar busy />
  if (isError) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  const columns: Column<Age>[] = [
    { id: 'age', header: t('supplier-returns.age'), cell: ({ from, until }) => (until === null ? t('supplier-returns.age-over', { from }) : t('supplier-returns.age-span', { from, until })) },
    ...openStatuses.map((status): Column<Age> => ({ id: status, header: t(`supplier-returns.status.${status}`), align: 'end', width: 104, cell: ({ byStatus }) => byStatus.find((one) => one.status === status)?.returns ?? 0 })),
    { id: 'returns', header: t('supplier-returns.returns'), align: 'end', width: 84, cell: ({ returns }) => <strong>{returns}</strong> },
    { id: 'fen', header: t('supplier-returns.amount'), align: 'end', width: 110, cell: ({ fen }) => <Money fen={fen} /> },
  ]
  return (
    <div className="sr-sheet">
      <p className="k-quiet-text">{t('supplier-returns.pick')}</p>
      <Section title={t('supplier-returns.ages')}>
        <div className="k-stack">
          <Notice tone={data.overdue > 0 ? 'warn' : 'info'}>{data.overdue > 0 ? t('supplier-returns.ages-overdue', { count: data.overdue, days: data.overdueDays }) : t('supplier-returns.ages-none-overdue', { days: data.overdueDays })}</Notice>
          <DataTable label={t('supplier-returns.ages')} columns={columns} rows={data.ages} rowKey={({ from }) => String(from)} minimumWidth={700} empty={null} />
        </div>
      </Section>
    </div>
  )
}
