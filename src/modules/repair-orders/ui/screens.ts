import { ClipboardList } from 'lucide-react'
import type { Screen } from '../../../platform/web/screens.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { repairOrderTexts } from './texts.ts'
import { WorkbenchPage } from './workbench-page.tsx'

export const repairOrderScreens: readonly Screen[] = [
  {
    id: 'workbench', path: '/repair-orders/{-$orderId}', group: 'front', place: 10, icon: ClipboardList, needs: repairOrderPermissions.see, page: WorkbenchPage,
    title: { 'zh-CN': repairOrderTexts.zh['repair-orders.workbench'], en: repairOrderTexts.en['repair-orders.workbench'] },
  },
]
