import { ListChecks, Percent } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { pricePermissions } from '../permissions.ts'
import { priceTexts } from './texts.ts'

const { zh, en } = priceTexts

export const priceScreens: readonly Screen[] = [
  { id: 'price-lists', path: '/price-lists/{-$listId}', group: 'parts', place: 27, icon: ListChecks, needs: pricePermissions.see, page: onDemand(() => import('./lists-page.tsx'), 'ListsPage'), title: { 'zh-CN': zh['prices.title'], en: en['prices.title'] } },
  { id: 'price-floors', path: '/price-floors', group: 'parts', place: 28, icon: Percent, needs: pricePermissions.seeFloors, page: onDemand(() => import('./floors-page.tsx'), 'FloorsPage'), title: { 'zh-CN': zh['prices.floors'], en: en['prices.floors'] } },
]
