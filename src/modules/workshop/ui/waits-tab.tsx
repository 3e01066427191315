import { useState } from 'react'
import { useDeed, useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { Button } from '../../../ui-kit/button.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { EmptyState } from '../../../ui-kit/empty-state.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { Skeleton } from '../../../ui-kit/skeleton.tsx'
import { Plate, StatusTag } from '../../../ui-kit/tag.tsx'
import { TextAreaField } from '../../../ui-kit/text-fields.tsx'
import { useToast } from '../../../ui-kit/toast.tsx'
import { showPlate } from '../../vehicles/domain/plate.ts'
import { explainWait, listWaits, type WaitView } from '../contract.ts'
import { workshopPermissions } from '../permissions.ts'
import { useJobName } from './job-words.ts'
import { Promised } from './promise.tsx'
import { workshopTexts } from './texts.ts'

/** Cars whose work stands: the longest wait first, with who must get it moving. */
export function WaitsTab() {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const sentence = useSentence()
  const waits = useReading(listWaits, {})
  if (waits.isError) return <LoadError state={{ error: sentence(waits.error), onRetry: () => { void waits.refetch() } }} />
  if (waits.data === undefined) return <Skeleton kind="list" lines={6} />
  const { rows } = waits.data
  if (rows.length === 0) return <EmptyState>{t('workshop.waits-none')}</EmptyState>
  const owed = rows.filter(({ owesReason }) => owesReason).length
  return (
    <div className="bays">
      {owed === 0 ? null : <Notice tone="danger">{t('workshop.waits-owed', { count: owed })}</Notice>}
      <ul className="bay-list">{rows.map((wait) => <WaitCard key={wait.jobId} wait={wait} />)}</ul>
    </div>
  )
}

function WaitCard({ wait }: { wait: WaitView }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const moments = useMoments()
  const nameOf = useJobName()
  const may = useMay()(workshopPermissions.explainWait)
  const [writing, setWriting] = useState(false)
  const days = Math.floor(wait.hours / 24)
  return (
    <li className="k-panel bay-card wait-card">
      <div className="k-row">
        <Plate text={showPlate(wait.plate)} />
        <StatusTag tone="warn" text={t(`workshop.pause.${wait.reason}`)} />
        {wait.partsHere ? <StatusTag tone="active" text={t('workshop.parts-here')} /> : null}
        {wait.owesReason ? <StatusTag tone="danger" text={t('workshop.wait-owed')} /> : null}
      </div>
      <span>{nameOf(wait)}{wait.bay === '' ? '' : ` · ${wait.bay}`}</span>
      <span className="k-quiet-text">{t('workshop.wait-since', { time: moments.full(wait.since), age: days === 0 ? t('workshop.hours-only', { hours: wait.hours }) : t('workshop.days-hours', { days, hours: wait.hours % 24 }) })}</span>
      <span>{t(`workshop.wait-owner.${wait.owner}`)} {wait.ownerName} · <Promised promisedAt={wait.promisedAt} /></span>
      {wait.note === null ? null : <p className="wait-note">{wait.note.words} <span className="k-quiet-text">{wait.note.personName} {moments.full(wait.note.at)}</span></p>}
      {may ? <div className="k-row"><Button size="desk" kind={wait.owesReason ? 'primary' : 'plain'} onPress={() => setWriting(true)}>{t('workshop.wait-explain')}</Button></div> : null}
      {writing ? <ExplainDialog wait={wait} onClose={() => setWriting(false)} /> : null}
    </li>
  )
}

function ExplainDialog({ wait, onClose }: { wait: WaitView; onClose: () => void }) {
  const t = useTexts(workshopTexts.zh, workshopTexts.en)
  const toast = useToast()
  const [words, setWords] = useState('')
  const deed = useDeed(explainWait, () => { onClose(); toast({ text: t('workshop.wait-explained', { plate: showPlate(wait.plate) }) }) })
  return (
    <Dialog title={`${t('workshop.wait-explain')} ${showPlate(wait.plate)}`} size="small" onClose={onClose} onSubmit={() => { if (words.trim() !== '') deed.run({ params: { jobId: wait.jobId }, body: { words } }) }}
      footer={<Button kind="primary" submit busy={deed.busy} whyNot={words.trim() === '' ? t('workshop.wait-words-missing') : null}>{t('workshop.wait-save')}</Button>}>
      <div className="k-stack">
        {deed.error === null ? null : <Notice tone="danger">{deed.error}</Notice>}
        <TextAreaField label={t('workshop.wait-words')} name="words" value={words} onChange={setWords} maxLength={300} required />
      </div>
    </Dialog>
  )
}
