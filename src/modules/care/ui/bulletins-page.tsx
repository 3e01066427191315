import { useState } from 'react'
import { useDeed, usePages, useReading } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { webEn, webZh } from '../../../platform/web/texts.ts'
import { Button } from '../../../ui-kit/button.tsx'
import { ChoiceField } from '../../../ui-kit/choice-fields.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadBar, LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { PageFrame } from '../../../ui-kit/page-frame.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { draftBulletin, issueBulletin, listBulletins, readBulletin, type BulletinRow } from '../contract.ts'
import { bulletinKinds, questionsOf, type BulletinKind } from '../domain/bulletin.ts'
import { carePermissions } from '../permissions.ts'
import { careTexts } from './texts.ts'
import './care.css'

/** What customers said, told to everybody: composed from the calls and complaints since the last one, with who has read it. */
export function BulletinsPage() {
  const t = useTexts(careTexts.zh, careTexts.en)
  const w = useTexts(webZh, webEn)
  const may = useMay()
  const [issuing, setIssuing] = useState(false)
  const { rows, state, more } = usePages(listBulletins, { limit: 20 })
  return (
    <PageFrame title={t('care.bulletins')} actions={may(carePermissions.issue) ? <Button kind="primary" onPress={() => setIssuing(true)}>{t('care.issue')}</Button> : null}>
      <div className="k-stack">
        <LoadBar busy={state === 'loading'} />
        <LoadError state={state} />
        {state === 'ready' && rows.length === 0 ? <EmptyState>{t('care.no-bulletins')}</EmptyState> : null}
        <ul className="care-list">{rows.map((row) => <OneBulletin key={row.id} row={row} />)}</ul>
        {more === null ? null : <Button onPress={more}>{w('web.more', { count: 20 })}</Button>}
      </div>
      {issuing ? <IssueDialog onClose={() => setIssuing(false)} /> : null}
    </PageFrame>
  )
}

function OneBulletin({ row }: { row: BulletinRow }) {
  const t = useTexts(careTexts.zh, careTexts.en)
  const moments = useMoments()
  const toast = useToast()
  const deed = useDeed(readBulletin, () => toast({ text: t('care.read-recorded') }))
  return (
    <li className="care-card k-panel" aria-label={row.number}>
      <div className="care-head"><StatusTag tone="info" text={t(`care.bulletin.${row.kind}`)} /><strong>{row.number}</strong><span className="k-quiet-text">{row.issuedByName} · {moments.full(row.issuedAt)}</span></div>
      <p className="care-words">{row.words}</p>
      <Figures kind={row.kind} fromAt={row.fromAt} figures={row.figures} />
      <p className="k-quiet-text">{row.readers.length === 0 ? t('care.read-by-nobody') : t('care.read-by', { count: row.readers.length, names: t.list(row.readers) })}</p>
      {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
      {row.mine ? null : <div className="care-deed"><Button kind="primary" busy={deed.busy} onPress={() => deed.run({ params: { bulletinId: row.id }, body: {} })}>{t('care.read')}</Button></div>}
    </li>
  )
}

function Figures({ kind, fromAt, figures }: { kind: BulletinKind; fromAt: string; figures: BulletinRow['figures'] }) {
  const t = useTexts(careTexts.zh, careTexts.en)
  const moments = useMoments()
  const { calls, satisfied, scores, opened, answered, overdue, complaints } = figures
  return (
    <>
      <p className="care-facts">
        <span className="k-quiet-text">{t('care.bulletin-from', { time: moments.full(fromAt) })}</span><span>{t('care.bulletin-calls', { calls, satisfied })}</span>
        {questionsOf[kind].map((question) => { const score = scores[question]; return score === undefined ? null : <span key={question}>{t(`care.question.${question}`)} {(score / 10).toFixed(1)}</span> })}
        <span>{t('care.bulletin-complaints', { opened, answered })}</span>{overdue === 0 ? null : <strong>{t('care.bulletin-overdue', { count: overdue })}</strong>}
      </p>
      {complaints.length === 0 ? null : <ul className="care-said">{complaints.map(({ number, plate, kind: about, words }) => <li key={number}><Plate text={showPlate(plate)} /> <span className="k-quiet-text">{t(`care.kind.${about}`)}</span> {words}</li>)}</ul>}
    </>
  )
}

function IssueDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(careTexts.zh, careTexts.en)
  const toast = useToast()
  const [kind, setKind] = useState<BulletinKind>('service')
  const [words, setWords] = useState('')
  const draft = useReading(draftBulletin, { query: { kind } })
  const deed = useDeed(issueBulletin, ({ number }) => { onClose(); toast({ text: t('care.issued', { number }) }) })
  const whyNot = words.trim() === '' ? t('care.bulletin-words-missing') : null
  return (
    <Dialog title={t('care.issue')} onClose={onClose} onSubmit={() => { if (whyNot === null) deed.run({ body: { kind, words } }) }} footer={<Button kind="primary" submit busy={deed.busy} whyNot={whyNot}>{t('care.issue')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <ChoiceField label={t('care.bulletin-kind')} value={kind} onChange={setKind} wide choices={bulletinKinds.map((value) => ({ value, text: t(`care.bulletin.${value}`) }))} />
        {draft.data === undefined ? <LoadBar busy /> : <Figures kind={kind} fromAt={draft.data.fromAt} figures={draft.data.figures} />}
        <TextAreaField label={t('care.bulletin-words')} name="bulletin-words" value={words} onChange={setWords} required maxLength={1_000} />
      </div>
    </Dialog>
  )
}
