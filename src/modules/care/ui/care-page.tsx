import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { listFollowUps, type FollowUpRow } from '../contract.ts'
import { carePermissions } from '../permissions.ts'
import { useAskedTime } from './asked-time.ts'
import { CallDialog } from './call-dialog.tsx'
import { CareSearch } from './care-search.tsx'
import { ComplainDialog } from './complain-dialog.tsx'
import { Complaints } from './complaints.tsx'
import { Scores } from './scores.tsx'
import { careTexts } from './texts.ts'
import './care.css'

const tabs = ['calls', 'complaints', 'scores'] as const
type TabId = (typeof tabs)[number]

/** After the delivery: whom to call, who complains, how content they are. */
export function CarePage() {
  const t = useTexts(careTexts.zh, careTexts.en)
  const may = useMay()
  const [tab, setTab] = useState<TabId>('calls')
  const [complaining, setComplaining] = useState(false)
  return (
    <PageFrame title={t('care.title')} actions={may(carePermissions.complain) ? <Button onPress={() => setComplaining(true)}>{t('care.complain')}</Button> : null}>
      <Tabs label={t('care.title')} current={tab} onChange={(id) => setTab(tabs.find((known) => known === id) ?? 'calls')} tabs={tabs.map((id) => ({ id, text: t(`care.tab.${id}`) }))}>
        {tab === 'calls' ? <FollowUps /> : tab === 'complaints' ? <Complaints /> : <Scores />}
      </Tabs>
      {complaining ? <ComplainDialog onClose={() => setComplaining(false)} /> : null}
    </PageFrame>
  )
}

function FollowUps() {
  const t = useTexts(careTexts.zh, careTexts.en)
  const sentence = useSentence()
  const [find, setFind] = useState('')
  const word = useDeferredValue(find.trim())
  const { data, isError, error, isPending, isFetching, refetch } = useReading(listFollowUps, { query: word === '' ? {} : { find: word } })
  const [calling, setCalling] = useState<FollowUpRow | null>(null)
  return (
    <>
      <CareSearch label={t('care.find-call')} value={find} onChange={setFind} />
      <LoadBar busy={isFetching && data !== undefined} />
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {isPending ? <Skeleton kind="list" lines={6} /> : null}
      {data?.rows.length === 0 ? <EmptyState>{t(word === '' ? 'care.none-to-call' : 'care.none-found')}</EmptyState> : null}
      <ul className="care-list">{(data?.rows ?? []).map((row, index) => <OneCall key={row.orderId} row={row} main={index === 0} onCall={() => setCalling(row)} />)}</ul>
      {calling === null ? null : <CallDialog row={calling} onClose={() => setCalling(null)} />}
    </>
  )
}

function OneCall({ row, main, onCall }: { row: FollowUpRow; main: boolean; onCall: () => void }) {
  const t = useTexts(careTexts.zh, careTexts.en)
  const moments = useMoments()
  const may = useMay()
  const askedTime = useAskedTime()
  return (
    <li className="care-card k-panel">
      <div className="care-head"><Plate text={showPlate(row.plate)} /><strong>{row.senderName}</strong><span>{row.senderPhone}</span>{row.overdue ? <StatusTag tone="danger" text={t('care.due', { time: moments.full(row.dueAt) })} /> : row.later ? <StatusTag tone="neutral" text={t('care.later')} /> : null}</div>
      <p className="care-facts">
        <span>{t('care.delivered', { time: moments.full(row.deliveredAt) })}</span><span>{askedTime(row)}</span>{row.overdue ? null : <span>{t('care.due', { time: moments.full(row.dueAt) })}</span>}<span className="k-quiet-text">{row.advisorName}</span><Link to={`/repair-orders/${row.orderId}`}>{row.orderNumber}</Link>
        {row.attempts === 0 ? null : <span className="k-quiet-text">{t('care.attempts', { count: row.attempts })}{row.lastResult === null ? '' : ` · ${t(`care.result.${row.lastResult}`)}`}</span>}
      </p>
      {may(carePermissions.call) ? <div className="care-deed"><Button kind={main ? 'primary' : 'plain'} onPress={onCall}>{t('care.call')}</Button></div> : null}
    </li>
  )
}
