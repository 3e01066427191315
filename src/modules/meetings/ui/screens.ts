import { UsersRound } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { meetingPermissions } from '../permissions.ts'
import { meetingTexts } from './texts.ts'

export const meetingScreens: readonly Screen[] = [
  { id: 'meetings', path: '/meetings/{-$meetingId}', group: 'team', place: 20, icon: UsersRound, needs: meetingPermissions.see, page: onDemand(() => import('./meetings-page.tsx'), 'MeetingsPage'), title: { 'zh-CN': meetingTexts.zh['meetings.title'], en: meetingTexts.en['meetings.title'] } },
]
