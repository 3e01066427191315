import { useNavigate, useParams } from '@tanstack/react-router'
import { Plus, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField, SelectField } from '../../../ui-kit/choice-fields.tsx'
import { DataTable } from '../../../ui-kit/data-table.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useMedia } from '../../../ui-kit/use-media.ts'
import { listParts, type PartRow } from '../contract.ts'
import { partCategories, type PartCategory } from '../domain/kinds.ts'
import { cataloguePermissions } from '../permissions.ts'
import { PartDetail } from './part-detail.tsx'
import { PartDialog } from './part-dialog.tsx'
import { catalogueTexts } from './texts.ts'
import { useKey } from '../../../platform/web/use-key.ts'
import { useOwnName } from './use-own-name.ts'
import './catalogue.css'

type Filter = { find: string; category: PartCategory | 'all'; inactive: boolean }

/** The parts of the group: search on the left, one part with its prices on the right. */
export function PartsPage() {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const { partId } = useParams({ strict: false }) as { partId?: string }
  const navigate = useNavigate()
  const mayAdd = useMay()(cataloguePermissions.maintainParts)
  const [filter, setFilter] = useState<Filter>({ find: '', category: 'all', inactive: false })
  const [adding, setAdding] = useState(false)
  const open = (id: string | null) => { void navigate({ to: id === null ? '/parts' : `/parts/${id}` }) }
  useKey('n', () => { if (mayAdd) setAdding(true) })
  return (
    <PageFrame fill title={t('catalogue.parts')}
      actions={mayAdd ? <Button kind="primary" icon={Plus} keyCap="N" onPress={() => setAdding(true)}>{t('catalogue.add-part')}</Button> : undefined}>
      <div className="catalogue-page">
        <PartFilter filter={filter} onChange={setFilter} />
        <div className="catalogue-columns" data-showing={partId === undefined ? 'list' : 'detail'}>
          <div className="k-panel"><PartTable filter={filter} selected={partId ?? null} onOpen={open} /></div>
          <aside className="k-panel catalogue-side" aria-label={t('catalogue.part')}>
            {partId === undefined ? <EmptyState>{t('catalogue.pick-part')}</EmptyState> : <PartDetail partId={partId} onOpen={open} />}
          </aside>
        </div>
      </div>
      {adding ? <PartDialog part={null} onClose={() => setAdding(false)} onSaved={(id) => { setAdding(false); open(id) }} /> : null}
    </PageFrame>
  )
}

function PartFilter({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  return (
    <div className="catalogue-filter" role="search">
      <TextField label={t('catalogue.find-parts')} hideLabel type="search" value={filter.find} placeholder={t('catalogue.find-parts')} maxLength={60}
        onChange={(find) => onChange({ ...filter, find })} trailing={<Search size={14} aria-hidden />} />
      <SelectField<PartCategory | 'all'> label={t('catalogue.category')} hideLabel value={filter.category} onChange={(category) => onChange({ ...filter, category })}
        choices={[{ value: 'all', text: t('catalogue.all-categories') }, ...partCategories.map((value) => ({ value, text: t(`catalogue.category.${value}`) }))]} />
      <CheckField label={t('catalogue.with-inactive')} checked={filter.inactive} onChange={(inactive) => onChange({ ...filter, inactive })} />
    </div>
  )
}

function PartTable({ filter, selected, onOpen }: { filter: Filter; selected: string | null; onOpen: (id: string) => void }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  const w = useTexts(webZh, webEn)
  const own = useOwnName()
  const find = useDeferredValue(filter.find.trim())
  const parts = usePages(listParts, {
    ...(find === '' ? {} : { find }), ...(filter.category === 'all' ? {} : { category: filter.category }), state: filter.inactive ? 'all' : 'active', limit: 100,
  })
  const phone = useMedia('(max-width: 700px)')
  const empty = <EmptyState>{find === '' ? t('catalogue.no-parts') : t('catalogue.nothing-found', { find })}</EmptyState>
  if (phone) {
    return (
      <ListPane label={t('catalogue.parts')} rows={parts.rows} rowKey={({ id }) => id} state={parts.state} selectedKey={selected} onOpen={({ id }) => onOpen(id)} empty={empty}
        loadMore={parts.more === null ? undefined : { text: w('web.more', { count: 100 }), onPress: parts.more }}
        row={(part) => ({
          primary: <PartName part={part} name={own(part)} />, trailing: <Money fen={part.capFen ?? part.retailFen} />,
          secondary: `${part.number} · ${t(`catalogue.category.${part.category}`)}`, secondaryTrailing: t.unit(part.unit),
        })} />
    )
  }
  return (
    <DataTable<PartRow> fill label={t('catalogue.parts')} rows={parts.rows} rowKey={({ id }) => id} selectedKey={selected} onOpen={({ id }) => onOpen(id)} state={parts.state} minimumWidth={560}
      empty={empty}
      footer={parts.more === null ? w('web.all-shown', { count: parts.rows.length }) : <Button size="desk" onPress={parts.more}>{w('web.more', { count: 100 })}</Button>}
      columns={[
        { id: 'number', header: t('catalogue.number'), width: 140, cell: (part) => <span className="k-cut">{part.number}</span> },
        { id: 'name', header: t('catalogue.name'), cell: (part) => <PartName part={part} name={own(part)} /> },
        { id: 'category', header: t('catalogue.category'), width: 110, cell: (part) => t(`catalogue.category.${part.category}`) },
        { id: 'unit', header: t('catalogue.unit'), width: 56, cell: (part) => t.unit(part.unit) },
        { id: 'cap', header: t('catalogue.cap-price'), width: 100, align: 'end', cell: (part) => <Money fen={part.capFen} /> },
        { id: 'retail', header: t('catalogue.retail-price'), width: 100, align: 'end', cell: (part) => <Money fen={part.retailFen} /> },
      ]} />
  )
}

function PartName({ part, name }: { part: PartRow; name: string }) {
  const t = useTexts(catalogueTexts.zh, catalogueTexts.en)
  return (
    <>
      {name}
      {part.supersededBy === null ? null : <> <StatusTag tone="warn" text={t('catalogue.superseded')} /></>}
      {part.active ? null : <> <StatusTag tone="neutral" text={t('catalogue.inactive')} /></>}
    </>
  )
}
