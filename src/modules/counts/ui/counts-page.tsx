import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { FindField } from '../../../platform/web/find-field.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { Menu } from '../../../ui-kit/menu.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { countGroups, listCounts } from '../contract.ts'
import { countPermissions } from '../permissions.ts'
import { AccuracyTab } from './accuracy-tab.tsx'
import { CountDetail } from './count-detail.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { RollingDialog } from './rolling-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { countTexts } from './texts.ts'
import { countTones, percentText } from './tones.ts'
import './counts.css'

const tabs = ['counts', 'accuracy'] as const
type TabId = (typeof tabs)[number]

/** Counts that are planned and under way, what came of each, and how right the books are over the months. */
export function CountsPage() {
  const t = useTexts(countTexts.zh, countTexts.en)
  const may = useMay()
  const { countId } = useParams({ strict: false }) as { countId?: string }
  const navigate = useNavigate()
  const open = (id: string | null) => { void navigate({ to: id === null ? '/counts' : `/counts/${id}` }) }
  const [tab, setTab] = useState<TabId>('counts')
  const [dialog, setDialog] = useState<'full' | 'rolling' | 'settings' | null>(null)
  const close = (id?: string) => { setDialog(null); if (id !== undefined) { setTab('counts'); open(id) } }
  return (
    <PageFrame title={t('counts.title')} fill tabs={{ label: t('counts.title'), current: tab, onChange: (id) => setTab(tabs.find((known) => known === id) ?? 'counts'), tabs: tabs.map((id) => ({ id, text: t(`counts.tab.${id}`) })) }}
      actions={(
        <>
          {may(countPermissions.plan) ? <><Button onPress={() => setDialog('rolling')}>{t('counts.plan-rolling')}</Button><Button kind="primary" onPress={() => setDialog('full')}>{t('counts.plan-full')}</Button></> : null}
          {may(countPermissions.keepSettings) ? <Menu label={t('counts.more-deeds')} items={[{ id: 'settings', text: t('counts.settings'), onPick: () => setDialog('settings') }]} /> : null}
        </>
      )}>
      {tab === 'accuracy' ? <AccuracyTab /> : (
        <SplitView showing={countId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('counts.title-one')} sideLabel={t('counts.title-one')}
          list={<CountList selected={countId ?? null} onOpen={open} />} detail={countId === undefined ? <EmptyState>{t('counts.pick-one')}</EmptyState> : <CountDetail key={countId} countId={countId} />} />
      )}
      {dialog === 'full' ? <PlanDialog onClose={close} /> : null}
      {dialog === 'rolling' ? <RollingDialog onClose={close} /> : null}
      {dialog === 'settings' ? <SettingsDialog onClose={() => close()} /> : null}
    </PageFrame>
  )
}

function CountList({ selected, onOpen }: { selected: string | null; onOpen: (countId: string) => void }) {
  const t = useTexts(countTexts.zh, countTexts.en)
  const w = useTexts(webZh, webEn)
  const [group, setGroup] = useState<(typeof countGroups)[number]>('open')
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listCounts, { group, find, limit: 40 })
  return (
    <ListPane label={t('counts.title')} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)} empty={<EmptyState>{find === '' ? t(group === 'open' ? 'counts.none-open' : 'counts.none') : w('web.nothing-found', { find })}</EmptyState>}
      head={(
        <div className="k-stack">
          <ChoiceField label={t('counts.show')} hideLabel wide value={group} onChange={setGroup} choices={countGroups.map((value) => ({ value, text: t(`counts.group.${value}`) }))} />
          <FindField label={t('counts.find')} value={find} onChange={setFind} />
        </div>
      )}
      loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
      row={(row) => ({
        primary: t(`counts.kind.${row.kind}`), status: <StatusTag tone={countTones[row.status]} text={t(`counts.status.${row.status}`)} />, trailing: row.day,
        secondary: row.number, secondaryTrailing: row.lines === 0 ? undefined : row.accuracy === null ? t('counts.counted-of', { counted: row.counted, lines: row.lines }) : t('counts.accuracy-of', { percent: percentText(row.accuracy) }),
      })} />
  )
}
