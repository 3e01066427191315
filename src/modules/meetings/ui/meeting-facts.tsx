import { useMoments, useTexts } from '../../../platform/web/language.tsx'
import type { MeetingHead } from '../contract.ts'
import { meetingTexts } from './texts.ts'

/** When, where, by whom, who came and who has read. */
export function MeetingFacts({ row }: { row: MeetingHead }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const moments = useMoments()
  return (
    <p className="mt-facts">
      <span>{moments.full(row.at)}</span>{row.placeName === '' ? null : <span>{row.placeName}</span>}<span className="k-quiet-text">{t('meetings.by', { name: row.convenorName })}</span>
      <span>{t('meetings.attendance-count', { present: row.present - row.guests, called: row.called })}</span>{row.guests === 0 ? null : <span>{t('meetings.guests-count', { count: row.guests })}</span>}{row.status === 'issued' ? <span>{t('meetings.read-count', { read: row.read, readers: row.readers })}</span> : null}
      {row.issuedAt === null ? null : <span className="k-quiet-text">{t('meetings.issued-by', { name: row.issuedByName ?? '', time: moments.full(row.issuedAt) })}</span>}
      {row.cancelReason === null ? null : <span>{t('meetings.cancelled-why', { reason: row.cancelReason })}</span>}<span className="k-quiet-text">{row.number}</span>
    </p>
  )
}
