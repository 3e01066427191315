import { Bell, Megaphone } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { noticePermissions } from '../permissions.ts'
import { noticeTexts } from './texts.ts'

const { zh, en } = noticeTexts

export const noticeScreens: readonly Screen[] = [
  { id: 'notices', path: '/notices', group: 'team', place: 21, icon: Bell, needs: noticePermissions.see, page: onDemand(() => import('./notices-page.tsx'), 'NoticesPage'), title: { 'zh-CN': zh['notices.title'], en: en['notices.title'] } },
  { id: 'notice-channels', path: '/notice-channels', group: 'manage', place: 92, icon: Megaphone, needs: noticePermissions.manage, page: onDemand(() => import('./channels-page.tsx'), 'ChannelsPage'), title: { 'zh-CN': zh['notices.channels'], en: en['notices.channels'] } },
]
