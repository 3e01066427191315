import { CalendarRange } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { rosterPermissions } from '../permissions.ts'
import { rosterTexts } from './texts.ts'

const { zh, en } = rosterTexts

export const rosterScreens: readonly Screen[] = [
  { id: 'rosters', path: '/rosters', group: 'team', place: 10, icon: CalendarRange, needs: rosterPermissions.see, page: onDemand(() => import('./rosters-page.tsx'), 'RostersPage'), title: { 'zh-CN': zh['rosters.title'], en: en['rosters.title'] } },
]
