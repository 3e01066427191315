import { ShoppingCart } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { purchasingPermissions } from '../permissions.ts'
import { purchasingTexts } from './texts.ts'

const { zh, en } = purchasingTexts

export const purchasingScreens: readonly Screen[] = [
  { id: 'purchase-requests', path: '/purchase-requests', group: 'parts', place: 15, icon: ShoppingCart, needs: purchasingPermissions.see, page: onDemand(() => import('./requests-page.tsx'), 'RequestsPage'), title: { 'zh-CN': zh['purchasing.requests'], en: en['purchasing.requests'] } },
]
