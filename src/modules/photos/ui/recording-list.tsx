import { fileAddress } from '../../../platform/web/api.ts'
import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import { useOnline, useOutbox } from '../../../platform/web/outbox.ts'
import { useMay } from '../../../platform/web/session.tsx'
import { LoadError } from '../../../ui-kit/load-state.tsx'
import { StatusTag } from '../../../ui-kit/tag.tsx'
import { listRecordings, playRecording } from '../contract.ts'
import type { Subject } from '../domain/photo.ts'
import { photoPermissions } from '../permissions.ts'
import { photoTexts } from './texts.ts'
import { aboutRecording } from './use-keep-recordings.ts'
import './photos.css'

/** What was told about one thing (`detail`), to be played; those that wait on this device are named. */
export function RecordingList({ subject, subjectId, detail }: { subject: Subject; subjectId: string; detail: string }) {
  const t = useTexts(photoTexts.zh, photoTexts.en)
  const sentence = useSentence()
  const moments = useMoments()
  const may = useMay()(photoPermissions.see)
  const { data, isError, error, refetch } = useReading(listRecordings, { query: { subject, subjectId } }, { enabled: may })
  const rows = (data?.rows ?? []).filter((row) => row.detail === detail)
  const waiting = useOutbox().filter(({ about }) => about === aboutRecording({ subjectId, detail }))
  if (useOnline() && isError && data === undefined) return <LoadError state={{ error: sentence(error), onRetry: () => { void refetch() } }} />
  if (rows.length + waiting.length === 0) return null
  return (
    <ul className="recordings">
      {rows.map(({ id, personName, recordedAt, seconds }) => {
        const title = t('photos.recording-title', { person: personName, time: moments.full(recordedAt), seconds })
        return <li key={id}><span className="k-quiet-text">{title}</span><audio controls preload="none" src={fileAddress(playRecording, { params: { recordingId: id } })} aria-label={title} /></li>
      })}
      {waiting.map(({ id, title }) => <li key={id}><span>{title}</span><StatusTag tone="warn" text={t('photos.waits')} /></li>)}
    </ul>
  )
}
