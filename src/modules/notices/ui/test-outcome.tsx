import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { Notice } from '../../../ui-kit/notice.tsx'
import { seeMessage } from '../contract.ts'
import { noticeTexts } from './texts.ts'

const againAfter = 1_000

/** What became of a test message; asked until it is known. */
export function TestOutcome({ messageId }: { messageId: string }) {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const { data } = useReading(seeMessage, { params: { messageId } }, { refetchInterval: againAfter })
  if (data?.status === 'sent') return <Notice tone="active">{t('notices.test-sent')}</Notice>
  if (data?.status === 'dead') return <Notice tone="danger">{t('notices.test-failed', { error: data.lastError })}</Notice>
  return <Notice tone="info">{t('notices.test-waits')}</Notice>
}
