import { ScanBarcode } from 'lucide-react'
import type { Screen } from '../../../platform/web/screens.ts'
import { pickingPermissions } from '../permissions.ts'
import { PickingPage } from './picking-page.tsx'
import { pickingTexts } from './texts.ts'

export const pickingScreens: readonly Screen[] = [
  {
    id: 'picking', path: '/picking/{-$orderId}', group: 'parts', place: 10, icon: ScanBarcode, needs: pickingPermissions.see, page: PickingPage,
    title: { 'zh-CN': pickingTexts.zh['picking.title'], en: pickingTexts.en['picking.title'] },
  },
]
