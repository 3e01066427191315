import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { listErasures, type ErasureRow } from '../contract.ts'
import { DueList } from './due-list.tsx'
import { TermsForm } from './terms-form.tsx'
import { privacyTexts } from './texts.ts'
import { useWhen } from './use-when.ts'
import './privacy.css'

const tabs = ['requests', 'due', 'terms'] as const
type TabId = (typeof tabs)[number]

/** What was asked for, what is kept for too long, and how long that is. */
export function ErasuresPage() {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const [tab, setTab] = useState<TabId>('requests')
  return (
    <PageFrame title={t('privacy.erasures')}>
      <Tabs label={t('privacy.erasures')} current={tab} onChange={(id) => setTab(tabs.find((known) => known === id) ?? 'requests')} tabs={tabs.map((id) => ({ id, text: t(`privacy.tab.${id}`) }))}>
        {tab === 'requests' ? <Requests /> : tab === 'due' ? <DueList /> : <TermsForm />}
      </Tabs>
    </PageFrame>
  )
}

function Requests() {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const w = useTexts(webZh, webEn)
  const { erasureId } = useParams({ strict: false }) as { erasureId?: string }
  const { rows, state, more } = usePages(listErasures, { limit: 40 })
  return (
    <div className="k-stack">
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t('privacy.no-requests')}</EmptyState> : null}
      <ul className="privacy-requests">{rows.map((row) => <Request key={row.id} row={row} chosen={row.id === erasureId} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
    </div>
  )
}

const tones: Readonly<Record<ErasureRow['status'], Tone>> = { asked: 'warn', done: 'done', refused: 'danger', withdrawn: 'neutral' }

/** `chosen`: the one that the inbox of approvals leads to. */
function Request({ row, chosen }: { row: ErasureRow; chosen: boolean }) {
  const t = useTexts(privacyTexts.zh, privacyTexts.en)
  const when = useWhen()
  return (
    <li className="privacy-request k-panel" aria-label={row.number} aria-current={chosen}>
      <div className="privacy-head"><strong>{row.number}</strong><StatusTag tone={tones[row.status]} text={t(`privacy.status.${row.status}`)} /><StatusTag tone="neutral" text={t(`privacy.cause.${row.cause}`)} /></div>
      <p>{t.list(row.customers.map(({ name }) => name))}</p>
      <p className="k-quiet-text">{t('privacy.asked-line', { name: row.askedByName, time: when(row.askedAt), reason: row.reason })}</p>
      {row.cause === 'demand' ? <p className="k-quiet-text">{t('privacy.identified-line', { by: row.demandedBy, how: row.identifiedBy })}</p> : null}
      {row.decidedAt === null ? null : <p className="k-quiet-text">{t('privacy.decided-line', { name: row.decidedByName ?? '', time: when(row.decidedAt) })}</p>}
    </li>
  )
}
