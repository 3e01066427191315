import { ListPlus } from 'lucide-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerOf } from '../../../platform/contract.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { Timeline } from '../../../ui-kit/timeline.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { listChecklistChanges, seeChecklists } from '../contract.ts'
import { dutyPermissions } from '../permissions.ts'
import { useNameOf } from './duty-words.ts'
import { EditChecklist } from './edit-checklist.tsx'
import { dutyTexts } from './texts.ts'
import { TrendTab } from './trend-tab.tsx'
import './duties.css'

export type ListRow = AnswerOf<typeof seeChecklists>['rows'][number]

/** Checklists as the store keeps them, and how their points fared. */
export function ChecklistsPage() {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const mayEdit = useMay()(dutyPermissions.editManual)
  const navigate = useNavigate()
  const { tab: wanted } = useSearch({ strict: false }) as { tab?: string }
  const tab = wanted === 'trend' ? 'trend' : 'lists'
  const [adding, setAdding] = useState(false)
  const tabs = { label: t('duties.checklists'), current: tab, onChange: (next: string) => { void navigate({ to: '.', search: { tab: next }, replace: true }) }, tabs: [{ id: 'lists', text: t('duties.checklist.tab') }, { id: 'trend', text: t('duties.trend') }] }
  return (
    <PageFrame title={t('duties.checklists')} fill={tab === 'lists'} tabs={tabs} actions={mayEdit && tab === 'lists' ? <Button kind="primary" icon={ListPlus} onPress={() => setAdding(true)}>{t('duties.checklist.add')}</Button> : undefined}>
      {tab === 'trend' ? <TrendTab /> : <Lists mayEdit={mayEdit} />}
      {adding ? <EditChecklist list={null} onClose={() => setAdding(false)} /> : null}
    </PageFrame>
  )
}

function Lists({ mayEdit }: { mayEdit: boolean }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const sentence = useSentence()
  const nameOf = useNameOf()
  const [open, setOpen] = useState<string | null>(null)
  const lists = useReading(seeChecklists, {})
  const rows = lists.data?.rows ?? []
  const chosen = rows.find(({ code }) => code === open)
  return (
    <SplitView showing={open === null ? 'list' : 'detail'} onBack={() => setOpen(null)} detailLabel={t('duties.checklist')} sideLabel={t('duties.checklist')}
      list={<ListPane label={t('duties.checklists')} rows={rows} rowKey={({ code }) => code} selectedKey={open} pageKeys onOpen={({ code }) => setOpen(code)}
        state={lists.isError ? { error: sentence(lists.error), onRetry: () => { void lists.refetch() } } : lists.isFetching ? 'loading' : 'ready'}
        empty={<EmptyState>{t('duties.checklist.pick-one')}</EmptyState>}
        row={(row) => ({
          primary: <span className="manual-name k-cut">{nameOf(row)}</span>, secondary: t('duties.checklist.points', { count: row.points.filter(({ retired }) => !retired).length }),
          secondaryTrailing: row.own ? <StatusTag tone="info" text={t('duties.checklist.own')} /> : row.version > 1 ? <StatusTag tone="warn" text={t('duties.edited')} /> : null,
        })} />}
      detail={chosen === undefined ? <EmptyState>{t('duties.checklist.pick-one')}</EmptyState> : <ListDetail list={chosen} mayEdit={mayEdit} key={chosen.code} />} />
  )
}

function ListDetail({ list, mayEdit }: { list: ListRow; mayEdit: boolean }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const nameOf = useNameOf()
  const { nameOf: positionOf } = usePositions()
  const [editing, setEditing] = useState(false)
  return (
    <article className="duty-sheet">
      <header className="duty-head"><h2 className="duty-title">{nameOf(list)}</h2>{mayEdit ? <Button onPress={() => setEditing(true)}>{t('duties.edit')}</Button> : null}</header>
      <Section title={t('duties.checklist.points', { count: list.points.filter(({ retired }) => !retired).length })}>
        <ol className="list-points">
          {list.points.map((point) => (
            <li key={point.id} data-retired={point.retired ? '' : undefined}>
              <span className="duty-name">{nameOf(point)}</span>
              {point.photo ? <StatusTag tone="info" text={t('duties.checklist.photo')} /> : null}
              {point.noteOnFail ? null : <StatusTag tone="neutral" text={t('duties.checklist.no-note')} />}
              {point.retired ? <StatusTag tone="done" text={t('duties.checklist.retired')} /> : null}
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('duties.checklist.used')}>
        {list.duties.length === 0 && list.takesPhotos ? <p className="k-quiet-text">{t('duties.checklist.unused', { code: list.code })}</p> : null}
        <ul className="duty-list">{list.duties.map((duty) => <li key={duty.id}>{duty.id} {nameOf(duty)} <span className="k-quiet-text">{positionOf(duty.position)}</span></li>)}</ul>
      </Section>
      <Changes code={list.code} />
      {editing ? <EditChecklist list={list} onClose={() => setEditing(false)} /> : null}
    </article>
  )
}

function Changes({ code }: { code: string }) {
  const t = useTexts(dutyTexts.zh, dutyTexts.en)
  const moments = useMoments()
  const changes = useReading(listChecklistChanges, { params: { code } }).data?.rows ?? []
  type Change = (typeof changes)[number]
  const words = ({ before, after }: Change): string => {
    if (before === null) return t('duties.checklist.created')
    const known = new Map(before.points.map((point) => [point.id, point]))
    return t('duties.checklist.changed', { added: after.points.filter(({ id }) => !known.has(id)).length, retired: after.points.filter(({ id, retired }) => retired && known.get(id)?.retired === false).length })
  }
  return (
    <Section title={t('duties.changes')}>
      {changes.length === 0 ? <p className="k-quiet-text">{t('duties.no-changes')}</p> : <Timeline label={t('duties.changes')} entries={changes.map((change) => ({ id: change.id, time: moments.full(change.at), who: change.personName, text: `${words(change)} · ${change.reason}` }))} />}
    </Section>
  )
}
