import { useNavigate, useParams } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Section } from '../../../ui-kit/section.tsx'
import { Tabs } from '../../../ui-kit/tabs.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { TextField } from '../../../ui-kit/text-fields.tsx'
import { usePositions } from '../../organisation/ui/public.tsx'
import { dueMeetings, listMeetings, meetingGroups, type MeetingGroup, type MeetingHead } from '../contract.ts'
import { meetingPermissions } from '../permissions.ts'
import { CallDialog } from './call-dialog.tsx'
import { Kinds } from './kinds.tsx'
import { MeetingFacts } from './meeting-facts.tsx'
import { MeetingSheet } from './meeting-sheet.tsx'
import { meetingTexts } from './texts.ts'
import { meetingTones } from './tones.ts'
import './meetings.css'

type TabId = MeetingGroup | 'kinds'

/** Meetings from the call to who has read the minutes. */
export function MeetingsPage() {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const may = useMay()
  const { meetingId } = useParams({ strict: false })
  const navigate = useNavigate()
  const [tab, setTab] = useState<TabId>('open')
  const [calling, setCalling] = useState<string | true | null>(null)
  const open = (id: string | null) => { void navigate({ to: id === null ? '/meetings' : `/meetings/${id}` }) }
  if (meetingId !== undefined) return <PageFrame title={t('meetings.title')} actions={<Button onPress={() => open(null)}>{t('meetings.back')}</Button>}><MeetingSheet meetingId={meetingId} key={meetingId} /></PageFrame>
  const tabs: readonly TabId[] = may(meetingPermissions.keepKinds) ? [...meetingGroups, 'kinds'] : meetingGroups
  return (
    <PageFrame title={t('meetings.title')} actions={may(meetingPermissions.run) ? <Button kind="primary" onPress={() => setCalling(true)}>{t('meetings.call')}</Button> : null}>
      <Tabs label={t('meetings.group')} current={tab} onChange={(id) => setTab(tabs.find((known) => known === id) ?? 'open')} tabs={tabs.map((id) => ({ id, text: id === 'kinds' ? t('meetings.kinds') : t(`meetings.group.${id}`) }))}>
        {tab === 'kinds' ? <Kinds /> : <div className="k-stack">{tab === 'open' ? <Due onCall={setCalling} /> : null}<MeetingList group={tab} key={tab} onOpen={open} /></div>}
      </Tabs>
      {calling === null ? null : <CallDialog kind={calling === true ? null : calling} onCalled={open} onClose={() => setCalling(null)} />}
    </PageFrame>
  )
}

/** By the calendar it is time for these. */
function Due({ onCall }: { onCall: (kind: string) => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const english = useLanguage() === 'en'
  const may = useMay()
  const { nameOf } = usePositions()
  const due = (useReading(dueMeetings, {}).data?.rows ?? []).filter(({ mayCall }) => mayCall)
  if (due.length === 0 || !may(meetingPermissions.run)) return null
  return (
    <Section title={t('meetings.due-today')}>
      <ul className="mt-list">{due.map(({ code, nameZh, nameEn, convenor }) => (
        <li key={code} className="mt-card k-panel" data-kind={code}>
          <span className="mt-name">{english ? nameEn : nameZh}</span><span className="k-quiet-text">{t('meetings.convened-by', { position: nameOf(convenor) })}</span>
          <div className="mt-deed"><Button onPress={() => onCall(code)}>{t('meetings.call-it')}</Button></div>
        </li>
      ))}</ul>
    </Section>
  )
}

function MeetingList({ group, onOpen }: { group: MeetingGroup; onOpen: (id: string) => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const w = useTexts(webZh, webEn)
  const [find, setFind] = useState('')
  const { rows, state, more } = usePages(listMeetings, { group, find: useDeferredValue(find.trim()), limit: 40 })
  return (
    <>
      <TextField label={t('meetings.find')} hideLabel type="search" name="find" value={find} onChange={setFind} placeholder={t('meetings.find')} maxLength={40} />
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t(find.trim() === '' ? `meetings.none.${group}` : 'meetings.none-found')}</EmptyState> : null}
      <ul className="mt-list">{rows.map((row) => <OneMeeting key={row.id} row={row} onOpen={onOpen} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
    </>
  )
}

function OneMeeting({ row, onOpen }: { row: MeetingHead; onOpen: (id: string) => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const english = useLanguage() === 'en'
  return (
    <li className="mt-card k-panel" aria-label={row.number}>
      <div className="mt-head"><span className="mt-name">{english ? row.nameEn : row.nameZh}</span><StatusTag tone={meetingTones[row.status]} text={t(`meetings.status.${row.status}`)} /></div>
      <MeetingFacts row={row} />
      <div className="mt-deed"><Button onPress={() => onOpen(row.id)}>{t('meetings.open')}</Button></div>
    </li>
  )
}
