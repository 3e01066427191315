import { Activity, BadgePercent, PackageX, Trash2 } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { stockHealthPermissions } from '../permissions.ts'
import { stockHealthTexts } from './texts.ts'

const { zh, en } = stockHealthTexts
const needs = stockHealthPermissions.see

export const stockHealthScreens: readonly Screen[] = [
  { id: 'stock-health', path: '/stock-health/{-$tab}', group: 'parts', place: 23, icon: Activity, needs, page: onDemand(() => import('./health-page.tsx'), 'HealthPage'), title: { 'zh-CN': zh['stock-health.title'], en: en['stock-health.title'] } },
  { id: 'dead-stock', path: '/dead-stock', group: 'parts', place: 24, icon: PackageX, needs, page: onDemand(() => import('./dead-page.tsx'), 'DeadPage'), title: { 'zh-CN': zh['stock-health.dead-title'], en: en['stock-health.dead-title'] } },
  { id: 'promotions', path: '/promotions/{-$promotionId}', group: 'parts', place: 25, icon: BadgePercent, needs, page: onDemand(() => import('./promotions-page.tsx'), 'PromotionsPage'), title: { 'zh-CN': zh['stock-health.promotions-title'], en: en['stock-health.promotions-title'] } },
  { id: 'scraps', path: '/scraps/{-$scrapId}', group: 'parts', place: 26, icon: Trash2, needs, page: onDemand(() => import('./scraps-page.tsx'), 'ScrapsPage'), title: { 'zh-CN': zh['stock-health.scraps-title'], en: en['stock-health.scraps-title'] } },
]
