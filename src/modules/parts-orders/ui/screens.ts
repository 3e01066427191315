import { CalendarDays, ClipboardList, PackageSearch, Truck } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { partsOrderPermissions as may } from '../permissions.ts'
import { partsOrderTexts } from './texts.ts'

const { zh, en } = partsOrderTexts

export const partsOrderScreens: readonly Screen[] = [
  { id: 'parts-promises', path: '/parts-promises', group: 'parts', place: 16, icon: ClipboardList, needs: may.see, page: onDemand(() => import('./promises-page.tsx'), 'PromisesPage'), title: { 'zh-CN': zh['parts-orders.promises'], en: en['parts-orders.promises'] } },
  { id: 'parts-orders', path: '/parts-orders/{-$orderId}', group: 'parts', place: 17, icon: Truck, needs: may.see, page: onDemand(() => import('./orders-page.tsx'), 'OrdersPage'), title: { 'zh-CN': zh['parts-orders.orders'], en: en['parts-orders.orders'] } },
  { id: 'parts-reorder', path: '/parts-reorder', group: 'parts', place: 18, icon: PackageSearch, needs: may.draft, page: onDemand(() => import('./reorder-page.tsx'), 'ReorderPage'), title: { 'zh-CN': zh['parts-orders.reorder'], en: en['parts-orders.reorder'] } },
  { id: 'order-calendar', path: '/order-calendar', group: 'parts', place: 22, icon: CalendarDays, needs: may.see, page: onDemand(() => import('./calendar-page.tsx'), 'CalendarPage'), title: { 'zh-CN': zh['parts-orders.calendar'], en: en['parts-orders.calendar'] } },
]
