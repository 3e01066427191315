import { ClipboardList } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { repairOrderPermissions } from '../permissions.ts'
import { repairOrderTexts } from './texts.ts'

export { registerOrderSections } from './order-sections.ts'

export const repairOrderScreens: readonly Screen[] = [
  {
    id: 'workbench', path: '/repair-orders/{-$orderId}', group: 'front', place: 10, icon: ClipboardList, needs: repairOrderPermissions.see, page: onDemand(() => import('./workbench-page.tsx'), 'WorkbenchPage'),
    title: { 'zh-CN': repairOrderTexts.zh['repair-orders.workbench'], en: repairOrderTexts.en['repair-orders.workbench'] },
  },
]
