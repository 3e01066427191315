import { ShieldQuestion, Undo2 } from 'lucide-react'
import { onDemand, type Screen } from '../../../platform/web/screens.ts'
import { supplierReturnPermissions } from '../permissions.ts'
import { supplierReturnTexts } from './texts.ts'

const { zh, en } = supplierReturnTexts
const needs = supplierReturnPermissions.see

export const supplierReturnScreens: readonly Screen[] = [
  {
    id: 'supplier-returns', path: '/supplier-returns/{-$returnId}', group: 'parts', place: 29, icon: Undo2, needs, page: onDemand(() => import('./returns-page.tsx'), 'ReturnsPage'),
    title: { 'zh-CN': zh['supplier-returns.title'], en: en['supplier-returns.title'] },
  },
  {
    id: 'supplier-claims', path: '/supplier-claims/{-$claimId}', group: 'parts', place: 29, icon: ShieldQuestion, needs, page: onDemand(() => import('./claims-page.tsx'), 'ClaimsPage'),
    title: { 'zh-CN': zh['supplier-returns.claims'], en: en['supplier-returns.claims'] },
  },
]
