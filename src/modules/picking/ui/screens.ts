import { ScanBarcode } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { pickingPermissions } from '../permissions.ts'
import { pickingTexts } from './texts.ts'

export const pickingScreens: readonly Screen[] = [
  {
    id: 'picking', path: '/picking/{-$orderId}', group: 'parts', place: 10, icon: ScanBarcode, needs: pickingPermissions.see, standing: pickingPermissions.issue, page: onDemand(() => import('./picking-page.tsx'), 'PickingPage'),
    title: { 'zh-CN': pickingTexts.zh['picking.title'], en: pickingTexts.en['picking.title'] },
  },
]
