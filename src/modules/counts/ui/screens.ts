import { ClipboardCheck, ClipboardList } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { countPermissions } from '../permissions.ts'
import { countTexts } from './texts.ts'

const { zh, en } = countTexts

export const countScreens: readonly Screen[] = [
  { id: 'counts', path: '/counts/{-$countId}', group: 'parts', place: 13, icon: ClipboardCheck, needs: countPermissions.see, page: onDemand(() => import('./counts-page.tsx'), 'CountsPage'), title: { 'zh-CN': zh['counts.title'], en: en['counts.title'] } },
  { id: 'counting', path: '/counting/{-$countId}', group: 'parts', place: 14, icon: ClipboardList, needs: countPermissions.count, page: onDemand(() => import('./counting-page.tsx'), 'CountingPage'), title: { 'zh-CN': zh['counts.counting-title'], en: en['counts.counting-title'] } },
]
