import { PackageCheck } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { receivingPermissions } from '../permissions.ts'
import { receivingTexts } from './texts.ts'

export const receivingScreens: readonly Screen[] = [
  {
    id: 'receiving', path: '/receiving/{-$receiptId}', group: 'parts', place: 19, icon: PackageCheck, needs: receivingPermissions.see, page: onDemand(() => import('./receiving-page.tsx'), 'ReceivingPage'),
    title: { 'zh-CN': receivingTexts.zh['receiving.title'], en: receivingTexts.en['receiving.title'] },
  },
]
