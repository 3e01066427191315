import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { saveFile } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { LoadBar, LoadError, type LoadState } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { TabList } from '../../../ui-kit/tabs.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { useOptionName, WhoWaits } from '../../purchasing/ui/public.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { promisesFile, seePromises, type Waiting } from '../contract.ts'
import { isOfGroup, promiseGroups, says, toldOf, type PromiseGroup } from '../domain/promises.ts'
import { promiseSorts } from '../domain/sorts.ts'
import { partsOrderPermissions } from '../permissions.ts'
import { DraftDialog } from './draft-dialog.tsx'
import { partsOrderTexts } from './texts.ts'
import { useOrder } from './use-order.ts'
import './parts-orders.css'

/** Every open request: whose car, from where, till when, and whether the customer knows. What is on no order yet is ordered from here. */
export function PromisesPage() {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const english = useLanguage() === 'en'
  const sentence = useSentence()
  const { order, sort, onSort } = useOrder(promiseSorts)
  const { data, isPending, isError, error, refetch } = useReading(seePromises, { query: order })
  const [group, setGroup] = useState<PromiseGroup>('all')
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set())
  const [drafting, setDrafting] = useState(false)
  const [find, setFind] = useState('')
  const all = (data?.rows ?? []).filter((row) => says(row, find))
  const orders = group === 'to-order' && may(partsOrderPermissions.draft)
  const phone = useMedia('(max-width: 700px)')
  const state: LoadState = isPending ? 'loading' : isError ? { error: sentence(error), onRetry: () => { void refetch() } } : 'ready'
  const empty = <EmptyState>{t('parts-orders.no-promises')}</EmptyState>
  const chosen = all.filter((row) => checked.has(row.id) && isOfGroup['to-order'](row))
  return (
    <PageFrame title={t('parts-orders.promises')} fill actions={(
      <>
        <Button onPress={() => saveFile(promisesFile, { query: { group, find, ...order } })}>{w('web.excel')}</Button>
        {orders ? <Button kind="primary" whyNot={chosen.length === 0 ? t('parts-orders.fill-in') : null} onPress={() => setDrafting(true)}>{t('parts-orders.draft-chosen', { count: chosen.length })}</Button> : null}
      </>
    )}>
      <TabList id="promises" label={t('parts-orders.promises')} current={group} onChange={(id) => setGroup(promiseGroups.find((known) => known === id) ?? 'all')} tabs={promiseGroups.map((id) => ({ id, text: t(`parts-orders.promise.${id}`), count: all.filter(isOfGroup[id]).length }))} />
      <div className="po-find"><FindField label={t('parts-orders.find-promise')} value={find} onChange={setFind} /></div>
      <div role="tabpanel" id="promises-panel" aria-labelledby={`promises-tab-${group}`}>
        {phone ? (
          <Cards rows={all.filter(isOfGroup[group])} state={state} empty={empty} checked={orders ? checked : null} onCheck={setChecked} />
        ) : (
          <DataTable label={t('parts-orders.promises')} rows={all.filter(isOfGroup[group])} rowKey={({ id }) => id} minimumWidth={1110} sort={sort} onSort={onSort} empty={empty} state={state}
            {...(orders ? { checked, onCheck: setChecked, rowName: ({ nameZh, nameEn, plate }: Waiting) => `${showPlate(plate)} ${english ? nameEn : nameZh}` } : {})} columns={[
              { id: 'eta', sortable: true, header: t('parts-orders.eta'), width: 128, cell: (row) => <Eta row={row} /> },
              { id: 'car', sortable: true, header: t('parts-orders.for-car'), width: 160, cell: (row) => <WhoWaits row={row} /> },
              { id: 'customer', sortable: true, header: t('parts-orders.customer'), width: 230, cell: (row) => <span>{row.ownerName || row.customerName} <span className="k-quiet-text">{row.advisorName}</span></span> },
              { id: 'part', sortable: true, header: t('parts-orders.part'), cell: (row) => <Part row={row} /> },
              { id: 'quantity', header: t('parts-orders.quantity'), width: 84, align: 'end', cell: ({ thousandths, unit }) => <Quantity thousandths={thousandths} unit={unit} /> },
              { id: 'source', sortable: true, header: t('parts-orders.source'), width: 240, cell: (row) => <From row={row} /> },
              { id: 'told', header: t('parts-orders.told'), width: 130, cell: (row) => <Told row={row} /> },
            ]} />
        )}
      </div>
      {drafting ? <DraftDialog lines={chosen.map(({ id: requestId, partId, thousandths }) => ({ partId, thousandths, requestId }))} kind={chosen[0]?.advice?.code ?? undefined} onClose={() => setDrafting(false)} /> : null}
    </PageFrame>
  )
}

