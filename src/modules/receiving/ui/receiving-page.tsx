import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { usePages, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { Money, StatusTag } from '../../../ui-kit/tag.tsx'
import { listExpected, listReceipts, type Expected, type ReceiptHead } from '../contract.ts'
import { receivingPermissions } from '../permissions.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { Faults } from './faults.tsx'
import { ReceiptSheet } from './receipt-sheet.tsx'
import { receiptTones } from './tones.ts'
import { receivingTexts } from './texts.ts'
import './receiving.css'

const tabs = ['counting', 'posted', 'faults'] as const
type TabId = (typeof tabs)[number]

/** At the door and in the store: what came, box by box, and what was wrong with it. */
export function ReceivingPage() {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const { receiptId } = useParams({ strict: false })
  const navigate = useNavigate()
  const [tab, setTab] = useState<TabId>('counting')
  const open = (id: string | null) => { void navigate({ to: id === null ? '/receiving' : `/receiving/${id}` }) }
  if (receiptId !== undefined) return <PageFrame title={t('receiving.title')} actions={<Button onPress={() => open(null)}>{t('receiving.back')}</Button>}><ReceiptSheet receiptId={receiptId} key={receiptId} /></PageFrame>
  return (
    <PageFrame title={t('receiving.title')}>
      <Tabs label={t('receiving.title')} current={tab} onChange={(id) => setTab(tabs.find((known) => known === id) ?? 'counting')} tabs={tabs.map((id) => ({ id, text: t(`receiving.tab.${id}`) }))}>
        {tab === 'counting' ? <><Receipts group="counting" onOpen={open} /><ExpectedOrders onBegun={open} /></> : tab === 'posted' ? <Receipts group="posted" onOpen={open} /> : <Faults />}
      </Tabs>
    </PageFrame>
  )
}

function Receipts({ group, onOpen }: { group: 'counting' | 'posted'; onOpen: (id: string) => void }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const w = useTexts(webZh, webEn)
  const { rows, state, more } = usePages(listReceipts, { group: group === 'counting' ? 'counting' : 'all', limit: 40 })
  const shown = group === 'counting' ? rows : rows.filter(({ status }) => status !== 'counting')
  return (
    <Section title={t(group === 'counting' ? 'receiving.being-counted' : 'receiving.tab.posted')}>
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && shown.length === 0 ? <EmptyState>{t(group === 'counting' ? 'receiving.none-counting' : 'receiving.none-posted')}</EmptyState> : null}
      <ul className="rc-list">{shown.map((row) => <OneReceipt key={row.id} row={row} onOpen={onOpen} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
    </Section>
  )
}

function OneReceipt({ row, onOpen }: { row: ReceiptHead; onOpen: (id: string) => void }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const moments = useMoments()
  return (
    <li className="rc-card k-panel" aria-label={row.number}>
      <div className="k-row"><strong>{row.supplierName}</strong><span>{row.deliveryNote}</span><StatusTag tone={receiptTones[row.status]} text={t(`receiving.status.${row.status}`)} />{row.papersAt === null ? null : <StatusTag tone="done" text={t('receiving.papers')} />}</div>
      <p className="k-quiet-text">{row.number} · {row.orderNumber} · {row.postedAt === null ? t('receiving.begun-by', { name: row.begunByName, time: moments.full(row.begunAt) }) : t('receiving.posted-by', { name: row.postedByName ?? '', time: moments.full(row.postedAt) })}</p>
      <div className="k-row"><Button onPress={() => onOpen(row.id)}>{t(row.status === 'counting' ? 'receiving.count' : 'receiving.counted-lines')}</Button></div>
    </li>
  )
}

/** Orders of which something may stand at the door today. */
function ExpectedOrders({ onBegun }: { onBegun: (id: string) => void }) {
  const t = useTexts(receivingTexts.zh, receivingTexts.en)
  const sentence = useSentence()
  const moments = useMoments()
  const may = useMay()
  const { data, isPending, isError, error, refetch } = useReading(listExpected, {})
  const [begun, setBegun] = useState<Expected | null>(null)
  return (
    <Section title={t('receiving.expected')}>
      {isPending ? <LoadBar busy /> : null}
      {isError ? <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} /> : null}
      {data?.rows.length === 0 ? <EmptyState>{t('receiving.none-expected')}</EmptyState> : null}
      <ul className="rc-list">{(data?.rows ?? []).map((row) => (
        <li className="rc-card k-panel" key={row.id} aria-label={row.number}>
          <div className="k-row"><strong>{row.supplierName}</strong><span>{row.kind}</span>{row.late ? <StatusTag tone="danger" text={t('receiving.late')} /> : null}{row.word !== null ? <span>{t('receiving.carrier-says', { day: row.word.arrivesOn })}</span> : row.eta === null ? null : <span>{t('receiving.eta', { day: row.eta })}</span>}{row.word !== null && row.word.dueFen > 0 ? <span>{t('receiving.collects')} <Money fen={row.word.dueFen} strong /></span> : null}</div>
          <p className="k-quiet-text">{row.number} · {t('receiving.lines', { count: row.lines })}{row.word === null ? '' : ` · ${[row.word.words, row.word.personName, moments.full(row.word.at)].filter((word) => word !== '').join(' ')}`}</p>
          {may(receivingPermissions.count) ? <div className="k-row"><Button kind="primary" onPress={() => setBegun(row)}>{t('receiving.begin')}</Button></div> : null}
        </li>
      ))}</ul>
      {begun === null ? null : <BeginDialog order={begun} drivers={data?.drivers ?? []} onBegun={onBegun} onClose={() => setBegun(null)} />}
    </Section>
  )
}
