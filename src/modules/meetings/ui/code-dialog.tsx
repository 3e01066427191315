import { useReading, useSentence } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Dialog } from '../../../ui-kit/dialog.tsx'
import { LoadBar } from '../../../ui-kit/load-state.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { seeCode } from '../contract.ts'
import { meetingTexts } from './texts.ts'

/** On the convenor's screen, for everybody in the room. */
export function CodeDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const t = useTexts(meetingTexts.zh, meetingTexts.en)
  const sentence = useSentence()
  const shown = useReading(seeCode, { params: { meetingId }, query: { origin: window.location.origin } })
  return (
    <Dialog title={t('meetings.show-code')} size="small" onClose={onClose}>
      {shown.isError ? <Notice tone="danger">{sentence(shown.error)}</Notice> : null}
      {shown.data === undefined ? <LoadBar busy={shown.isPending} /> : (
        <div className="mt-code"><img src={shown.data.picture} alt={t('meetings.code')} width={240} height={240} /><strong translate="no">{shown.data.code}</strong><p className="k-quiet-text">{t('meetings.code-hint')}</p></div>
      )}
    </Dialog>
  )
}
