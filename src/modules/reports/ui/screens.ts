import { ChartColumn } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { reportPermissions } from '../permissions.ts'
import { reportTexts } from './texts.ts'

const { zh, en } = reportTexts

export const reportScreens: readonly Screen[] = [
  { id: 'reports', path: '/reports/{-$tab}', group: 'manage', place: 34, icon: ChartColumn, needs: reportPermissions.see, page: onDemand(() => import('./reports-page.tsx'), 'ReportsPage'), title: { 'zh-CN': zh['reports.title'], en: en['reports.title'] } },
]
