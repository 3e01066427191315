import { PackageSearch, Truck } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { transferPermissions } from '../permissions.ts'
import { transferTexts } from './texts.ts'

const { zh, en } = transferTexts

export const transferScreens: readonly Screen[] = [
  { id: 'transfers', path: '/transfers/{-$transferId}', group: 'parts', place: 32, icon: Truck, needs: transferPermissions.see, page: onDemand(() => import('./transfers-page.tsx'), 'TransfersPage'), title: { 'zh-CN': zh['transfers.title'], en: en['transfers.title'] } },
  { id: 'inbound', path: '/inbound', group: 'parts', place: 33, icon: PackageSearch, needs: transferPermissions.see, page: onDemand(() => import('./inbound-page.tsx'), 'InboundPage'), title: { 'zh-CN': zh['transfers.inbound'], en: en['transfers.inbound'] } },
]
