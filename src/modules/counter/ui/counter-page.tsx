import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { formatFen } from '../../../ui-kit/exact-numbers.ts'
import { ListPane } from '../../../ui-kit/list-pane.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { SplitView } from '../../../ui-kit/split-view.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listSlips, seeSlip, type SlipRow } from '../contract.ts'
import { slipGroups, slipKinds, type SlipGroup, type SlipKind } from '../domain/slip.ts'
import { counterPermissions } from '../permissions.ts'
import { LostTab } from './lost-tab.tsx'
import { MonthTab } from './month-tab.tsx'
import { SlipDialog } from './slip-dialog.tsx'
import { SlipSheet } from './slip-sheet.tsx'
import { counterTexts } from './texts.ts'
import { slipTones } from './tones.ts'
import './counter.css'

const tabs = [...slipKinds, 'month', 'lost'] as const
type TabId = (typeof tabs)[number]

/** What leaves the shelves without a repair order, kind by kind; the month's sums and the lost sales. */
export function CounterPage() {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const may = useMay()
  const navigate = useNavigate()
  const { slipId } = useParams({ strict: false }) as { slipId?: string }
  const [chosen, setTab] = useState<TabId | null>(null)
  const opened = useReading(seeSlip, { params: { slipId: slipId ?? '' } }, { enabled: slipId !== undefined }).data
  const tab = chosen ?? opened?.kind ?? 'sale' // who follows a link stands beside the slips of its kind
  const [writing, setWriting] = useState(false)
  const open = (id: string | null) => { void navigate({ to: id === null ? '/counter' : `/counter/${id}` }) }
  const kind = slipKinds.find((one) => one === tab) ?? null
  const mayWrite = kind !== null && may(kind === 'sale' ? counterPermissions.sell : counterPermissions.write)
  const change = (id: string) => { setTab(tabs.find((known) => known === id) ?? 'sale'); if (slipId !== undefined) open(null) }
  return (
    <PageFrame title={t('counter.title')} fill actions={mayWrite ? <Button kind="primary" onPress={() => setWriting(true)}>{t(`counter.new.${kind}`)}</Button> : null}
      tabs={{ label: t('counter.title'), current: tab, onChange: change, tabs: tabs.map((id) => ({ id, text: id === 'month' || id === 'lost' ? t(`counter.tab.${id}`) : t(`counter.kind.${id}`) })) }}>
      {kind === null ? (tab === 'lost' ? <LostTab /> : <MonthTab />) : (
        <SplitView showing={slipId === undefined ? 'list' : 'detail'} onBack={() => open(null)} detailLabel={t('counter.title')} sideLabel={t('counter.title')}
          list={<SlipList key={kind} kind={kind} selected={slipId ?? null} onOpen={open} />} detail={slipId === undefined ? <EmptyState>{t('counter.pick-one')}</EmptyState> : <SlipSheet key={slipId} slipId={slipId} />} />
      )}
      {writing && kind !== null ? <SlipDialog kind={kind} onClose={(id) => { setWriting(false); if (id !== undefined) open(id) }} /> : null}
    </PageFrame>
  )
}

function SlipList({ kind, selected, onOpen }: { kind: SlipKind; selected: string | null; onOpen: (slipId: string) => void }) {
  const t = useTexts(counterTexts.zh, counterTexts.en)
  const w = useTexts(webZh, webEn)
  const [group, setGroup] = useState<SlipGroup>('pending')
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listSlips, { kind, group: find === '' ? group : 'all', limit: 40, ...(find === '' ? {} : { find }) })
  const about = (row: SlipRow) => [row.number, row.paperNumber, row.plate === '' ? '' : showPlate(row.plate)].filter((word) => word !== '').join(' · ')
  return (
    <ListPane label={t(`counter.kind.${kind}`)} rows={rows} rowKey={({ id }) => id} state={state} selectedKey={selected} pageKeys onOpen={({ id }) => onOpen(id)} empty={<EmptyState>{t(`counter.none.${group}`)}</EmptyState>}
      head={(
        <div className="counter-filters">
          <TextField label={t('counter.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('counter.find')} maxLength={40} />
          <ChoiceField label={t('counter.group')} hideLabel wide value={group} onChange={setGroup} choices={slipGroups.filter((value) => value !== 'cod' || kind === 'sale').map((value) => ({ value, text: t(`counter.group.${value}`) }))} />
        </div>
      )}
      loadMore={more === null ? undefined : { text: w('web.more', { count: 40 }), onPress: more }}
      row={(row) => ({
        primary: row.name === '' ? t('counter.walk-in') : row.name, status: row.overdue ? <StatusTag tone="danger" text={t('counter.overdue')} /> : <StatusTag tone={slipTones[row.status]} text={t(`counter.status.${row.status}`)} />,
        trailing: moneyWords(t, row), secondary: about(row), secondaryTrailing: row.dueOn ?? row.outsideBy,
      })} />
  )
}

/** What is still owed to whom, in words; the sum of what the sales department had. */
function moneyWords(t: (key: 'counter.to-pay' | 'counter.to-refund', facts: { amount: string }) => string, { kind, dueFen, totalFen }: SlipRow): string {
  if (kind === 'accessory') return formatFen(totalFen)
  if (kind !== 'sale' || dueFen === 0) return kind === 'sale' ? formatFen(totalFen) : ''
  return dueFen > 0 ? t('counter.to-pay', { amount: formatFen(dueFen) }) : t('counter.to-refund', { amount: formatFen(-dueFen) })
}
