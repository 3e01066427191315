import { Clock8 } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { attendancePermissions } from '../permissions.ts'
import { attendanceTexts } from './texts.ts'

const { zh, en } = attendanceTexts

export const attendanceScreens: readonly Screen[] = [
  { id: 'attendance', path: '/attendance', group: 'team', place: 11, icon: Clock8, needs: attendancePermissions.clock, page: onDemand(() => import('./attendance-page.tsx'), 'AttendancePage'), title: { 'zh-CN': zh['attendance.title'], en: en['attendance.title'] } },
]