type CardsProps = { rows: readonly Waiting[]; state: LoadState; empty: ReactNode; /** Null: nothing is chosen here. */ checked: ReadonlySet<string> | null; onCheck: (keys: ReadonlySet<string>) => void }

/** The same on a phone, one card a request. */
function Cards({ rows, state, empty, checked, onCheck }: CardsProps) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const toggle = (id: string, on: boolean) => {
    const keys = new Set(checked)
    if (on) keys.add(id)
    else keys.delete(id)
    onCheck(keys)
  }
  return (
    <>
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? empty : null}
      <ul className="po-cards" aria-label={t('parts-orders.promises')}>
        {rows.map((row) => (
          <li key={row.id} className="po-card k-panel">
            <div className="po-card-row"><WhoWaits row={row} /><Eta row={row} /></div>
            <div className="po-card-row"><Part row={row} /><Quantity thousandths={row.thousandths} unit={row.unit} /></div>
            <div className="po-card-row"><span>{row.ownerName || row.customerName} <span className="k-quiet-text">{row.advisorName}</span></span><Told row={row} /></div>
            <From row={row} />
            {checked === null ? null : <CheckField label={t('parts-orders.choose', { name: row.partNumber })} checked={checked.has(row.id)} onChange={(on) => toggle(row.id, on)} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function Eta({ row }: { row: Waiting }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  return row.eta === null ? <StatusTag tone="warn" text={t('parts-orders.no-source')} /> : <span className="k-row">{row.eta}{row.overdue ? <StatusTag tone="danger" text={t('parts-orders.late')} /> : null}</span>
}

function Part({ row }: { row: Waiting }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const english = useLanguage() === 'en'
  return (
    <span className="k-row">
      <span>{english ? row.nameEn : row.nameZh} <span className="k-quiet-text">{row.partNumber}</span></span>
      {row.urgency === 'normal' ? null : <StatusTag tone="danger" text={t(`purchasing.urgency.${row.urgency}`)} />}
      {row.accident ? <StatusTag tone="settle" text={t('parts-orders.promise.accident')} /> : null}{row.warranty ? <StatusTag tone="info" text={t('parts-orders.warranty')} /> : null}
    </span>
  )
}

/** The order that it stands on, or the transfer; else who brings it; else what is advised, and why it lost its source. */
function From({ row }: { row: Waiting }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  if (row.onTransfer !== null) return <span>{row.source === null ? null : t(`purchasing.source.${row.source}`)} <Link to={`/transfers/${row.onTransfer.id}`}>{row.onTransfer.number}</Link> <span className="k-quiet-text">{row.supplier}</span></span>
  if (row.onOrder !== null && !row.onOrder.nought) return <OnOrder order={row.onOrder} />
  if (row.source !== null) return <span>{t(`purchasing.source.${row.source}`)} <span className="k-quiet-text">{row.supplier}</span></span>
  return (
    <span className="po-advice">
      {row.onOrder === null ? null : <OnOrder order={row.onOrder} />}
      {row.reason === '' ? null : <span>{t('purchasing.source-lost', { why: row.reason })}</span>}
      {row.advice === null ? null : <Advice advice={row.advice} />}
    </span>
  )
}

function OnOrder({ order: { id, number, status, nought } }: { order: NonNullable<Waiting['onOrder']> }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  return <span><Link to={`/parts-orders/${id}`}>{number}</Link> <span className="k-quiet-text">{t(nought ? 'parts-orders.nought' : `parts-orders.status.${status}`)}</span></span>
}

function Advice({ advice }: { advice: NonNullable<Waiting['advice']> }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const nameOf = useOptionName()
  return <><span className="k-quiet-text">{t('parts-orders.advice', { name: nameOf(advice) })}</span><span className="k-quiet-text">{advice.unitCostFen === null ? advice.eta : `${advice.eta} · ${formatFen(advice.unitCostFen)}`}</span></>
}

function Told({ row }: { row: Waiting }) {
  const t = useTexts(partsOrderTexts.zh, partsOrderTexts.en)
  const told = toldOf(row)
  return row.origin === 'hand' ? null : <StatusTag tone={told === 'told' ? 'done' : 'warn'} text={t(`parts-orders.${told}`)} />
}
