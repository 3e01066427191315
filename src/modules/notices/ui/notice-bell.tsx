import { useNavigate } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { useReading } from '../../../platform/web/deeds.tsx'
import { useTexts } from '../../../platform/web/language.tsx'
import { useMay } from '../../../platform/web/session.tsx'
import { IconButton } from '../../../ui-kit/button.tsx'
import { seeUnread } from '../contract.ts'
import { noticePermissions } from '../permissions.ts'
import { noticeTexts } from './texts.ts'

/** On every page: how many own notices are unread. The news of the store make it new at once. */
export function NoticeBell() {
  const t = useTexts(noticeTexts.zh, noticeTexts.en)
  const navigate = useNavigate()
  const may = useMay()(noticePermissions.see)
  const { data } = useReading(seeUnread, {}, { enabled: may })
  if (!may) return null
  return <IconButton aria-label={t('notices.title')} icon={Bell} count={data?.count ?? 0} onPress={() => { void navigate({ to: '/notices' }) }} />
}
