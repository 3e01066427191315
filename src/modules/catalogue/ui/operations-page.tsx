import { Plus, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Quantity, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { listOperations, type OperationRow } from '../contract.ts'
import { trades, type Trade } from '../domain/kinds.ts'
import { cataloguePermissions } from '../permissions.ts'
import { ModelsTab } from './models-tab.tsx'
import { MenusTab } from './menus-tab.tsx'
import { OperationDialog } from './operation-dialog.tsx'
import { PackagesTab } from './packages-tab.tsx'
import { catalogueTexts } from './texts.ts'
import { useKey } from '../../../platform/web/use-key.ts'
import { useOwnName } from './use-own-name.ts'
import './catalogue.css'

type Editing<Row> = { row: Row | null } | null

const tabs = ['operations', 'models', 'packages', 'menus'] as const
type Tab = (typeof tabs)[number]

/** What the page's first button adds, and who may. */
const adders = {
  operations: { right: cataloguePermissions.maintainOperations, text: 'catalogue.add-operation' }, models: { right: cataloguePermissions.maintainModels, text: 'catalogue.add-model' },
  packages: { right: cataloguePermissions.maintainPackages, text: 'catalogue.add-package' }, menus: { right: null, text: 'catalogue.menus' },
} as const

/** Labour operations with their standard hours, the car models they refer to, packages of work, and the menus of maintenance by model. */
export function OperationsPage() {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const may = useMay()
  const [tab, setTab] = useState<Tab>('operations')
  const [adding, setAdding] = useState(false)
  const { right, text } = adders[tab]
  const mayAdd = right !== null && may(right)
  useKey('n', () => { if (mayAdd) setAdding(true) })
  return (
    <PageFrame fill title={t('catalogue.operations')}
      tabs={{ label: t('catalogue.operations'), current: tab, onChange: (chosen) => setTab(tabs.find((one) => one === chosen) ?? 'operations'), tabs: tabs.map((id) => ({ id, text: t(`catalogue.${id}`) })) }}
      actions={mayAdd ? <Button kind="primary" icon={Plus} keyCap="N" onPress={() => setAdding(true)}>{t(text)}</Button> : undefined}>
      {tab === 'operations' ? <OperationsTab adding={adding} onAdded={() => setAdding(false)} /> : null}
      {tab === 'models' ? <ModelsTab adding={adding} onAdded={() => setAdding(false)} /> : null}
      {tab === 'packages' ? <PackagesTab adding={adding} onAdded={() => setAdding(false)} /> : null}
      {tab === 'menus' ? <MenusTab /> : null}
    </PageFrame>
  )
}

function OperationsTab({ adding, onAdded }: { adding: boolean; onAdded: () => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const may = useMay()(cataloguePermissions.maintainOperations)
  const [typed, setTyped] = useState('')
  const [trade, setTrade] = useState<Trade | 'all'>('all')
  const [inactive, setInactive] = useState(false)
  const [editing, setEditing] = useState<Editing<OperationRow>>(null)
  const find = useDeferredValue(typed.trim())
  const open = adding ? { row: null } : editing
  return (
    <div className="catalogue-page">
      <div className="catalogue-filter" role="search">
        <TextField label={t('catalogue.find-operations')} hideLabel type="search" value={typed} onChange={setTyped} placeholder={t('catalogue.find-operations')} maxLength={60} trailing={<Search size={14} aria-hidden />} />
        <SelectField<Trade | 'all'> label={t('catalogue.trade')} hideLabel value={trade} onChange={setTrade}
          choices={[{ value: 'all', text: t('catalogue.all-trades') }, ...trades.map((value) => ({ value, text: t(`catalogue.trade.${value}`) }))]} />
        <CheckField label={t('catalogue.with-inactive')} checked={inactive} onChange={setInactive} />
      </div>
      <div className="k-panel catalogue-only">
        <OperationTable query={{ ...(find === '' ? {} : { find }), ...(trade === 'all' ? {} : { trade }), state: inactive ? 'all' : 'active', limit: 100 }} find={find}
          onOpen={may ? (row) => setEditing({ row }) : undefined} />
      </div>
      {open === null ? null : <OperationDialog operation={open.row} onClose={() => { setEditing(null); onAdded() }} />}
    </div>
  )
}

function OperationTable({ query, find, onOpen }: { query: Record<string, unknown>; find: string; onOpen: ((row: OperationRow) => void) | undefined }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const w = useTexts(webZh, webEn)
  const own = useOwnName()
  const language = useLanguage()
  const operations = usePages(listOperations, query)
  const phone = useMedia('(max-width: 700px)')
  const empty = <EmptyState>{find === '' ? t('catalogue.no-operations') : t('catalogue.nothing-found', { find })}</EmptyState>
  if (phone) {
    return (
      <ListPane label={t('catalogue.operations')} rows={operations.rows} rowKey={({ id }) => id} state={operations.state} onOpen={(row) => onOpen?.(row)} empty={empty}
        loadMore={operations.more === null ? undefined : { text: w('web.more', { count: 100 }), onPress: operations.more }}
        row={(row) => ({
          primary: own(row), trailing: <Quantity thousandths={row.standardHoursThousandths} unit={t('catalogue.hour-unit')} />,
          secondary: `${row.code} · ${t(`catalogue.trade.${row.trade}`)}`, secondaryTrailing: t(`catalogue.repair-kind.${row.repairKind}`),
        })} />
    )
  }
  return (
    <DataTable<OperationRow> fill label={t('catalogue.operations')} rows={operations.rows} rowKey={({ id }) => id} state={operations.state} minimumWidth={720} onOpen={onOpen}
      empty={empty}
      footer={operations.more === null ? w('web.all-shown', { count: operations.rows.length }) : <Button size="desk" onPress={operations.more}>{w('web.more', { count: 100 })}</Button>}
      columns={[
        { id: 'code', header: t('catalogue.code'), width: 110, cell: (row) => row.code },
        { id: 'name', header: t('catalogue.name'), cell: (row) => <>{own(row)}{row.active ? null : <> <StatusTag tone="neutral" text={t('catalogue.inactive')} /></>}</> },
        { id: 'trade', header: t('catalogue.trade'), width: 100, cell: (row) => t(`catalogue.trade.${row.trade}`) },
        { id: 'hours', header: t('catalogue.hours'), width: 110, align: 'end', cell: (row) => <Quantity thousandths={row.standardHoursThousandths} unit={t('catalogue.hour-unit')} /> },
        { id: 'model', header: t('catalogue.model'), width: 140, cell: (row) => (language === 'en' ? row.modelNameEn : row.modelNameZh) ?? t('catalogue.all-models') },
        { id: 'kind', header: t('catalogue.repair-kind'), width: 170, cell: (row) => t(`catalogue.repair-kind.${row.repairKind}`) },
      ]} />
  )
}
