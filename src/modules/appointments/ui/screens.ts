import { CalendarClock } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { appointmentPermissions } from '../permissions.ts'
import { appointmentTexts } from './texts.ts'

const { zh, en } = appointmentTexts

export const appointmentScreens: readonly Screen[] = [
  { id: 'appointments', path: '/appointments', group: 'front', place: 8, icon: CalendarClock, needs: appointmentPermissions.see, page: onDemand(() => import('./board-page.tsx'), 'BoardPage'), title: { 'zh-CN': zh['appointments.board'], en: en['appointments.board'] } },
]
