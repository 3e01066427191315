import { Newspaper, PhoneCall } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { carePermissions } from '../permissions.ts'
import { careTexts } from './texts.ts'

const { zh, en } = careTexts

export const careScreens: readonly Screen[] = [
  { id: 'follow-ups', path: '/follow-ups', group: 'customers', place: 10, icon: PhoneCall, needs: carePermissions.see, page: onDemand(() => import('./care-page.tsx'), 'CarePage'), title: { 'zh-CN': zh['care.title'], en: en['care.title'] } },
  { id: 'bulletins', path: '/bulletins', group: 'customers', place: 40, icon: Newspaper, needs: carePermissions.readBulletins, page: onDemand(() => import('./bulletins-page.tsx'), 'BulletinsPage'), title: { 'zh-CN': zh['care.bulletins'], en: en['care.bulletins'] } },
]
