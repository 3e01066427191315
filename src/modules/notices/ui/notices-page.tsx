import { useNavigate } from '@tanstack/react-router'
import { CheckCheck } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useDeed, usePages } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { SelectField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { listNotices, readAll, readNotice, type NoticeRow } from '../contract.ts'
import { noticeKinds, type NoticeKind } from '../domain/kinds.ts'
import { OwnSettings } from './own-settings.tsx'
import { noticeTexts } from './texts.ts'
import './notices.css'

const tones: Readonly<Record<NoticeKind, Tone>> = {
  'duty-late': 'danger', 'duty-climbed': 'danger', 'approval-waits': 'info', 'promise-at-risk': 'warn', 'promise-passed': 'danger', 'complaint-runs': 'warn', 'shortage-arrived': 'active', 'source-lost': 'warn', 'arrival-reversed': 'warn', 'checklist-signed': 'neutral', 'day-digest': 'neutral', 'week-page': 'neutral',
  'transfer-asked': 'info', 'transfer-refused': 'warn', 'transfer-shipped': 'active', 'transfer-differs': 'danger', 'order-days-announced': 'info', 'task-given': 'info', 'approval-refused': 'warn',
}
const tabs = ['unread', 'all', 'own'] as const
type Tab = (typeof tabs)[number]

/** What concerns me; a click opens the record. */
export function NoticesPage() {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const [tab, setTab] = useState<Tab>('unread')
  return (
    <PageFrame title={t('notices.title')} tabs={{ label: t('notices.title'), tabs: tabs.map((id) => ({ id, text: t(`notices.tab.${id}`) })), current: tab, onChange: (id) => setTab(tabs.find((known) => known === id) ?? 'unread') }}>
      {tab === 'own' ? <OwnSettings /> : <NoticeList group={tab} />}
    </PageFrame>
  )
}

function NoticeList({ group }: { group: 'unread' | 'all' }) {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const w = useTexts(webZh, webEn)
  const toast = useToast()
  const [find, setFind] = useState('')
  const [kind, setKind] = useState<NoticeKind | ''>('')
  const { rows, state, more } = usePages(listNotices, { group, find: useDeferredValue(find.trim()), ...(kind === '' ? {} : { kind }), limit: 40 })
  const narrowed = find.trim() !== '' || kind !== ''
  const deed = useDeed(readAll, () => toast({ text: t('notices.all-read') }))
  const [newest] = rows
  return (
    <div className="k-stack">
      <div className="notice-find">
        <TextField label={t('notices.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('notices.find')} maxLength={40} />
        <SelectField label={t('notices.kind')} hideLabel name="kind" value={kind} onChange={setKind} choices={[{ value: '' as const, text: t('notices.kind.all') }, ...noticeKinds.map((value) => ({ value, text: t(`notices.kind.${value}`) }))]} />
      </div>
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {!narrowed && newest !== undefined && rows.some(({ readAt }) => readAt === null) ? <div><Button icon={CheckCheck} busy={deed.busy} onPress={() => deed.run({ body: { upTo: newest.id } })}>{t('notices.read-all')}</Button></div> : null}
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t(narrowed ? 'notices.none-found' : group === 'unread' ? 'notices.none-unread' : 'notices.none')}</EmptyState> : null}
      <ul className="notice-list">{rows.map((row) => <OneNotice key={row.id} row={row} />)}</ul>
      {more === null ? null : <div><Button onPress={more}>{w('web.more', { count: 40 })}</Button></div>}
    </div>
  )
}

function OneNotice({ row }: { row: NoticeRow }) {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const moments = useMoments()
  const navigate = useNavigate()
  const deed = useDeed(readNotice)
  const unread = row.readAt === null
  const mark = () => { if (unread) deed.run({ params: { noticeId: row.id }, body: {} }) }
  return (
    <li className="notice-card k-panel" data-kind={row.kind} data-unread={unread ? '' : undefined}>
      <div className="notice-head">
        <StatusTag tone={tones[row.kind]} text={t(`notices.kind.${row.kind}`)} />
        <span className="k-quiet-text">{moments.full(row.at)}</span>
        {unread ? <span className="notice-unread">{t('notices.unread-mark')}</span> : null}
      </div>
      <p className="notice-words">{t(`notices.say.${row.kind}`, row.facts)}{row.others === 0 ? null : <strong> {t('notices.others', { count: row.others })}</strong>}</p>
      <div className="notice-deed">
        {unread ? <Button kind="quiet" busy={deed.busy} onPress={mark}>{t('notices.mark-read')}</Button> : null}
        <Button onPress={() => { mark(); void navigate({ to: row.path }) }}>{t('notices.open')}</Button>
      </div>
    </li>
  )
}
