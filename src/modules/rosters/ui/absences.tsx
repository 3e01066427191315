import { UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { useToday } from '../../../platform/web/use-today.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { CheckField } from '../../../ui-kit/choice-fields.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { StatusTag, type Tone } from '../../../ui-kit/tag.tsx'
import { listAbsences, seeWeek, type AbsenceRow, type ListedAbsence } from '../contract.ts'
import { mondayOf } from '../domain/roster.ts'
import { rosterPermissions } from '../permissions.ts'
import { AbsenceDialog, DutyNames, type Somebody } from './absence-dialog.tsx'
import { DeputyDialog, EndDialog } from './end-dialog.tsx'
import { rosterTexts } from './texts.ts'
import { useDayWords } from './work-words.ts'

export const absenceTones: Readonly<Record<AbsenceRow['status'], Tone>> = { planned: 'info', running: 'warn', over: 'done', cancelled: 'neutral' }

/** Who is away, who stands in, and what was said about it. */
export function Absences() {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const w = useTexts(webZh, webEn)
  const today = useToday()
  const mayPlan = useMay()(rosterPermissions.plan)
  const [all, setAll] = useState(false)
  const [recording, setRecording] = useState(false)
  const { rows, state, more } = usePages(listAbsences, { group: all ? 'all' : 'now', limit: 40 })
  const people = useReading(seeWeek, { query: { from: mondayOf(today) } }, { enabled: mayPlan }).data?.people ?? []
  return (
    <div className="roster">
      <div className="roster-head">
        <CheckField label={t('rosters.show-all')} checked={all} onChange={setAll} />
        {mayPlan ? <div className="k-actions"><Button kind="primary" icon={UserRoundX} onPress={() => setRecording(true)}>{t('rosters.record-absence')}</Button></div> : null}
      </div>
      <LoadBar busy={state === 'loading'} />
      <LoadError state={state} />
      {state === 'ready' && rows.length === 0 ? <EmptyState>{t('rosters.none-absent')}</EmptyState> : null}
      <ul className="roster-cards">{rows.map((row) => <OneAbsence key={row.id} row={row} people={people} />)}</ul>
      {more === null ? null : <Button onPress={more}>{w('web.more', { count: 40 })}</Button>}
      {recording ? <AbsenceDialog people={people} day={today} onClose={() => setRecording(false)} /> : null}
    </div>
  )
}

function OneAbsence({ row, people }: { row: ListedAbsence; people: readonly Somebody[] }) {
  const t = useTexts(rosterTexts.zh, rosterTexts.en)
  const words = useDayWords()
  const moments = useMoments()
  const mayPlan = useMay()(rosterPermissions.plan)
  const [open, setOpen] = useState<'end' | 'deputy' | null>(null)
  const close = () => setOpen(null)
  return (
    <li className="roster-card k-panel" aria-label={row.personName}>
      <div className="roster-facts">
        <strong>{row.personName}</strong><StatusTag tone={absenceTones[row.status]} text={t(`rosters.status.${row.status}`)} /><span>{t(`rosters.kind.${row.kind}`)}</span><span>{t('rosters.span', { from: words(row.from), until: words(row.until) })}</span>
        {mayPlan && (row.status === 'planned' || row.status === 'running') ? (
          <div className="k-actions"><Button kind="quiet" onPress={() => setOpen('deputy')}>{t('rosters.change-deputy')}</Button><Button onPress={() => setOpen('end')}>{t('rosters.end')}</Button></div>
        ) : null}
      </div>
      <p className="roster-facts"><span>{row.deputyName === '' ? t('rosters.no-deputy') : t('rosters.deputy-is', { name: row.deputyName })}</span>{row.reason === '' ? null : <span className="k-quiet-text">{row.reason}</span>}</p>
      {row.beyond.length === 0 ? null : <Notice tone="warn" title={t('rosters.beyond-said', { name: row.deputyName, count: row.beyond.length })}><DutyNames duties={row.beyond} /></Notice>}
      <ul className="roster-history" aria-label={t('rosters.history')}>
        {row.changes.map((change) => (
          <li key={`${change.at} ${change.change}`}>{moments.full(change.at)} {change.personName} {t(`rosters.change.${change.change}`, { until: words(change.until), deputy: change.deputyName === '' ? t('rosters.no-deputy') : change.deputyName })}{change.change === 'recorded' || change.reason === '' ? '' : ` · ${change.reason}`}</li>
        ))}
      </ul>
      {open === 'end' ? <EndDialog row={row} onClose={close} /> : null}
      {open === 'deputy' ? <DeputyDialog row={row} people={people} onClose={close} /> : null}
    </li>
  )
}
